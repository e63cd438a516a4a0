using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IPeopleHub"/>
public sealed partial class StudioHub
{
    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<PersonTile>> People(string weddingId) => people.TilesAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<PersonView?> Person(string weddingId, int personId) => people.PersonAsync(weddingId, personId, Ct);

    [Needs(HubRight.Member)]
    public Task<PhotoView?> Photo(string weddingId, int photoId) => people.PhotoAsync(weddingId, photoId, Ct);

    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<QuestionView>> Questions(string weddingId) => questions.OfAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> Correct(string weddingId, Statement statement) => pipeline.CorrectAsync(weddingId, UserId, statement, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> DrawFace(string weddingId, int photoId, PhotoShare share, Statement whose) =>
        pipeline.DrawFaceAsync(weddingId, UserId, photoId, share, whose with { Kind = CorrectionKind.FaceDrawn }, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> Undo(string weddingId) => pipeline.UndoAsync(weddingId, UserId, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<CorrectionOutcome> Redo(string weddingId) => pipeline.RedoAsync(weddingId, UserId, CancellationToken.None);
}
