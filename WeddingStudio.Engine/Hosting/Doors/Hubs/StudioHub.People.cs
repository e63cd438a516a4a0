using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IPeopleHub"/>
public sealed partial class StudioHub
{
    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<PersonTile>> People(WeddingId weddingId) => people.TilesAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<PersonView?> Person(WeddingId weddingId, int personId) => people.PersonAsync(weddingId, personId, Ct);

    [Needs(HubRight.Member)]
    public Task<PhotoView?> Photo(WeddingId weddingId, int photoId) => people.PhotoAsync(weddingId, photoId, Ct);

    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<QuestionView>> Questions(WeddingId weddingId) => questions.OfAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> Correct(WeddingId weddingId, Statement statement) =>
        pipeline.CorrectAsync(weddingId, UserId, statement, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> DrawFace(WeddingId weddingId, int photoId, PhotoShare share, Statement whose) =>
        pipeline.DrawFaceAsync(weddingId, UserId, photoId, share, whose with { Kind = CorrectionKind.FaceDrawn }, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> Undo(WeddingId weddingId) => pipeline.UndoAsync(weddingId, UserId, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> Redo(WeddingId weddingId) => pipeline.RedoAsync(weddingId, UserId, CancellationToken.None);
}
