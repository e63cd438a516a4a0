namespace WeddingStudio.Contracts;

/// <summary>How far a model pack has come.</summary>
public sealed record PullProgress
{
    public required string Pack { get; init; }
    public long DoneBytes { get; init; }
    public long TotalBytes { get; init; }
    public double BytesPerSecond { get; init; }

    /// <summary>Null: not yet known.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>The connection failed and is tried again after this pause.</summary>
    public TimeSpan? RetryIn { get; init; }
}
