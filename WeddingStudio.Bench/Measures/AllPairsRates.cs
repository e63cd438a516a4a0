using System.Numerics.Tensors;

namespace WeddingStudio.Bench.Measures;

/// <summary>
/// Verification over every pair of pictures, as in large benchmarks (IJB): far more pairs of strangers than LFW's own list.
/// </summary>
public static class AllPairsRates
{
    /// <summary>
    /// For each rate the share of same-person pairs whose cosine lies above the one that only so many of the pairs of two people
    /// exceed (TPR at FMR).
    /// </summary>
    /// <param name="vectors">[pictures][dim] of unit length; null where no face was found, which matches nobody.</param>
    /// <param name="people">[pictures] who it is.</param>
    /// <param name="falseMatchRates">0..1.</param>
    public static double[] TruePositiveRates(IReadOnlyList<float[]?> vectors, IReadOnlyList<string> people, params double[] falseMatchRates)
    {
        List<float> same = [], different = [];
        for (var i = 0; i < vectors.Count; i++)
        {
            for (var j = i + 1; j < vectors.Count; j++)
            {
                var cosine = vectors[i] is { } a && vectors[j] is { } b ? TensorPrimitives.Dot<float>(a, b) : -1;
                (people[i] == people[j] ? same : different).Add(cosine);
            }
        }

        different.Sort();
        return Array.ConvertAll(falseMatchRates, rate =>
        {
            var threshold = different[^((int)(rate * different.Count) + 1)];
            return same.Count(cosine => cosine > threshold) / (double)same.Count;
        });
    }
}
