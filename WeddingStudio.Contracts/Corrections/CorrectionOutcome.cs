namespace WeddingStudio.Contracts;

/// <summary>Whether a statement was taken. Message says what happened or why not.</summary>
/// <param name="NewPersonId">The person a Split or Move made, else null.</param>
public sealed record CorrectionOutcome(bool Accepted, Message Message, int? NewPersonId = null)
{
    /// <summary>Which news of the wedding tell of it; 0 when nothing was changed.</summary>
    public long Revision { get; init; }
}
