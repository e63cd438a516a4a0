using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Scores;

/// <summary>
/// Scores every face that belongs to somebody. Scoring is arithmetic on stored measures, so whole photos are scored
/// again each time and only differences are written.
/// </summary>
public sealed class ScoresStage(StudioStore store, IOptions<ScoresOptions> options)
{
    public async Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var faces = await store.ReadAsync(db => db.Faces.CountAsync(f => f.WeddingId == weddingId && f.PersonId != null, ct), ct);
        progress.Report(new StageProgress(Stage.Scores, 0, faces));
        await DeriveAsync(weddingId, null, ct);
        progress.Report(new StageProgress(Stage.Scores, faces, faces));
    }

    /// <summary>Scores again all faces of the photos these people are in, or were taken out of.</summary>
    /// <returns>Everybody whose scores changed: company counts, so it can be others too.</returns>
    public async Task<IReadOnlySet<int>> RescoreAsync(WeddingId weddingId, IReadOnlySet<int> personIds, CancellationToken ct) =>
        (await DeriveAsync(weddingId, personIds, ct)).Changed.Select(score => score.PersonId).ToHashSet();

    /// <param name="Changed">Scores that are new or others than they were.</param>
    /// <param name="Gone">Face.Ids of faces that have none any more.</param>
    private sealed record NewScores(IReadOnlyList<FaceScore> Changed, IReadOnlyCollection<int> Gone);

    private Task<NewScores> DeriveAsync(WeddingId weddingId, IReadOnlySet<int>? personIds, CancellationToken ct) =>
        store.DeriveAsync(weddingId,
            async db =>
            {
                if (personIds is null)
                    return await ScoreAsync(db, weddingId, db.Photos.Where(p => p.WeddingId == weddingId), null, ct);
                var photoIds = await TouchedAsync(db, weddingId, personIds, ct);
                return await ScoreAsync(db, weddingId, db.Photos.Where(p => photoIds.Contains(p.Id)), personIds, ct);
            },
            (db, scores) =>
            {
                ScoreRows.Write(db, weddingId, scores.Changed, ct);
                ScoreRows.Delete(db, scores.Gone, ct);
                return Task.FromResult(scores.Changed.Count + scores.Gone.Count > 0);
            }, ct);

    /// <summary>
    /// Photos to score again. As a list: left to the database inside later questions they are searched for again and again.
    /// </summary>
    private static async Task<int[]> TouchedAsync(StudioDb db, WeddingId weddingId, IReadOnlySet<int> personIds, CancellationToken ct)
    {
        int?[] people = [.. personIds.Select(id => (int?)id)];
        var theirs = await db.Faces.Where(f => f.WeddingId == weddingId && people.Contains(f.PersonId))
            .Select(f => f.PhotoId).ToListAsync(ct);

        // A face that is nobody's any more but still has a score has just been taken out: its neighbours lost company.
        var left = await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId == null && db.Scores.Any(s => s.FaceId == f.Id))
            .Select(f => f.PhotoId).ToListAsync(ct);
        int[] photoIds = [.. theirs.Union(left)];
        var series = await db.Photos.Where(p => photoIds.Contains(p.Id) && p.SeriesId != null).Select(p => p.SeriesId)
            .Distinct().ToListAsync(ct);
        var frames = await db.Photos.Where(p => p.WeddingId == weddingId && series.Contains(p.SeriesId)).Select(p => p.Id).ToListAsync(ct);
        return [.. photoIds.Union(frames).Order()];
    }

    /// <param name="personIds">Whose photos are others than they were; null = everybody's.</param>
    private async Task<NewScores> ScoreAsync(
        StudioDb db, WeddingId weddingId, IQueryable<Photo> photos, IReadOnlySet<int>? personIds, CancellationToken ct)
    {
        var weighed = options.Value.For(await db.Weddings.AsNoTracking().SingleAsync(w => w.Id == weddingId, ct));
        var rows = (await ScoreRows.LoadFacesAsync(db, photos, ct)).ToList();
        var before = await ScoreRows.LoadScoresAsync(db, photos, ct);
        int? Counted(MeasuredFace face) =>
            personIds?.Contains(face.PersonId) != false ? null : before.GetValueOrDefault(face.FaceId).PhotosOfMoment;
        var known = await KnownPeople.LoadAsync(db, weddingId,
            rows.Where(r => Counted(r.Face) is null).Select(r => r.Face.PersonId).ToHashSet(), ct);
        ScoredFrame[] frames = [.. rows.GroupBy(r => r.PhotoId).Select(photo => new ScoredFrame(photo.First().SeriesId,
            [.. PhotoScores.Of(photo.First().Frame, [.. photo.Select(r => known.Add(r.Face, r.MomentId, Counted(r.Face)))], weighed)]))];
        var changed = new List<FaceScore>();
        foreach (var score in SeriesScores.Judge(frames))
        {
            if (!before.Remove(score.FaceId, out var old) || old != score with { PersonId = 0, Exact = 0 })
                changed.Add(score);
        }

        return new NewScores(changed, before.Keys);
    }
}
