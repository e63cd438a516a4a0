namespace WeddingStudio.Contracts;

/// <summary>What came of something a user asked for: done, or why not.</summary>
/// <param name="WeddingId">The wedding that was made, where one was.</param>
public sealed record DeskAnswer(bool Done, Message Message, WeddingId? WeddingId = null)
{
    /// <summary>Which news of the wedding tell of it; 0 where none do.</summary>
    public long Revision { get; init; }
}
