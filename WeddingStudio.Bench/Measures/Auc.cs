namespace WeddingStudio.Bench.Measures;

/// <summary>Area under the ROC curve.</summary>
public static class Auc
{
    /// <summary>How often a value of a positive lies above one of a negative, ties counting half; NaN when a side is empty.</summary>
    public static double Of(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        var ordered = negatives.Order().ToArray();
        var wins = positives.Sum(value => (Below(ordered, value) + Below(ordered, Math.BitIncrement(value))) / 2.0);
        return wins / ((double)positives.Count * negatives.Count);
    }

    /// <summary>How many of the ascending values are smaller than <paramref name="limit"/>.</summary>
    private static int Below(double[] ascending, double limit)
    {
        var (from, to) = (0, ascending.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = ascending[middle] < limit ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
