using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Engine;

/// <summary>What a user says runs down the same flow, but only for the people it concerns.</summary>
public sealed partial class StudioPipeline
{
    public async Task<CorrectionOutcome> CorrectAsync(string weddingId, string userId, Statement statement, CancellationToken ct) =>
        await FollowAsync(weddingId, await people.CorrectAsync(weddingId, userId, statement, ct), ct);

    public async Task<CorrectionOutcome> UndoAsync(string weddingId, string userId, CancellationToken ct) =>
        await FollowAsync(weddingId, await people.UndoAsync(weddingId, userId, ct), ct);

    public async Task<CorrectionOutcome> RedoAsync(string weddingId, string userId, CancellationToken ct) =>
        await FollowAsync(weddingId, await people.RedoAsync(weddingId, userId, ct), ct);

    private async Task<CorrectionOutcome> FollowAsync(string weddingId, PeopleChange change, CancellationToken ct)
    {
        if (!change.Outcome.Accepted)
            return change.Outcome;

        var scored = await scores.RescoreAsync(weddingId, change.PersonIds, ct);
        var picked = await picks.RepickAsync(weddingId, [.. change.PersonIds.Union(scored)], ct);
        events.OnPeopleChanged(new StudioChange(weddingId, change.Revision, [.. change.PersonIds]));
        events.OnPicksChanged(new StudioChange(weddingId, change.Revision, [.. picked]));
        return change.Outcome;
    }
}
