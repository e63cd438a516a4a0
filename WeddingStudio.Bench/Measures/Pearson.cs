namespace WeddingStudio.Bench.Measures;

/// <summary>Correlation of two measures of the same things.</summary>
public static class Pearson
{
    /// <summary>Pearson's r, -1..1; NaN when a side does not vary.</summary>
    public static double Of(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var both = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return both / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
