using WeddingStudio.Engine.People.Hdbscan.Distances;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>Where new points would fall in an existing clustering, without changing it.</summary>
public static class Prediction
{
    /// <summary>
    /// Places m new points: each takes the cluster of its nearest training point under mutual reachability, or the ancestor
    /// that exists at its own density. O(m n dim). Noise when the training data has fewer than two points or its tree has
    /// no split, as in the reference.
    /// </summary>
    /// <param name="fit">The clustering of <paramref name="training"/>.</param>
    /// <param name="training">[n, dim] float, row-major: the very rows <paramref name="fit"/> was made from.</param>
    /// <param name="points">[m, dim] float, row-major. Rows holding NaN or infinity become noise.</param>
    /// <param name="dim">Numbers per vector, 1 or more.</param>
    /// <param name="form">Which clusters to place into.</param>
    /// <returns>Labels [m], -1 for noise; strengths [m], 0 .. 1.</returns>
    /// <exception cref="ArgumentException">A length is no multiple of <paramref name="dim"/>, or
    /// training is not what was fitted.</exception>
    public static (int[] Labels, double[] Strengths) ApproximatePredict(
        HdbscanResult fit, ReadOnlySpan<float> training, ReadOnlySpan<float> points, int dim, PredictionForm form = PredictionForm.Fixed)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var (rows, rowOf) = FiniteRows.Of(training.ToArray(), dim);
        if (training.Length / dim != fit.Labels.Length)
            throw new ArgumentException($"{training.Length / dim} training rows, but {fit.Labels.Length} were clustered.",
                nameof(training));

        var (newRows, newRowOf) = FiniteRows.Of(points.ToArray(), dim);
        var labels = new int[points.Length / dim];
        var strengths = new double[labels.Length];
        labels.AsSpan().Fill(-1);
        var clusters = ClusterTree.From(fit.CondensedTree);
        if (!clusters.HasSplit)
            return (labels, strengths);

        var places = Places.Of(fit, clusters, form);
        var packed = PackedVectors.Pack(rows, dim, Enumerable.Range(0, rowOf.Length).ToArray());
        Parallel.For(0, newRowOf.Length, new ParallelOptions { MaxDegreeOfParallelism = fit.Options.Threads }, i =>
        {
            var (neighbour, lambda) = Neighbour(fit, packed, rowOf, newRows.AsSpan(i * dim, dim));
            (labels[newRowOf[i]], strengths[newRowOf[i]]) = places.Find(neighbour, lambda);
        });
        return (labels, strengths);
    }

    // The reference looks at 2 * MinSamples neighbours. Its core distance of the new point is to the (MinSamples + 1)-th of
    // them, right for a copy of a training point only; kept, so that strengths compare.
    private static (int Row, double Lambda) Neighbour(HdbscanResult fit, PackedVectors packed, int[] rowOf, ReadOnlySpan<float> point)
    {
        var count = Math.Min(2 * fit.Options.MinSamples, packed.Count);
        var nearest = new double[count];
        var positions = new int[count];
        nearest.AsSpan().Fill(double.PositiveInfinity);
        var query = new double[point.Length];
        PackedVectors.Widen(point, query);
        for (var block = 0; block < packed.BlockCount; block++)
            NearestPoints.Scan(packed, query, block, skip: -1, nearest, positions);

        var core = Math.Sqrt(nearest[Math.Min(fit.Options.MinSamples, count - 1)]);
        var (row, reach) = (-1, double.PositiveInfinity);
        for (var i = 0; i < count; i++)
        {
            var candidate = rowOf[positions[i]];
            var distance = Math.Max(Math.Sqrt(nearest[i]), Math.Max(core, fit.InnerDistances[candidate]));
            if (distance < reach)
                (row, reach) = (candidate, distance);
        }

        return (row, reach > 0 ? 1 / reach : double.MaxValue);
    }

    /// <summary>Where every training row hangs in the cluster tree, and the label and death of every cluster.</summary>
    private sealed record Places(ClusterTree Clusters, int[] ClusterOfRow, double[] LambdaOfRow, int[] LabelOf, double[] DeathOf)
    {
        public static Places Of(HdbscanResult fit, ClusterTree clusters, PredictionForm form)
        {
            var tree = fit.CondensedTree;
            var clusterOfRow = new int[fit.Labels.Length];
            var lambdaOfRow = new double[fit.Labels.Length];
            foreach (var row in tree.Rows.Where(row => row.Child < tree.Root))
                (clusterOfRow[row.Child], lambdaOfRow[row.Child]) = (row.Parent - tree.Root, row.Lambda);

            var selected = new bool[clusters.Count];
            foreach (var c in form == PredictionForm.Fixed ? fit.SelectedClusters.Select(id => id - tree.Root) : Guess(fit, clusterOfRow))
                selected[c] = true;

            int[] chosen = [.. Enumerable.Range(0, clusters.Count).Where(c => selected[c])];
            var deaths = Array.ConvertAll(chosen, c => clusters.Death[c]);
            return new Places(clusters, clusterOfRow, lambdaOfRow, Labelling.LabelOfClusters(clusters, selected), deaths);
        }

        public (int Label, double Strength) Find(int neighbour, double lambda)
        {
            var cluster = ClusterOfRow[neighbour];
            if (LambdaOfRow[neighbour] > lambda)
            {
                while (cluster > 0 && Clusters.Birth[cluster] >= lambda)
                    cluster = Clusters.Parent[cluster];
            }

            var label = LabelOf[cluster];
            if (label < 0)
                return (-1, 0);

            var death = DeathOf[label];
            return (label, death > 0 ? Math.Min(death, lambda) / death : 1);
        }

        // Per label the lowest cluster its points hang on directly: the reference's mistake.
        private static IEnumerable<int> Guess(HdbscanResult fit, int[] clusterOfRow) =>
            Enumerable.Range(0, fit.Labels.Length)
                .Where(row => fit.Labels[row] >= 0)
                .GroupBy(row => fit.Labels[row], row => clusterOfRow[row])
                .Select(group => group.Min());
    }
}
