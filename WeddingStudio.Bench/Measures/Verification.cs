namespace WeddingStudio.Bench.Measures;

/// <summary>How well a similarity tells pairs of the same person from others: mean over the folds and its standard error.</summary>
public sealed record Verification(double Accuracy, double StandardError, double MeanThreshold)
{
    /// <summary>Each fold is judged with the threshold that is best on all other folds (Huang et al. 2007).</summary>
    public static Verification Of(IReadOnlyList<(double Similarity, bool Same, int Fold)> pairs)
    {
        var folds = pairs.Select(p => p.Fold).Distinct().Order().Select(fold =>
        {
            var threshold = BestThreshold([.. pairs.Where(p => p.Fold != fold)]);
            var own = pairs.Where(p => p.Fold == fold).ToList();
            return (Threshold: threshold, Accuracy: own.Count(p => p.Similarity >= threshold == p.Same) / (double)own.Count);
        }).ToList();

        var mean = folds.Average(f => f.Accuracy);
        var variance = folds.Sum(f => (f.Accuracy - mean) * (f.Accuracy - mean)) / (folds.Count - 1);
        return new Verification(mean, Math.Sqrt(variance / folds.Count), folds.Average(f => f.Threshold));
    }

    /// <summary>The similarity from which on a pair counts as the same person with the fewest mistakes.</summary>
    private static double BestThreshold(List<(double Similarity, bool Same, int Fold)> pairs)
    {
        pairs.Sort((a, b) => b.Similarity.CompareTo(a.Similarity));
        var right = pairs.Count(p => !p.Same);
        var (best, threshold) = (right, double.PositiveInfinity);
        for (var i = 0; i < pairs.Count; i++)
        {
            right += pairs[i].Same ? 1 : -1;
            var tied = i + 1 < pairs.Count && pairs[i + 1].Similarity == pairs[i].Similarity;
            if (!tied && right > best)
                (best, threshold) = (right, i + 1 < pairs.Count ? (pairs[i].Similarity + pairs[i + 1].Similarity) / 2
                    : pairs[i].Similarity);
        }

        return threshold;
    }
}
