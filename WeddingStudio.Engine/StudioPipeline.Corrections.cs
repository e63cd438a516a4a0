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

    /// <summary>Everything a tags file says, in one go.</summary>
    public async Task<TagsOutcome> ApplyTagsAsync(string weddingId, string userId, TagsFile file, CancellationToken ct)
    {
        var outcome = await people.ApplyTagsAsync(weddingId, userId, file, ct);
        if (outcome.PersonIds.Count > 0)
            await FollowAsync(weddingId, outcome.PersonIds, outcome.Revision, ct);
        return outcome;
    }

    private async Task<CorrectionOutcome> FollowAsync(string weddingId, PeopleChange change, CancellationToken ct)
    {
        if (change.Outcome.Accepted)
            await FollowAsync(weddingId, change.PersonIds, change.Revision, ct);
        return change.Outcome;
    }

    private async Task FollowAsync(string weddingId, IReadOnlySet<int> personIds, long revision, CancellationToken ct)
    {
        var scored = await scores.RescoreAsync(weddingId, personIds, ct);
        var picked = await picks.RepickAsync(weddingId, [.. personIds.Union(scored)], ct);
        events.OnPeopleChanged(new StudioChange(weddingId, revision, [.. personIds]));
        events.OnPicksChanged(new StudioChange(weddingId, revision, [.. picked]));
    }
}
