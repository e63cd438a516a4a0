using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Moments.Clocks;
using WeddingStudio.Engine.Moments.Day;
using WeddingStudio.Engine.Moments.Shots;

namespace WeddingStudio.Engine.Moments;

/// <summary>
/// Puts the cameras' clocks right, makes versions of one shot one photo and frames of one burst a series, and puts every photo
/// into a moment of the day.
/// </summary>
public sealed class MomentsStage(StudioStore store, IOptions<MomentsOptions> options)
{
    public Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var day = await DayPhotos.LoadAsync(db, weddingId, ct);
            progress.Report(new StageProgress(Stage.Moments, 0, day.Photos.Count));
            foreach (var (cameraId, seconds) in CameraClocks.Align(day.Clocks(), options.Value))
                day.Cameras[cameraId].OffsetSeconds = seconds;

            var versions = day.AsVersions();
            var candidates = Versions.Candidates(versions, AlikeFaces.Pairs(versions, await day.FacesOfUntimedAsync(db, weddingId, ct)));
            var faces = await DayPhotos.FacesAsync(db, [.. candidates.SelectMany(c => new[] { c.A.Id, c.B.Id }).Distinct()], ct);
            var shown = Versions.Find(candidates, faces);
            var timed = day.Timed(shown);
            var series = Series(timed, shown, candidates, faces);
            var momentOf = await CutAsync(db, weddingId, day, timed, ct);
            WritePhotos(db, day, momentOf, series, shown, ct);
            progress.Report(new StageProgress(Stage.Moments, day.Photos.Count, day.Photos.Count));
        }, ct);

    /// <summary>Series are made of shots; the other versions of a frame follow the one that is shown.</summary>
    private Dictionary<int, int> Series(
        IReadOnlyList<TimedPhoto> timed, IReadOnlyDictionary<int, int> shown, IReadOnlyList<(VersionPhoto A, VersionPhoto B)> candidates,
        ILookup<int, VersionFace> faces)
    {
        bool IsShown(int id) => shown.GetValueOrDefault(id, id) == id;
        var series = StillPoses.Add(candidates.Where(c => IsShown(c.A.Id) && IsShown(c.B.Id)), faces,
            Bursts.Find(timed.Where(p => IsShown(p.Id)), options.Value));
        foreach (var (id, shot) in shown)
        {
            if (series.TryGetValue(shot, out var burst))
                series[id] = burst;
        }

        return series;
    }

    private async Task<Dictionary<int, int>> CutAsync(
        StudioDb db, WeddingId weddingId, DayPhotos day, IReadOnlyList<TimedPhoto> timed, CancellationToken ct)
    {
        var wedding = await db.Weddings.AsNoTracking().SingleAsync(w => w.Id == weddingId, ct);
        var timeline = await db.TimelineEntries.AsNoTracking().Where(t => t.WeddingId == weddingId).ToListAsync(ct);
        var moments = DayCut.Cut(timed, timeline, WeddingZone.Of(wedding), options.Value);
        var rows = await MomentRows.WriteAsync(db, weddingId, moments, day.Photos.ToDictionary(p => p.Id, p => p.MomentId), ct);
        var momentOf = moments.SelectMany((moment, i) => moment.Photos.Select(photo => (photo.Id, MomentId: rows[i].Id)))
            .ToDictionary(p => p.Id, p => p.MomentId);
        foreach (var (photoId, moment) in await PlaceAsync(db, weddingId, day, moments, ct))
            momentOf[photoId] = rows[moment].Id;
        return momentOf;
    }

    /// <summary>Photos without a time, by whom and what they show. Where no photo has a time there is no day to place them in.</summary>
    private static async Task<IReadOnlyDictionary<int, int>> PlaceAsync(
        StudioDb db, WeddingId weddingId, DayPhotos day, IReadOnlyList<DayMoment> moments, CancellationToken ct)
    {
        var timed = moments.SelectMany(m => m.Photos).Select(p => p.Id).ToHashSet();
        var untimed = day.Photos.Where(p => !timed.Contains(p.Id)).ToList();
        if (untimed.Count == 0 || moments.Count == 0)
            return new Dictionary<int, int>();
        var clothes = await DayPhotos.ClothesAsync(db, weddingId, ct);
        return Placing.Find([.. untimed.Select(p => day.Placed(p.Id, p.Path, p.Colours, clothes))],
            [.. moments.Select(m => m.Photos.Select(p => day.Placed(p.Id, p.Path, p.Colours, clothes)).ToList())]);
    }

    private static void WritePhotos(
        StudioDb db, DayPhotos day, Dictionary<int, int> momentOf, Dictionary<int, int> seriesOf, IReadOnlyDictionary<int, int> shown,
        CancellationToken ct)
    {
        var changed = day.Photos
            .Select(p => new { p.Id, Before = (p.MomentId, p.SeriesId, p.ShotId), After = (Moment: Find(momentOf, p.Id),
                Series: Find(seriesOf, p.Id), Shot: Find(shown, p.Id) is { } shot && shot != p.Id ? shot : (int?)null) })
            .Where(p => p.Before != p.After);
        SqlBatch.Run(db, "UPDATE Photos SET MomentId = $1, SeriesId = $2, ShotId = $3 WHERE Id = $0",
            changed.Select(p => new object?[] { p.Id, p.After.Moment, p.After.Series, p.After.Shot }), ct);
    }

    private static int? Find(IReadOnlyDictionary<int, int> ids, int photoId) => ids.TryGetValue(photoId, out var id) ? id : null;
}
