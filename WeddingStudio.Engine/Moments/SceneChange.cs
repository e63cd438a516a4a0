namespace WeddingStudio.Engine.Moments;

/// <summary>How much company and looks change between two neighbouring photos of a day.</summary>
internal static class SceneChange
{
    /// <summary>Photos on each side that speak for what was before and what came after.</summary>
    private const int Around = 8;

    /// <summary>What is said where nothing is known: neither for nor against a border.</summary>
    private const double Unknown = .5;

    /// <summary>Colours of quite different places still have this much in common (drawn weddings: .9 within a moment, .6 across).</summary>
    private const double UnlikeLooks = .6;

    /// <returns>0 = the same people in the same place, 1 = others elsewhere.</returns>
    /// <param name="day">In order of time.</param>
    /// <param name="index">Of the photo before the possible border.</param>
    public static double After(ReadOnlySpan<TimedPhoto> day, int index)
    {
        var before = day[Math.Max(0, index + 1 - Around)..(index + 1)];
        var after = day[(index + 1)..Math.Min(day.Length, index + 1 + Around)];
        double[] known = [.. new[] { Company(before, after), Look(before, after) }.OfType<double>()];
        return known.Length == 0 ? Unknown : known.Average();
    }

    private static double? Company(ReadOnlySpan<TimedPhoto> before, ReadOnlySpan<TimedPhoto> after)
    {
        var (a, b) = (Count(before), Count(after));
        if (a.Count == 0 || b.Count == 0)
            return null;
        var both = a.Sum(p => (double)p.Value * b.GetValueOrDefault(p.Key));
        return 1 - both / Math.Sqrt(a.Values.Sum(v => (double)v * v) * b.Values.Sum(v => (double)v * v));
    }

    private static double? Look(ReadOnlySpan<TimedPhoto> before, ReadOnlySpan<TimedPhoto> after)
    {
        var (a, b) = (Mean(before), Mean(after));
        return a.Length == 0 || b.Length == 0 ? null : Math.Clamp((1 - Looks.Likeness(a, b)) / (1 - UnlikeLooks), 0, 1);
    }

    private static Dictionary<int, int> Count(ReadOnlySpan<TimedPhoto> photos)
    {
        var counts = new Dictionary<int, int>();
        foreach (var photo in photos)
        {
            foreach (var person in photo.People)
                counts[person] = counts.GetValueOrDefault(person) + 1;
        }

        return counts;
    }

    private static float[] Mean(ReadOnlySpan<TimedPhoto> photos)
    {
        float[] sum = [];
        var count = 0;
        foreach (var photo in photos)
        {
            if (photo.Colours.Length == 0)
                continue;
            sum = sum.Length == 0 ? [.. photo.Colours] : [.. sum.Zip(photo.Colours, (s, c) => s + c)];
            count++;
        }

        return Array.ConvertAll(sum, s => s / count);
    }
}
