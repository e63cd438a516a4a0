using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Engine.Picks;

/// <summary>Picks everybody's best different photos, hidden people's too; only what changed is written.</summary>
public sealed class PicksStage(StudioStore store, IOptions<PicksOptions> options)
{
    public async Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var people = await store.ReadAsync(db => db.People.CountAsync(p => p.WeddingId == weddingId && p.RedirectToId == null, ct), ct);
        progress.Report(new StageProgress(Stage.Picks, 0, people));
        await DeriveAsync(weddingId, null, ct);
        progress.Report(new StageProgress(Stage.Picks, people, people));
    }

    /// <summary>Picks again for these people only.</summary>
    /// <returns>Those whose picks are not what they were, in order.</returns>
    public async Task<IReadOnlyList<PickChange>> RepickAsync(WeddingId weddingId, IReadOnlyList<int> personIds, CancellationToken ct) =>
        (await DeriveAsync(weddingId, personIds, ct)).Changes;

    /// <param name="PersonIds">Whose picks are others than they were.</param>
    /// <param name="Rows">All picks of theirs.</param>
    /// <param name="Changes">What that means for each.</param>
    private sealed record NewPicks(IReadOnlyList<int> PersonIds, IReadOnlyList<PickRow> Rows, IReadOnlyList<PickChange> Changes);

    private Task<NewPicks> DeriveAsync(WeddingId weddingId, IReadOnlyList<int>? personIds, CancellationToken ct) =>
        store.DeriveAsync(weddingId, db => PickAsync(db, weddingId, personIds, ct), (db, picks) =>
        {
            PickRows.Replace(db, weddingId, picks.PersonIds, picks.Rows, ct);
            return Task.FromResult(picks.PersonIds.Count > 0);
        }, ct);

    /// <summary>Why this photo is not among the person's best; null when it is, or when they are not in it.</summary>
    public Task<Message?> WhyNotAsync(WeddingId weddingId, int personId, int photoId, CancellationToken ct) => store.ReadAsync(async db =>
    {
        Candidate[] photos = [.. (await PickRows.LoadCandidatesAsync(db, weddingId, [personId], ct))[personId]];
        var count = (await CountsAsync(db, weddingId, ct))(await db.People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.WeddingId == weddingId && p.Id == personId, ct));
        return photos.Length == 0 ? null
            : WhyNot.Of(photoId, photos, BestPhotos.Select(photos, count, options.Value), options.Value,
                await MomentsAsync(db, weddingId, ct));
    }, ct);

    private async Task<NewPicks> PickAsync(
        StudioDb db, WeddingId weddingId, IReadOnlyList<int>? personIds, CancellationToken ct)
    {
        var counts = await CountsAsync(db, weddingId, ct);
        var people = await db.People.AsNoTracking().Where(p => p.WeddingId == weddingId).ToDictionaryAsync(p => p.Id, ct);
        var moments = await MomentsAsync(db, weddingId, ct);
        var candidates = await PickRows.LoadCandidatesAsync(db, weddingId, personIds, ct);
        var before = await PickRows.LoadPicksAsync(db, weddingId, personIds, ct);

        int[] ids = [.. candidates.Select(c => c.Key).Union(before.Select(p => p.Key)).Order()];
        var now = new PickRow[ids.Length][];
        Parallel.For(0, ids.Length, i =>
        {
            var person = people.GetValueOrDefault(ids[i]);
            now[i] = [.. PicksOf(ids[i], [.. candidates[ids[i]]], person?.Name, counts(person), moments)];
        });
        int[] changed = [.. Enumerable.Range(0, ids.Length).Where(i => !now[i].SequenceEqual(before[ids[i]]))];
        return new NewPicks(Array.ConvertAll(changed, i => ids[i]), [.. changed.SelectMany(i => now[i])],
            Array.ConvertAll(changed, i => PickChange.Of(ids[i], people.GetValueOrDefault(ids[i])?.Name, before[ids[i]], now[i])));
    }

    /// <summary>How many photos a person is given: as said of them, else of their role, else of all.</summary>
    private static async Task<Func<Person?, int>> CountsAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var all = await db.Weddings.Where(w => w.Id == weddingId).Select(w => w.PicksPerPerson).SingleAsync(ct);
        var said = await db.PickCounts.AsNoTracking().Where(c => c.WeddingId == weddingId).ToListAsync(ct);
        return person => Math.Max(1, (said.Find(c => c.PersonId is { } id && id == person?.Id)
            ?? said.Find(c => c.Role is { } role && role == person?.Role))?.Count ?? all);
    }

    private static Task<Dictionary<int, Message>> MomentsAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) =>
        db.Moments.Where(m => m.WeddingId == weddingId).ToDictionaryAsync(m => m.Id, m => m.Name, ct);

    private IEnumerable<PickRow> PicksOf(
        int personId, IReadOnlyList<Candidate> candidates, string? name, int count, IReadOnlyDictionary<int, Message> moments)
    {
        var picked = BestPhotos.Select(candidates, count, options.Value);
        var reasons = Reasons.Of(picked, candidates, name, moments);
        return picked.Select((pick, i) =>
            new PickRow(personId, pick.Candidate.PhotoId, pick.Candidate.FaceId, i + 1, pick.Candidate.Score, reasons[i]));
    }
}
