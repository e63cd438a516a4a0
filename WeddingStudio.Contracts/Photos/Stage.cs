namespace WeddingStudio.Contracts;

/// <summary>The steps of an analysis, in their order.</summary>
public enum Stage
{
    /// <summary>Only where the studio draws the photos itself.</summary>
    Drawing,
    Photos,
    Faces,

    /// <summary>Only where photos are large and their people small.</summary>
    SmallFaces,
    People,
    Moments,
    Scores,
    Picks,
}
