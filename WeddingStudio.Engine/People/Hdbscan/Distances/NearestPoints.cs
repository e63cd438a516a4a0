namespace WeddingStudio.Engine.People.Hdbscan.Distances;

/// <summary>Keeps the k smallest squared distances of one query in ascending order; equal distances keep the lower index first.</summary>
internal static class NearestPoints
{
    /// <summary>
    /// Scans one block and inserts every point nearer than the k-th so far. <paramref name="skip"/> is the query's own position, or -1.
    /// </summary>
    public static void Scan(
        PackedVectors points, ReadOnlySpan<double> query, int block, int skip, Span<double> nearest, Span<int> positions)
    {
        Span<double> limits = stackalloc double[PackedVectors.Lanes];
        Span<double> sums = stackalloc double[PackedVectors.Lanes];
        limits.Fill(nearest[^1]);
        if (!points.TrySquaredDistances(query, block, limits, sums))
            return;

        var first = block * PackedVectors.Lanes;
        for (var lane = 0; lane < sums.Length; lane++)
        {
            if (sums[lane] < nearest[^1] && first + lane != skip)
                Insert(sums[lane], first + lane, nearest, positions);
        }
    }

    private static void Insert(double squared, int position, Span<double> nearest, Span<int> positions)
    {
        var i = nearest.Length - 1;
        for (; i > 0 && squared < nearest[i - 1]; i--)
        {
            nearest[i] = nearest[i - 1];
            positions[i] = positions[i - 1];
        }

        nearest[i] = squared;
        positions[i] = position;
    }
}
