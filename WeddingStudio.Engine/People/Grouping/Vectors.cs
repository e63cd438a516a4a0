using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

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

    /// <returns>[dim] of unit length, with nothing left in the directions; the vector itself where nothing else is
    /// in it, or where it has no numbers.</returns>
    public static float[] Without(float[] vector, IReadOnlyList<float[]> directions)
    {
        if (vector.Length == 0 || directions.Count == 0)
            return vector;
        var rest = vector.ToArray();
        foreach (var direction in directions)
            TensorPrimitives.MultiplyAdd(direction, -TensorPrimitives.Dot<float>(rest, direction), rest, rest);
        return ToUnit(rest) ? rest : vector;
    }

    /// <summary>Scales it to unit length; false, and as it was, where it has no length.</summary>
    public static bool ToUnit(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
            TensorPrimitives.Divide(vector, length, vector);
        return length > 0;
    }

    /// <summary>Mean cosine of two of <paramref name="count"/> (2 or more) unit vectors with this sum.</summary>
    public static double OwnMean(ReadOnlySpan<float> sum, int count) =>
        (TensorPrimitives.SumOfSquares(sum) - count) / ((double)count * (count - 1));
}
