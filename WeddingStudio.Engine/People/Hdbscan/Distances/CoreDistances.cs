namespace WeddingStudio.Engine.People.Hdbscan.Distances;

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
        ComputeSome(rows, points, [.. Enumerable.Range(0, points.Count)], core, inner, minSamples, threads);
        return (core, inner);
    }

    /// <summary>The same numbers from the lists of candidates; a point whose list does not settle it looks at all others.</summary>
    public static (double[] Core, double[] Inner) FromCandidates(
        float[] rows, BlockedRows blocked, NearestCandidates candidates, int minSamples, int threads)
    {
        var core = new double[blocked.Count];
        var inner = new double[blocked.Count];
        Parallel.For(0, blocked.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, point =>
        {
            Span<double> nearest = stackalloc double[minSamples];
            if (!TryNearest(blocked, candidates, point, nearest))
                core[point] = double.NaN;
            else
                (core[point], inner[point]) = (Math.Sqrt(nearest[^1]), minSamples == 1 ? 0 : Math.Sqrt(nearest[^2]));
        });
        int[] open = [.. Enumerable.Range(0, blocked.Count).Where(point => double.IsNaN(core[point]))];
        if (open.Length > 0)
        {
            var points = PackedVectors.Pack(rows, blocked.Dim, [.. Enumerable.Range(0, blocked.Count)]);
            ComputeSome(rows, points, open, core, inner, minSamples, threads);
        }

        return (core, inner);
    }

    // The exact smallest squared distances; false when someone not listed might be nearer.
    private static bool TryNearest(BlockedRows blocked, NearestCandidates candidates, int point, Span<double> nearest)
    {
        var others = candidates.OthersOf(point);
        var lower = candidates.LowerOf(point);
        nearest.Fill(double.PositiveInfinity);
        for (var i = 0; i < others.Length && lower[i] < nearest[^1]; i++)
        {
            var squared = blocked.SquaredDistance(point, others[i]);
            if (squared < nearest[^1])
            {
                nearest[^1] = squared;
                nearest.Sort();
            }
        }

        return candidates.HoldAll || nearest[^1] <= Math.Max(0, lower[^1]);
    }

    private static void ComputeSome(
        float[] rows, PackedVectors points, int[] some, double[] core, double[] inner, int minSamples, int threads)
    {
        var tiles = (some.Length + QueriesPerTile - 1) / QueriesPerTile;
        Parallel.For(0, tiles, new ParallelOptions { MaxDegreeOfParallelism = threads }, tile =>
        {
            var queries = some.AsSpan(tile * QueriesPerTile, Math.Min(QueriesPerTile, some.Length - tile * QueriesPerTile));
            var nearest = NearestOfTile(rows, points, queries, minSamples);
            for (var i = 0; i < queries.Length; i++)
            {
                core[queries[i]] = Math.Sqrt(nearest[(i + 1) * minSamples - 1]);
                inner[queries[i]] = minSamples == 1 ? 0 : Math.Sqrt(nearest[(i + 1) * minSamples - 2]);
            }
        });
    }

    private static double[] NearestOfTile(float[] rows, PackedVectors points, ReadOnlySpan<int> some, int k)
    {
        var dim = points.Dim;
        var queries = new double[some.Length * dim];
        for (var i = 0; i < some.Length; i++)
            PackedVectors.Widen(rows.AsSpan(some[i] * dim, dim), queries.AsSpan(i * dim, dim));
        var nearest = new double[some.Length * k];
        nearest.AsSpan().Fill(double.PositiveInfinity);
        var positions = new int[some.Length * k];

        for (var block = 0; block < points.BlockCount; block++)
        {
            for (var i = 0; i < some.Length; i++)
            {
                NearestPoints.Scan(points, queries.AsSpan(i * dim, dim), block, skip: some[i],
                    nearest.AsSpan(i * k, k), positions.AsSpan(i * k, k));
            }
        }

        return nearest;
    }
}
