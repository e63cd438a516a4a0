using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Picks;

/// <summary>Picks everybody's best different photos, hidden people's too; only what changed is written.</summary>
public sealed class PicksStage(StudioStore store, IOptions<PicksOptions> options)
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var people = await db.People.CountAsync(p => p.WeddingId == weddingId && p.RedirectToId == null, ct);
            progress.Report(new StageProgress(Stage.Picks, 0, people));
            await PickAsync(db, weddingId, null, ct);
            progress.Report(new StageProgress(Stage.Picks, people, people));
        }, ct);

    /// <summary>Picks again for these people only.</summary>
    /// <returns>Those whose picks are not what they were, in order.</returns>
    public Task<IReadOnlyList<int>> RepickAsync(string weddingId, IReadOnlyList<int> personIds, CancellationToken ct) =>
        store.WriteAsync(db => PickAsync(db, weddingId, personIds, ct), ct);

    private async Task<IReadOnlyList<int>> PickAsync(StudioDb db, string weddingId, IReadOnlyList<int>? personIds, CancellationToken ct)
    {
        var count = await db.Weddings.Where(w => w.Id == weddingId).Select(w => w.PicksPerPerson).SingleAsync(ct);
        var names = await db.People.Where(p => p.WeddingId == weddingId && p.Name != null).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var moments = await db.Moments.Where(m => m.WeddingId == weddingId).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var candidates = await PickRows.LoadCandidatesAsync(db, weddingId, personIds, ct);
        var before = await PickRows.LoadPicksAsync(db, weddingId, personIds, ct);

        var changed = new List<int>();
        var picks = new List<PickRow>();
        foreach (var id in candidates.Select(c => c.Key).Union(before.Select(p => p.Key)).Order())
        {
            PickRow[] now = [.. PicksOf(id, [.. candidates[id]], names.GetValueOrDefault(id), Math.Max(1, count), moments)];
            if (now.SequenceEqual(before[id]))
                continue;
            changed.Add(id);
            picks.AddRange(now);
        }

        PickRows.Replace(db, weddingId, changed, picks, ct);
        return changed;
    }

    private IEnumerable<PickRow> PicksOf(
        int personId, IReadOnlyList<Candidate> candidates, string? name, int count, IReadOnlyDictionary<int, string> moments)
    {
        var picked = BestPhotos.Select(candidates, count, options.Value);
        var reasons = Reasons.Of(picked, candidates, name, moments);
        return picked.Select((pick, i) =>
            new PickRow(personId, pick.Candidate.PhotoId, pick.Candidate.FaceId, i + 1, pick.Candidate.Score, reasons[i]));
    }
}
