using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>One point that stands for each cluster.</summary>
public static class ClusterCentres
{
    /// <summary>Mean of each cluster's rows, weighted by probability.</summary>
    /// <param name="fit">The clustering of <paramref name="vectors"/>.</param>
    /// <param name="vectors">[n, dim] float, row-major.</param>
    /// <param name="dim">Numbers per vector.</param>
    /// <returns>
    /// [clusters, dim] double in label order; not of unit length. A cluster whose probabilities are all 0 gets the plain mean,
    /// one without rows NaN.
    /// </returns>
    public static double[][] Centroids(HdbscanResult fit, ReadOnlySpan<float> vectors, int dim)
    {
        var members = Members(fit, vectors.Length, dim);
        var centroids = new double[members.Length][];
        for (var label = 0; label < members.Length; label++)
        {
            var weights = Weights(fit, members[label]);
            var sum = new double[dim];
            for (var i = 0; i < weights.Length; i++)
            {
                for (var k = 0; k < dim; k++)
                    sum[k] += weights[i] * vectors[members[label][i] * dim + k];
            }

            centroids[label] = Array.ConvertAll(sum, value => value / weights.Sum());
        }

        return centroids;
    }

    /// <summary>
    /// Per cluster the row with the smallest sum of distances to the other rows, each weighted by their probability; the
    /// first of equals. O(size^2 dim) per cluster.
    /// </summary>
    /// <param name="fit">The clustering of <paramref name="vectors"/>.</param>
    /// <param name="vectors">[n, dim] float, row-major.</param>
    /// <param name="dim">Numbers per vector.</param>
    /// <returns>Row indices [clusters] in label order; -1 for a cluster without rows.</returns>
    public static int[] Medoids(HdbscanResult fit, ReadOnlySpan<float> vectors, int dim)
    {
        var members = Members(fit, vectors.Length, dim);
        var medoids = new int[members.Length];
        for (var label = 0; label < members.Length; label++)
            medoids[label] = Medoid(members[label], Weights(fit, members[label]), vectors, dim);
        return medoids;
    }

    private static int Medoid(int[] members, double[] weights, ReadOnlySpan<float> vectors, int dim)
    {
        var (medoid, least) = (-1, double.PositiveInfinity);
        foreach (var row in members)
        {
            var sum = 0.0;
            for (var i = 0; i < members.Length; i++)
                sum += weights[i] * PackedVectors.PlainDistance(vectors.Slice(row * dim, dim), vectors.Slice(members[i] * dim, dim));
            if (sum < least)
                (medoid, least) = (row, sum);
        }

        return medoid;
    }

    private static int[][] Members(HdbscanResult fit, int length, int dim)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfLessThan(dim, 1);
        if (length != fit.Labels.Length * dim)
            throw new ArgumentException($"{length} numbers are not {fit.Labels.Length} vectors of {dim}.", "vectors");

        var rows = Enumerable.Range(0, fit.Labels.Length).ToLookup(row => fit.Labels[row]);
        return [.. Enumerable.Range(0, fit.ClusterCount).Select(label => rows[label].ToArray())];
    }

    // Beside exact duplicates every finite density counts 0; weights of nothing but 0 would choose nothing.
    private static double[] Weights(HdbscanResult fit, int[] members)
    {
        var weights = Array.ConvertAll(members, row => fit.Probabilities[row]);
        return weights.Any(weight => weight > 0) ? weights : Array.ConvertAll(weights, _ => 1.0);
    }
}
