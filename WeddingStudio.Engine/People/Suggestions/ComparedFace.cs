namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>A face as the witnesses see it.</summary>
/// <param name="At">By clocks that agree; null when unknown.</param>
public sealed record ComparedFace(int Id, int PersonId, int PhotoId, DateTime? At, double WidthPx, double Quality)
{
    /// <summary>[dim] unit length; needed only of <see cref="ComparedPerson.Speakers"/>, empty when it cannot be compared.</summary>
    public float[] Embedding { get; init; } = [];

    /// <summary>Of the pictures its photo is put together from.</summary>
    public int Panel { get; init; }

    /// <summary>[150] shares that sum to 1; empty when not measured.</summary>
    public float[] Clothes { get; init; } = [];
}
