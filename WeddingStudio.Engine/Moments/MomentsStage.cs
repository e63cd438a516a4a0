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
    public async Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var photos = await store.ReadAsync(
            db => db.Photos.CountAsync(p => p.WeddingId == weddingId && p.State == PhotoState.Ready, ct), ct);
        progress.Report(new StageProgress(Stage.Moments, 0, photos));
        await store.DeriveAsync(weddingId, db => OrderAsync(db, weddingId, ct), (db, day) => WriteAsync(db, weddingId, day, ct), ct);
        progress.Report(new StageProgress(Stage.Moments, photos, photos));
    }

    /// <param name="Offsets">Camera.Id to what is to be added to its times, where that is something else now.</param>
    /// <param name="Moments">In their order.</param>
    /// <param name="MomentOf">Photo.Id to the place of its moment among these.</param>
    /// <param name="SeriesOf">Photo.Id to the series it is in.</param>
    /// <param name="Shown">Photo.Id to the version that is shown for it.</param>
    private sealed record OrderedDay(
        IReadOnlyList<DayPhotos.Row> Photos, IReadOnlyList<(int CameraId, double Seconds)> Offsets, IReadOnlyList<DayMoment> Moments,
        IReadOnlyDictionary<int, int> MomentOf, IReadOnlyDictionary<int, int> SeriesOf, IReadOnlyDictionary<int, int> Shown);

    private async Task<OrderedDay> OrderAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var day = await DayPhotos.LoadAsync(db, weddingId, ct);
        var offsets = CameraClocks.Align(day.Clocks(), options.Value).Select(clock => (clock.Key, clock.Value))
            .Where(clock => day.Cameras[clock.Key].OffsetSeconds != clock.Value).ToList();
        foreach (var (cameraId, seconds) in offsets)
            day.Cameras[cameraId].OffsetSeconds = seconds;

        var versions = day.AsVersions();
        var candidates = Versions.Candidates(versions, AlikeFaces.Pairs(versions, await day.FacesOfUntimedAsync(db, weddingId, ct)));
        var faces = await DayPhotos.FacesAsync(db, [.. candidates.SelectMany(c => new[] { c.A.Id, c.B.Id }).Distinct()], ct);
        var shown = Versions.Find(candidates, faces);
        var timed = day.Timed(shown);
        var series = Series(timed, shown, candidates, faces);
        var (moments, momentOf) = await CutAsync(db, weddingId, day, timed, ct);
        return new OrderedDay(day.Photos, offsets, moments, momentOf, series, shown);
    }

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

    private async Task<(IReadOnlyList<DayMoment> Moments, Dictionary<int, int> MomentOf)> CutAsync(
        StudioDb db, WeddingId weddingId, DayPhotos day, IReadOnlyList<TimedPhoto> timed, CancellationToken ct)
    {
        var wedding = await db.Weddings.AsNoTracking().SingleAsync(w => w.Id == weddingId, ct);
        var timeline = await db.TimelineEntries.AsNoTracking().Where(t => t.WeddingId == weddingId).ToListAsync(ct);
        var moments = DayCut.Cut(timed, timeline, WeddingZone.Of(wedding), options.Value);
        var momentOf = moments.SelectMany((moment, i) => moment.Photos.Select(photo => (photo.Id, Moment: i)))
            .ToDictionary(p => p.Id, p => p.Moment);
        foreach (var (photoId, moment) in await PlaceAsync(db, weddingId, day, moments, ct))
            momentOf[photoId] = moment;
        return (moments, momentOf);
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

    private static async Task<bool> WriteAsync(StudioDb db, WeddingId weddingId, OrderedDay day, CancellationToken ct)
    {
        BulkRows.Update<Camera>(db, [nameof(Camera.Id)], [nameof(Camera.OffsetSeconds)],
            day.Offsets.Select(clock => new object?[] { clock.CameraId, clock.Seconds }), ct);
        var (rows, isChanged) = await MomentRows.WriteAsync(
            db, weddingId, day.Moments, day.Photos.ToDictionary(p => p.Id, p => p.MomentId), ct);
        var changed = day.Photos
            .Select(p => new { p.Id, Before = (p.MomentId, p.SeriesId, p.ShotId),
                After = (Moment: Find(day.MomentOf, p.Id) is { } moment ? rows[moment].Id : (int?)null,
                    Series: Find(day.SeriesOf, p.Id), Shot: Find(day.Shown, p.Id) is { } shot && shot != p.Id ? shot : (int?)null) })
            .Where(p => p.Before != p.After).ToList();
        BulkRows.Update<Photo>(db, [nameof(Photo.Id)], [nameof(Photo.MomentId), nameof(Photo.SeriesId), nameof(Photo.ShotId)],
            changed.Select(p => new object?[] { p.Id, p.After.Moment, p.After.Series, p.After.Shot }), ct);
        return isChanged || day.Offsets.Count + changed.Count > 0;
    }

    private static int? Find(IReadOnlyDictionary<int, int> ids, int photoId) => ids.TryGetValue(photoId, out var id) ? id : null;
}
