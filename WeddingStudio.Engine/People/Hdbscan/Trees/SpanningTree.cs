using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// The exact minimum spanning tree under mutual reachability. Any other exact method may stand in for
/// <see cref="Prim"/> if it returns the same edges in the same order (a sparse Prim over a superset of the tree does).
/// </summary>
internal static class SpanningTree
{
    // Coordinates below which splitting one row of distances over threads costs more than it saves (a few tenths of a millisecond).
    private const int CoordinatesPerThread = 1 << 19;

    /// <summary>Dense Prim from row 0 with O(n) memory besides the vectors: one row of distances per step, computed when needed.</summary>
    /// <param name="rows">[n, dim] float, row-major, all finite.</param>
    /// <param name="points">The same rows packed.</param>
    /// <param name="core">Core distances, [n].</param>
    /// <param name="alpha">Distances are divided by it.</param>
    /// <param name="threads">Degree of parallelism; the result does not depend on it.</param>
    /// <returns>
    /// n - 1 edges in the order Prim adds them. Ties: the lowest row index joins first, and of equally near tree points
    /// the one that joined first is the source (the reference's strict comparison in ascending order).
    /// </returns>
    public static SpanningEdge[] Prim(float[] rows, PackedVectors points, double[] core, double alpha, int threads)
    {
        if (points.Count < 2)
            return [];

        var edges = new SpanningEdge[points.Count - 1];
        var outside = PrimFrontier.Start(points, core, alpha);
        var node = 0;
        var query = new double[points.Dim];
        for (var step = 0; step < edges.Length; step++)
        {
            outside = outside.Compact(rows);
            PackedVectors.Widen(rows.AsSpan(node * points.Dim, points.Dim), query);
            var nearest = RelaxAll(outside, node, core[node], query, threads);
            edges[step] = outside.Take(nearest);
            node = edges[step].To;
        }

        return edges;
    }

    private static int RelaxAll(PrimFrontier outside, int node, double nodeCore, double[] query, int threads)
    {
        var blocks = outside.BlockCount;
        var parts = (int)Math.Min(threads, (long)blocks * PackedVectors.Lanes * query.Length / CoordinatesPerThread);
        if (parts < 2)
            return outside.Relax(0, blocks, node, nodeCore, query);

        var found = new int[parts];
        Parallel.For(0, parts, part => found[part] =
            outside.Relax((int)((long)blocks * part / parts), (int)((long)blocks * (part + 1) / parts), node, nodeCore, query));

        // Parts are in ascending order of rows and only a strictly nearer one wins: the lowest row wins a tie, as in one part.
        var nearest = found[0];
        foreach (var position in found)
            nearest = outside.DistanceAt(position) < outside.DistanceAt(nearest) ? position : nearest;
        return nearest;
    }
}
