namespace WeddingStudio.Contracts;

/// <summary>What came of something a user asked for: done, or why not, in words for the page.</summary>
/// <param name="WeddingId">The wedding that was made, where one was.</param>
public sealed record DeskAnswer(bool Done, string Message, WeddingId? WeddingId = null)
{
    /// <summary>Which news of the wedding tell of it; 0 where none do.</summary>
    public long Revision { get; init; }
}
