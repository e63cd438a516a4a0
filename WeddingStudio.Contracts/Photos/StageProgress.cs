namespace WeddingStudio.Contracts;

/// <summary>How far one stage is.</summary>
/// <param name="Total">0: not yet known.</param>
public sealed record StageProgress(Stage Stage, int Done, int Total)
{
    public double PerSecond { get; init; }

    /// <summary>Null: not yet known.</summary>
    public TimeSpan? TimeLeft { get; init; }
    public int Failures { get; init; }
}
