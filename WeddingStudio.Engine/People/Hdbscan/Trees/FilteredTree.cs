using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// Core distances and the tree of <see cref="SpanningTree.Prim"/>, bit for bit, in about one and a half float32 passes over
/// all pairs: a first tree, then all pairs that could be in a better one, then Prim over those.
/// </summary>
internal static class FilteredTree
{
    /// <summary>Below it the dense way is fast enough.</summary>
    public const int FewestPoints = 2000;

    // Lists longer than the core distance needs make a better first tree.
    private const int MoreCandidates = 6;

    private const int MostSamples = 48;

    // A pass over every 16th group of rows betters the first tree before the pass that counts.
    private const int TrialStride = 16;

    private const int Trials = 8;

    private const int Passes = 3;

    /// <summary>Whether bounds can be had for these rows and options.</summary>
    public static bool Fits(BlockedRows rows, int minSamples, double alpha) =>
        minSamples <= MostSamples && alpha is > 1e-3 and < 1e3 && rows.HasBounds;

    public static (double[] Core, double[] Inner, SpanningEdge[] Edges) Build(
        float[] rows, BlockedRows blocked, int minSamples, double alpha, int threads)
    {
        var candidates = NearestCandidates.Find(blocked, Math.Min(blocked.Count - 1, minSamples + MoreCandidates), threads);
        var (core, inner) = CoreDistances.FromCandidates(rows, blocked, candidates, minSamples, threads);
        var prim = new SparsePrim(blocked.Count);
        var first = FirstTree.Build(blocked, core, candidates, prim, alpha);
        return (core, inner, Better(blocked, core, first, prim, alpha, threads) ?? Dense(rows, blocked.Dim, core, alpha, threads));
    }

    /// <summary>The smallest tree from any other one; null when ties or distances without contrast leave too many pairs.</summary>
    internal static SpanningEdge[]? Better(BlockedRows rows, double[] core, SpanningEdge[] tree, SparsePrim prim, double alpha, int threads)
    {
        var complete = false;
        for (var trial = 0; trial < Trials && !complete; trial++)
            (tree, complete) = Sieve(TrialStride);
        for (var pass = 0; pass < Passes && complete; pass++)
        {
            var sieve = new PairSieve(rows, core, tree, alpha);
            var kept = sieve.Run(1, threads);
            if (sieve.IsComplete)
                return prim.Run(kept);
            tree = prim.Run([.. kept, .. tree]);
        }

        return null;

        (SpanningEdge[], bool) Sieve(int stride)
        {
            var sieve = new PairSieve(rows, core, tree, alpha);
            return (prim.Run([.. sieve.Run(stride, threads), .. tree]), sieve.IsComplete);
        }
    }

    private static SpanningEdge[] Dense(float[] rows, int dim, double[] core, double alpha, int threads) =>
        SpanningTree.Prim(rows, PackedVectors.Pack(rows, dim, [.. Enumerable.Range(0, core.Length)]), core, alpha, threads);
}
