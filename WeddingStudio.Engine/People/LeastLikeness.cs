namespace WeddingStudio.Engine.People;

/// <summary>What two groups of faces must have in common to be one person.</summary>
/// <param name="Mean">Least mean cosine of large groups.</param>
/// <param name="SmallGroups">Groups of n and m faces need this / sqrt(n m) more: a mean over few pairs may be chance.</param>
internal readonly record struct LeastLikeness(double Mean, double SmallGroups)
{
    /// <summary>Of a group of this size and one face more.</summary>
    public double Of(int size) => Mean + SmallGroups / Math.Sqrt(size);
}
