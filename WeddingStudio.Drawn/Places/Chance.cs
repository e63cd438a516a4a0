using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places;

internal static class Chance
{
    public static double Between(this Random random, double from, double to) => from + (to - from) * random.NextDouble();

    public static T Pick<T>(this Random random, params ReadOnlySpan<T> from) => from[random.Next(from.Length)];

    /// <summary>Anywhere in an ellipse, as often in one part as in another.</summary>
    public static Spot Within(this Random random, Spot centre, double radiusX, double radiusY)
    {
        var (radius, angle) = (Math.Sqrt(random.NextDouble()), random.NextDouble() * Math.Tau);
        return new(centre.X + radiusX * radius * Math.Cos(angle), centre.Y + radiusY * radius * Math.Sin(angle));
    }

    /// <summary>The one of a few tries that is furthest from what is there already: scattered, but not in heaps.</summary>
    public static Spot Apart(Func<Spot> next, List<Spot> taken)
    {
        var (best, far) = (next(), -1.0);
        for (var i = 0; i < 9; i++)
        {
            var at = next();
            var nearest = taken.Count == 0 ? 0 : taken.Min(other => (other - at).Length);
            if (nearest > far)
                (best, far) = (at, nearest);
        }

        return best;
    }
}
