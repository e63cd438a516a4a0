namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>
/// Core distances: to the MinSamples-th OTHER point (the reference's docstring says the point itself counts; its code
/// queries MinSamples + 1 neighbours, itself included).
/// </summary>
internal static class CoreDistances
{
    // Queries that share one walk over all points; 64 queries of 512 doubles fill a 256 KB second-level cache.
    private const int QueriesPerTile = 64;

    /// <summary>Core distances of n finite rows.</summary>
    /// <param name="rows">[n, dim] float, row-major.</param>
    /// <param name="points">The same rows in the same order, packed.</param>
    /// <param name="minSamples">1 .. n - 1.</param>
    /// <param name="threads">Degree of parallelism; the result does not depend on it.</param>
    /// <returns>
    /// Core: distance to the minSamples-th other point, [n]. Inner: to the one before it (0 for minSamples = 1), which is
    /// what the reference's prediction takes for a training point's core distance.
    /// </returns>
    public static (double[] Core, double[] Inner) Compute(float[] rows, PackedVectors points, int minSamples, int threads)
    {
        var core = new double[points.Count];
        var inner = new double[points.Count];
        var tiles = (points.Count + QueriesPerTile - 1) / QueriesPerTile;
        Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads }, tile =>
        {
            var first = tile * QueriesPerTile;
            var count = Math.Min(QueriesPerTile, points.Count - first);
            var nearest = NearestOfTile(rows, points, first, count, minSamples);
            for (var i = 0; i < count; i++)
            {
                core[first + i] = Math.Sqrt(nearest[(i + 1) * minSamples - 1]);
                inner[first + i] = minSamples == 1 ? 0 : Math.Sqrt(nearest[(i + 1) * minSamples - 2]);
            }
        });
        return (core, inner);
    }

    private static double[] NearestOfTile(float[] rows, PackedVectors points, int first, int count, int k)
    {
        var dim = points.Dim;
        var queries = new double[count * dim];
        PackedVectors.Widen(rows.AsSpan(first * dim, count * dim), queries);
        var nearest = new double[count * k];
        nearest.AsSpan().Fill(double.PositiveInfinity);
        var positions = new int[count * k];

        for (var block = 0; block < points.BlockCount; block++)
        {
            for (var i = 0; i < count; i++)
            {
                NearestPoints.Scan(points, queries.AsSpan(i * dim, dim), block, skip: first + i,
                    nearest.AsSpan(i * k, k), positions.AsSpan(i * k, k));
            }
        }

        return nearest;
    }
}
