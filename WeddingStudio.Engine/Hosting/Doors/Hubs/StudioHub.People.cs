using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.People;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    public async Task<IReadOnlyList<PersonTile>> People(string weddingId)
    {
        await RequireAsync(weddingId);
        return await people.TilesAsync(weddingId, Ct);
    }

    public async Task<PersonView?> Person(string weddingId, int personId)
    {
        await RequireAsync(weddingId);
        return await people.PersonAsync(weddingId, personId, Ct);
    }

    public async Task<PhotoView?> Photo(string weddingId, int photoId)
    {
        await RequireAsync(weddingId);
        return await people.PhotoAsync(weddingId, photoId, Ct);
    }

    /// <summary>Pairs of people who may be one, the most useful to know first; none while people are provisional.</summary>
    public async Task<IReadOnlyList<QuestionView>> Questions(string weddingId)
    {
        await RequireAsync(weddingId);
        return await questions.OfAsync(weddingId, Ct);
    }

    /// <summary>Takes a statement to its end even when the page that made it goes away: what a user said is never lost.</summary>
    public async Task<CorrectionOutcome> Correct(string weddingId, Statement statement)
    {
        await RequireAsync(weddingId);
        return await pipeline.CorrectAsync(weddingId, UserId, statement, CancellationToken.None);
    }

    /// <summary>A face somebody drew into a photo, and whose it is.</summary>
    public async Task<CorrectionOutcome> DrawFace(string weddingId, int photoId, FaceBox share, Statement whose)
    {
        await RequireAsync(weddingId);
        return await pipeline.DrawFaceAsync(weddingId, UserId, photoId, share, whose with { Kind = CorrectionKind.FaceDrawn }, CancellationToken.None);
    }

    public async Task<CorrectionOutcome> Undo(string weddingId)
    {
        await RequireAsync(weddingId);
        return await pipeline.UndoAsync(weddingId, UserId, CancellationToken.None);
    }

    public async Task<CorrectionOutcome> Redo(string weddingId)
    {
        await RequireAsync(weddingId);
        return await pipeline.RedoAsync(weddingId, UserId, CancellationToken.None);
    }
}
