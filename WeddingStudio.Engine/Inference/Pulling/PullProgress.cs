namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>How far a pack has come. TimeLeft null means not yet known.</summary>
/// <param name="RetryIn">The connection failed and is tried again after this pause.</param>
public sealed record PullProgress(string Pack, long DoneBytes, long TotalBytes, double BytesPerSecond, TimeSpan? TimeLeft, TimeSpan? RetryIn = null);
