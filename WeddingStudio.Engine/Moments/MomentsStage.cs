using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Moments;

/// <summary>Puts every photo with a time into a moment of the day, and frames of one burst into a series.</summary>
public sealed class MomentsStage(StudioStore store, IOptions<MomentsOptions> options)
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var photos = await LoadAsync(db, weddingId, ct);
            progress.Report(new StageProgress(Stage.Moments, 0, photos.Count));
            var wedding = await db.Weddings.AsNoTracking().SingleAsync(w => w.Id == weddingId, ct);
            var timeline = await db.TimelineEntries.AsNoTracking().Where(t => t.WeddingId == weddingId).ToListAsync(ct);
            List<TimedPhoto> timed = [.. photos.Select(p => p.Timed).OfType<TimedPhoto>()];
            var moments = DayCut.Cut(timed, timeline, TimeZoneInfo.FindSystemTimeZoneById(wedding.TimeZone), options.Value);
            var momentOf = await WriteMomentsAsync(db, weddingId, moments, ct);
            WritePhotos(db, photos, momentOf, Bursts.Find(timed, options.Value), ct);
            progress.Report(new StageProgress(Stage.Moments, photos.Count, photos.Count));
        }, ct);

    private sealed record Placed(int Id, int? MomentId, int? SeriesId, TimedPhoto? Timed);

    private static async Task<List<Placed>> LoadAsync(StudioDb db, string weddingId, CancellationToken ct)
    {
        var offsets = await db.Cameras.Where(c => c.WeddingId == weddingId).ToDictionaryAsync(c => c.Id, c => c.OffsetSeconds, ct);
        var rows = await db.Photos.Where(p => p.WeddingId == weddingId && p.State == PhotoState.Ready)
            .Select(p => new { p.Id, p.Path, p.TakenAt, p.CameraId, p.PerceptualHash, p.MomentId, p.SeriesId }).ToListAsync(ct);
        return [.. rows.Select(p => new Placed(p.Id, p.MomentId, p.SeriesId, p.TakenAt is not { } at ? null
            : new TimedPhoto(p.Id, p.Path, at.AddSeconds(p.CameraId is { } camera ? offsets.GetValueOrDefault(camera) : 0), p.CameraId, p.PerceptualHash)))];
    }

    /// <summary>Keeps the rows of earlier runs by their place in the day, so that a run that finds the same day writes nothing.</summary>
    private static async Task<Dictionary<int, int>> WriteMomentsAsync(
        StudioDb db, string weddingId, IReadOnlyList<DayMoment> moments, CancellationToken ct)
    {
        var rows = await db.Moments.Where(m => m.WeddingId == weddingId).OrderBy(m => m.Ordinal).ToListAsync(ct);
        for (var i = 0; i < moments.Count; i++)
        {
            if (i == rows.Count)
            {
                rows.Add(new Moment { WeddingId = weddingId, Name = moments[i].Name });
                db.Moments.Add(rows[i]);
            }

            rows[i].Ordinal = i;
            rows[i].Name = moments[i].Name;
            rows[i].StartsAt = moments[i].StartsAt;
            rows[i].EndsAt = moments[i].EndsAt;
        }

        db.Moments.RemoveRange(rows.Skip(moments.Count));
        await db.SaveChangesAsync(ct);
        return moments.SelectMany((moment, i) => moment.Photos.Select(photo => (photo.Id, MomentId: rows[i].Id))).ToDictionary(p => p.Id, p => p.MomentId);
    }

    private static void WritePhotos(
        StudioDb db, List<Placed> photos, Dictionary<int, int> momentOf, IReadOnlyDictionary<int, int> seriesOf, CancellationToken ct)
    {
        var changed = photos
            .Select(p => new { p.Id, Before = (p.MomentId, p.SeriesId), After = (Moment: Find(momentOf, p.Id), Series: Find(seriesOf, p.Id)) })
            .Where(p => p.Before != p.After);
        SqlBatch.Run(db, "UPDATE Photos SET MomentId = $1, SeriesId = $2 WHERE Id = $0",
            changed.Select(p => new object?[] { p.Id, p.After.Moment, p.After.Series }), ct);
    }

    private static int? Find(IReadOnlyDictionary<int, int> ids, int photoId) => ids.TryGetValue(photoId, out var id) ? id : null;
}
