using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Hdbscan.Distances;

/// <summary>Rows holding NaN or infinity have no distance to anything: they are left out and come back as noise.</summary>
internal static class FiniteRows
{
    /// <summary>
    /// The finite rows of [n, dim] <paramref name="vectors"/>, packed together, and the original index of each; the same
    /// array when all rows are finite.
    /// </summary>
    public static (float[] Rows, int[] RowOf) Of(float[] vectors, int dim)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dim, 1);
        if (vectors.Length % dim != 0)
            throw new ArgumentException($"{vectors.Length} numbers are no whole number of vectors of {dim}.", nameof(vectors));

        var rowOf = new List<int>(vectors.Length / dim);
        for (var i = 0; i < vectors.Length / dim; i++)
        {
            if (TensorPrimitives.IsFiniteAll(vectors.AsSpan(i * dim, dim)))
                rowOf.Add(i);
        }

        if (rowOf.Count * dim == vectors.Length)
            return (vectors, [.. rowOf]);
        var rows = new float[rowOf.Count * dim];
        for (var i = 0; i < rowOf.Count; i++)
            vectors.AsSpan(rowOf[i] * dim, dim).CopyTo(rows.AsSpan(i * dim));
        return (rows, [.. rowOf]);
    }

    /// <summary>A result over the finite rows as one over all <paramref name="total"/> rows.</summary>
    public static HdbscanResult Spread(HdbscanResult result, int[] rowOf, int total) => result with
    {
        Labels = Scatter(result.Labels, rowOf, total, -1),
        Probabilities = Scatter(result.Probabilities, rowOf, total, 0),
        // Lambda 0, never part of any cluster: the score's formula gives 1.
        OutlierScores = Scatter(result.OutlierScores, rowOf, total, 1),
        CoreDistances = Scatter(result.CoreDistances, rowOf, total, double.NaN),
        InnerDistances = Scatter(result.InnerDistances, rowOf, total, double.NaN),
        CondensedTree = result.CondensedTree.Renumber(rowOf, total),
        SelectedClusters = Array.ConvertAll(result.SelectedClusters, c => c - result.CondensedTree.Root + total),
        MinimumSpanningTree = Array.ConvertAll(result.MinimumSpanningTree,
            edge => edge with { From = rowOf[edge.From], To = rowOf[edge.To] }),
    };

    private static T[] Scatter<T>(T[] values, int[] rowOf, int total, T missing)
    {
        var spread = new T[total];
        spread.AsSpan().Fill(missing);
        for (var i = 0; i < rowOf.Length; i++)
            spread[rowOf[i]] = values[i];
        return spread;
    }
}
