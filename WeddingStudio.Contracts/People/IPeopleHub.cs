namespace WeddingStudio.Contracts;

/// <summary>Who is in the photos, and what users say about them.</summary>
public interface IPeopleHub
{
    Task<IReadOnlyList<PersonTile>> People(WeddingId weddingId);

    /// <summary>The person with this id or whom they were merged into; null when there is no such person.</summary>
    Task<PersonView?> Person(WeddingId weddingId, int personId);

    /// <summary>Null when there is no such photo.</summary>
    Task<PhotoView?> Photo(WeddingId weddingId, int photoId);

    /// <summary>Pairs of people who may be one, the most useful to know first; none while people are provisional.</summary>
    [TakesLong]
    Task<IReadOnlyList<QuestionView>> Questions(WeddingId weddingId);

    /// <summary>Takes a statement to its end even when the page that made it goes away: what a user said is never lost.</summary>
    Task<CorrectionOutcome> Correct(WeddingId weddingId, Statement statement);

    /// <summary>A face somebody drew into a photo, and whose it is.</summary>
    Task<CorrectionOutcome> DrawFace(WeddingId weddingId, int photoId, PhotoShare share, Statement whose);

    Task<CorrectionOutcome> Undo(WeddingId weddingId);

    Task<CorrectionOutcome> Redo(WeddingId weddingId);
}
