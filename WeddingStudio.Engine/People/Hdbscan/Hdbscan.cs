using WeddingStudio.Engine.People.Hdbscan.Distances;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>
/// Exact HDBSCAN* (Campello, Moulavi, Sander 2013 and 2015) with the semantics of scikit-learn-contrib/hdbscan 0.8.43,
/// Euclidean: the steps in order. Deterministic; the same input gives the same bits on every machine and thread count.
/// </summary>
public static class Hdbscan
{
    /// <summary>
    /// Clusters n vectors. O(n^2 dim) time; memory besides the vectors, which are only read: below 1 KiB per row for thousands of rows
    /// with few ties, else O(n dim). n = 0 gives empty arrays, n = 1 one noise point; rows holding
    /// NaN or infinity are left out (label -1, probability 0).
    /// </summary>
    /// <param name="vectors">[n, dim] float, row-major. For faces: unit length.</param>
    /// <param name="dim">Numbers per vector, 1 or more.</param>
    /// <param name="options">What to look for.</param>
    /// <exception cref="ArgumentException">The length is no multiple of <paramref name="dim"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static HdbscanResult Fit(float[] vectors, int dim, HdbscanOptions options)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var (rows, rowOf) = FiniteRows.Of(vectors, dim);
        var total = vectors.Length / dim;
        if (rowOf.Length < 2)
            return NothingToCluster(total, rowOf, options);

        var minSamples = Math.Min(rowOf.Length - 1, options.MinSamples);
        var (core, inner, edges) = Tree(rows, dim, minSamples, options);
        var result = FromSpanningTree(edges, options) with { CoreDistances = core, InnerDistances = inner };
        return rowOf.Length == total ? result : FiniteRows.Spread(result, rowOf, total);
    }

    /// <summary>As <see cref="Fit(float[], int, HdbscanOptions)"/>, on a copy.</summary>
    public static HdbscanResult Fit(ReadOnlySpan<float> vectors, int dim, HdbscanOptions options) => Fit(vectors.ToArray(), dim, options);

    /// <summary>
    /// Everything after the spanning tree, O(n log n). For equal weights the order of <paramref name="edges"/> counts:
    /// pass them as dense Prim from row 0 would find them to get the result of <see cref="Fit(float[], int, HdbscanOptions)"/>.
    /// </summary>
    /// <param name="edges">n - 1 edges that join n points, n at least 2.</param>
    /// <param name="options">What to look for; MinSamples and Alpha are already in the weights.</param>
    /// <returns>A result without core distances (empty arrays).</returns>
    internal static HdbscanResult FromSpanningTree(SpanningEdge[] edges, HdbscanOptions options)
    {
        var sorted = SingleLinkage.Sort(edges, options.TieOrder);
        var tree = CondensedTree.Build(SingleLinkage.Build(sorted), options.MinClusterSize);
        var clusters = ClusterTree.From(tree);
        var (selected, stabilities) = Selection.Select(tree, clusters, options);
        int[] chosen = [.. Enumerable.Range(0, clusters.Count).Where(c => selected[c])];
        var labels = Labelling.Labels(tree, clusters, selected, options);

        return new HdbscanResult
        {
            Options = options,
            Labels = labels,
            Probabilities = Labelling.Probabilities(tree, clusters, labels, chosen),
            OutlierScores = Glosh.Scores(tree, clusters),
            Persistence = Selection.Persistence(labels, Array.ConvertAll(chosen, c => stabilities[c]), clusters.Death.Max()),
            SelectedClusters = Array.ConvertAll(chosen, c => tree.Root + c),
            CondensedTree = tree,
            MinimumSpanningTree = sorted,
            CoreDistances = [],
        };
    }

    private static (double[] Core, double[] Inner, SpanningEdge[] Edges) Tree(float[] rows, int dim, int minSamples, HdbscanOptions options)
    {
        if (rows.Length / dim >= FilteredTree.FewestPoints)
        {
            var blocked = new BlockedRows(rows, dim);
            if (FilteredTree.Fits(blocked, minSamples, options.Alpha))
                return FilteredTree.Build(rows, blocked, minSamples, options.Alpha, options.Threads);
        }

        var points = PackedVectors.Pack(rows, dim, Enumerable.Range(0, rows.Length / dim).ToArray());
        var (core, inner) = CoreDistances.Compute(rows, points, minSamples, options.Threads);
        return (core, inner, SpanningTree.Prim(rows, points, core, options.Alpha, options.Threads));
    }

    private static HdbscanResult NothingToCluster(int total, int[] rowOf, HdbscanOptions options)
    {
        var nothing = new HdbscanResult
        {
            Options = options,
            Labels = [.. rowOf.Select(_ => -1)],
            Probabilities = new double[rowOf.Length],
            OutlierScores = new double[rowOf.Length],
            Persistence = [],
            SelectedClusters = [],
            CondensedTree = new CondensedTree(rowOf.Length, []),
            MinimumSpanningTree = [],
            CoreDistances = [.. rowOf.Select(_ => double.NaN)],
            InnerDistances = [.. rowOf.Select(_ => double.NaN)],
        };
        return FiniteRows.Spread(nothing, rowOf, total);
    }
}
