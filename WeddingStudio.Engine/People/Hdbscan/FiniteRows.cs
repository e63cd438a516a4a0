using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>Rows holding NaN or infinity have no distance to anything: they are left out and come back as noise.</summary>
internal static class FiniteRows
{
    /// <summary>The finite rows of [n, dim] <paramref name="vectors"/>, packed together, and the original index of each.</summary>
    public static (float[] Rows, int[] RowOf) Of(ReadOnlySpan<float> vectors, int dim)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dim, 1);
        if (vectors.Length % dim != 0)
            throw new ArgumentException($"{vectors.Length} numbers are no whole number of vectors of {dim}.", nameof(vectors));

        var rows = new List<float>(vectors.Length);
        var rowOf = new List<int>(vectors.Length / dim);
        for (var i = 0; i < vectors.Length / dim; i++)
        {
            var row = vectors.Slice(i * dim, dim);
            if (!TensorPrimitives.IsFiniteAll(row))
                continue;
            rows.AddRange(row);
            rowOf.Add(i);
        }

        return ([.. rows], [.. rowOf]);
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
