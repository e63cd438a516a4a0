namespace WeddingStudio.Engine.Moments.Day;

/// <summary>How much company and looks change between two neighbouring photos of a day.</summary>
internal static class SceneChange
{
    /// <summary>Photos on each side that speak for what was before and what came after.</summary>
    private const int Around = 8;

    /// <summary>What is said where nothing is known: neither for nor against a border.</summary>
    private const double Unknown = .5;

    /// <summary>
    /// How much changes after each photo but the last, as its rank among all of them: 0 = least, 1 = most of this day, .5 = as
    /// usual. Guests who take turns before one camera all day are then as ordinary as a group that stays together.
    /// </summary>
    /// <param name="day">In order of time.</param>
    public static double[] Ranks(TimedPhoto[] day)
    {
        var changes = new double[Math.Max(0, day.Length - 1)];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = After(day, i);
        double[] sorted = [.. changes.Order()];
        return Array.ConvertAll(changes, c => (double)(First(sorted, c) + First(sorted, Math.BitIncrement(c))) / (2 * sorted.Length));
    }

    private static int First(double[] sorted, double from)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double After(ReadOnlySpan<TimedPhoto> day, int index)
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
        return a.Length == 0 || b.Length == 0 ? null : 1 - ColourLikeness.Likeness(a, b);
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
