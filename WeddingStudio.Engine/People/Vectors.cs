using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People;

/// <summary>Sums of unit vectors: the product of two sums, over the numbers of vectors, is the mean cosine between them.</summary>
internal static class Vectors
{
    /// <summary>[dim] of one vector or more.</summary>
    public static float[] Sum(IReadOnlyList<float[]> vectors)
    {
        var sum = new float[vectors[0].Length];
        foreach (var vector in vectors)
            TensorPrimitives.Add(sum, vector, sum);
        return sum;
    }

    /// <summary>[dim] of one vector or more.</summary>
    public static float[] Mean(IReadOnlyList<float[]> vectors)
    {
        var mean = Sum(vectors);
        TensorPrimitives.Divide(mean, vectors.Count, mean);
        return mean;
    }

    /// <summary>Mean cosine of two of <paramref name="count"/> (2 or more) unit vectors with this sum.</summary>
    public static double OwnMean(ReadOnlySpan<float> sum, int count) => (TensorPrimitives.SumOfSquares(sum) - count) / ((double)count * (count - 1));
}
