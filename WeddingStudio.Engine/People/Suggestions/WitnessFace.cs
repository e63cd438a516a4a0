namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>A face as the witnesses see it.</summary>
/// <param name="At">By clocks that agree; null when unknown.</param>
public sealed record WitnessFace(int Id, int PersonId, int PhotoId, DateTime? At, double WidthPx, double Quality)
{
    /// <summary>[dim] unit length; needed only of <see cref="WitnessPerson.Speakers"/>, empty when it cannot be compared.</summary>
    public float[] Embedding { get; init; } = [];

    /// <summary>[150] shares that sum to 1; empty when not measured.</summary>
    public float[] Clothes { get; init; } = [];
}

/// <summary>What may speak besides the likeness of faces; none of them alone makes a suggestion.</summary>
[Flags]
public enum Witnesses
{
    None = 0,
    Clothes = 1,
    Company = 2,
    All = Clothes | Company,
}
