namespace WeddingStudio.Engine.Jobs;

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

/// <summary>How far one stage is. Total 0 means not yet known; TimeLeft null means not yet known.</summary>
public sealed record StageProgress(Stage Stage, int Done, int Total, double PerSecond = 0, TimeSpan? TimeLeft = null, int Failures = 0);
