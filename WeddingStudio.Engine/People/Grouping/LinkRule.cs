namespace WeddingStudio.Engine.People.Grouping;

/// <summary>When two groups of faces are one person. All figures are cosines.</summary>
/// <param name="Bound">What must be left of the two groups' mean cosine.</param>
/// <param name="SmallGroups">Groups of n and m faces owe this / sqrt(n m): a mean over few pairs may be chance.</param>
internal readonly record struct LinkRule(double Bound, double SmallGroups)
{
    /// <summary>
    /// How much of the mean cosine within each group is held against them: people whose own faces are much alike have no face that is not.
    /// Zero: not asked. Else two lone faces, of which nothing is known, never become one.
    /// </summary>
    public double OwnLikeness { get; init; }

    /// <summary>
    /// What a lone face is forgiven, and what of it its quality takes back: a bad picture is less like its person, a good one should be.
    /// </summary>
    public double LoneFace { get; init; }
    public double LoneQuality { get; init; }

    /// <summary>What is left of a mean cosine when all is paid; -infinity where the two must not become one.</summary>
    public double Left(double mean, in Group a, in Group b)
    {
        if (OwnLikeness > 0 && a.Size == 1 && b.Size == 1)
            return double.NegativeInfinity;
        var left = OwnLikeness == 0 ? mean - SmallGroups / Math.Sqrt((double)a.Size * b.Size)
            : a.Size == 1 ? LeftOfLone(mean, a.Quality, b)
            : b.Size == 1 ? LeftOfLone(mean, b.Quality, a)
            : mean - SmallGroups / Math.Sqrt((double)a.Size * b.Size) - OwnLikeness * (a.OwnMean + b.OwnMean) / 2;
        return left >= Bound ? left : double.NegativeInfinity;
    }

    /// <summary>What is left of the mean cosine of a lone face and a group, whether or not it is enough.</summary>
    public double LeftOfLone(double mean, double quality, in Group group) =>
        mean - SmallGroups / Math.Sqrt(group.Size) + LoneFace - LoneQuality * quality - OwnLikeness * group.OwnMean;

    /// <param name="Size">Number of faces.</param>
    /// <param name="OwnMean">Mean cosine of two of its faces; nothing for a lone face.</param>
    /// <param name="Quality">0..1, of a lone face.</param>
    public readonly record struct Group(int Size, double OwnMean, double Quality);
}
