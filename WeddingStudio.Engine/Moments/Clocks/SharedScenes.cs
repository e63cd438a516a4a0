namespace WeddingStudio.Engine.Moments.Clocks;

/// <summary>A scene of one camera and one of another that show much the same company.</summary>
/// <param name="Apart">Seconds to add to the other camera's time to make them one moment.</param>
/// <param name="Weight">How telling it is: minus the logarithm of the share of all pairs of scenes that are at least as alike.</param>
internal readonly record struct SharedScene(double Apart, double Weight, int Reference, int Other);

/// <summary>
/// Compares the company of every scene of one camera with every scene of another. Rare guests tell more than the couple (inverse
/// document frequency, Spaerck Jones 1972), and how much a likeness tells is read off all pairs: nearly all of them are chance.
/// </summary>
internal static class SharedScenes
{
    /// <summary>Below it, less than half of the company is the same.</summary>
    private const double LeastLikeness = .5;

    /// <returns>In order of <see cref="SharedScene.Apart"/>.</returns>
    public static SharedScene[] Of(IReadOnlyList<ClockScene> reference, IReadOnlyList<ClockScene> other)
    {
        var rarity = Rarity([.. reference, .. other]);
        double[] sums = [.. other.Select(s => s.People.Sum(p => rarity[p]))];
        var alike = new List<(int Reference, int Other, double Likeness)>();
        for (var i = 0; i < reference.Count; i++)
        {
            var own = reference[i].People.Sum(p => rarity[p]);
            for (var j = 0; j < other.Count; j++)
            {
                var both = InBoth(reference[i].People, other[j].People, rarity);
                if (both >= LeastLikeness * (own + sums[j] - both))
                    alike.Add((i, j, both / (own + sums[j] - both)));
            }
        }

        var pairs = (double)reference.Count * other.Count;
        var result = new List<SharedScene>(alike.Count);
        var atLeast = 0;
        foreach (var level in alike.GroupBy(a => Math.Round(a.Likeness, 6)).OrderByDescending(g => g.Key))
        {
            atLeast += level.Count();
            var weight = -Math.Log(atLeast / pairs);
            result.AddRange(level.Select(
                a => new SharedScene((reference[a.Reference].At - other[a.Other].At).TotalSeconds, weight, a.Reference, a.Other)));
        }

        return [.. result.OrderBy(s => s.Apart).ThenBy(s => s.Reference).ThenBy(s => s.Other)];
    }

    private static Dictionary<int, double> Rarity(IReadOnlyList<ClockScene> scenes) => scenes.SelectMany(s => s.People).CountBy(p => p)
        .ToDictionary(p => p.Key, p => Math.Log((scenes.Count + 1.0) / p.Value));

    private static double InBoth(int[] a, int[] b, Dictionary<int, double> rarity)
    {
        var sum = 0.0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].CompareTo(b[j]);
            if (order == 0)
                sum += rarity[a[i]];
            (i, j) = (order <= 0 ? i + 1 : i, order >= 0 ? j + 1 : j);
        }

        return sum;
    }
}
