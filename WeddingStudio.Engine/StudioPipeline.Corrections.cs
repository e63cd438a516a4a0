using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Engine.People.Statements;
using WeddingStudio.Engine.Picks;

namespace WeddingStudio.Engine;

/// <summary>What a user says runs down the same flow, but only for the people it concerns.</summary>
public sealed partial class StudioPipeline
{
    public async Task<CorrectionOutcome> CorrectAsync(WeddingId weddingId, string userId, Statement statement, CancellationToken ct) =>
        await FollowAsync(weddingId, await people.CorrectAsync(weddingId, userId, statement, ct));

    /// <summary>A face no detector found: it is read like any other, then said whose it is.</summary>
    /// <param name="share">Where it is, in shares 0..1 of the photo's width and height.</param>
    /// <param name="whose">A <see cref="CorrectionKind.FaceDrawn"/> without the face.</param>
    public async Task<CorrectionOutcome> DrawFaceAsync(
        WeddingId weddingId, string userId, int photoId, PhotoShare share, Statement whose, CancellationToken ct)
    {
        var drawn = await faces.DrawAsync(weddingId, photoId, share, ct);
        if (drawn.FaceId is not { } faceId)
            return new CorrectionOutcome(false, drawn.Why!);
        var outcome = await CorrectAsync(weddingId, userId, whose with { FaceIds = [faceId] }, ct);
        if (!outcome.Accepted && drawn.IsNew)
            await faces.ForgetDrawnAsync(faceId);
        return outcome;
    }

    public async Task<CorrectionOutcome> UndoAsync(WeddingId weddingId, string userId, CancellationToken ct) =>
        await FollowAsync(weddingId, await people.UndoAsync(weddingId, userId, ct));

    public async Task<CorrectionOutcome> RedoAsync(WeddingId weddingId, string userId, CancellationToken ct) =>
        await FollowAsync(weddingId, await people.RedoAsync(weddingId, userId, ct));

    /// <summary>Everything a tags file says, in one go.</summary>
    public async Task<TagsOutcome> ApplyTagsAsync(WeddingId weddingId, string userId, TagsFile file, CancellationToken ct)
    {
        var outcome = await people.ApplyTagsAsync(weddingId, userId, file, ct);
        if (outcome.Written.PersonIds.Count > 0)
            await FollowAsync(weddingId, outcome.Written, outcome.Revision);
        return outcome;
    }

    /// <summary>Brings scores and picks up to date with people, in case a process ended between a correction and its picks.</summary>
    public async Task CatchUpAsync(WeddingId weddingId, CancellationToken ct)
    {
        var silent = new Progress<StageProgress>();
        await moments.RunAsync(weddingId, silent, ct);
        await scores.RunAsync(weddingId, silent, ct);
        await picks.RunAsync(weddingId, silent, ct);
    }

    /// <summary>
    /// Something else counts now. It is kept already, so scores and picks follow whatever becomes of the caller, hence no token.
    /// </summary>
    public async Task WeighAgainAsync(WeddingId weddingId, long revision)
    {
        var silent = new Progress<StageProgress>();
        await scores.RunAsync(weddingId, silent, CancellationToken.None);
        await picks.RunAsync(weddingId, silent, CancellationToken.None);
        events.OnPicksChanged(new StudioChange(weddingId, revision, []));
    }

    private async Task<CorrectionOutcome> FollowAsync(WeddingId weddingId, PeopleChange change)
    {
        if (!change.Outcome.Accepted)
            return change.Outcome;
        var moved = PickChange.Told(await FollowAsync(weddingId, change.Written, change.Revision));
        return change.Outcome with { Message = change.Outcome.Message.Then(moved), Revision = change.Revision };
    }

    /// <summary>What was said is kept already, so whoever said it may go: the picks follow all the same, hence no token.</summary>
    private async Task<IReadOnlyList<PickChange>> FollowAsync(WeddingId weddingId, PeopleWritten written, long revision)
    {
        events.OnPeopleChanged(new StudioChange(weddingId, revision, [.. written.PersonIds]));
        var scored = written.ToScore.Count == 0 ? written.ToScore
            : await scores.RescoreAsync(weddingId, written.ToScore, CancellationToken.None);
        int[] concerned = [.. written.PersonIds.Union(scored)];
        var picked = await picks.RepickAsync(weddingId, concerned, CancellationToken.None);
        events.OnPicksChanged(new StudioChange(weddingId, revision, concerned));
        return picked;
    }
}
