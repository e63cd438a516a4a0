namespace WeddingStudio.Engine.Galleries;

/// <summary>Bound from Studio:Galleries.</summary>
public sealed record GalleriesOptions
{
    /// <summary>How long a guest's link works: a year, so that everybody has come back from the honeymoon and found the time.</summary>
    public int LinkDays { get; init; } = 365;
}
