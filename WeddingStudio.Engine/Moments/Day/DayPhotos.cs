using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments.Clocks;
using WeddingStudio.Engine.Moments.Shots;

namespace WeddingStudio.Engine.Moments.Day;

/// <summary>What the moments stage reads of a wedding.</summary>
internal sealed class DayPhotos
{
    internal sealed record Row(
        int Id, string Path, DateTime? TakenAt, int? CameraId, long PerceptualHash, int WidthPx, int HeightPx, int? MomentId, int? SeriesId,
        int? ShotId, float[] Colours);

    public required IReadOnlyDictionary<int, Camera> Cameras { get; init; }
    public required IReadOnlyList<Row> Photos { get; init; }
    public required IReadOnlyDictionary<int, int[]> People { get; init; }

    public static async Task<DayPhotos> LoadAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var people = await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null)
            .Select(f => new { f.PhotoId, f.PersonId }).ToListAsync(ct);
        return new DayPhotos
        {
            Cameras = await db.Cameras.Where(c => c.WeddingId == weddingId).ToDictionaryAsync(c => c.Id, ct),
            Photos = await db.Photos.Where(p => p.WeddingId == weddingId && p.State == PhotoState.Ready).OrderBy(p => p.Id)
                .Select(p => new Row(p.Id, p.Path, p.TakenAt, p.CameraId, p.PerceptualHash, p.WidthPx, p.HeightPx, p.MomentId, p.SeriesId,
                    p.ShotId, p.Measures.Colours)).ToListAsync(ct),
            People = people.GroupBy(f => f.PhotoId)
                .ToDictionary(g => g.Key, g => g.Select(f => f.PersonId!.Value).Distinct().Order().ToArray()),
        };
    }

    /// <summary>With embeddings, which are large: of the named photos only.</summary>
    public static async Task<ILookup<int, VersionFace>> FacesAsync(StudioDb db, IReadOnlyCollection<int> photoIds, CancellationToken ct)
    {
        var faces = await db.Faces.Where(f => photoIds.Contains(f.PhotoId)).OrderBy(f => f.Id)
            .Select(f => new { f.PhotoId, f.Box, f.Points, f.Embedding, f.Surround }).ToListAsync(ct);
        return faces.ToLookup(f => f.PhotoId, f => new VersionFace(f.Box, f.Points, f.Embedding, f.Surround));
    }

    /// <summary>By person: the faces of those who are in a photo without a time.</summary>
    public async Task<ILookup<int, (int PhotoId, float[] Embedding)>> FacesOfUntimedAsync(
        StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var people = Photos.Where(p => p.TakenAt is null).SelectMany(p => PeopleOf(p.Id)).Distinct().ToList();
        var faces = people.Count == 0 ? [] : await db.Faces.Where(f => f.WeddingId == weddingId && people.Contains(f.PersonId!.Value))
            .OrderBy(f => f.Id).Select(f => new { f.PhotoId, f.PersonId, f.Embedding }).ToListAsync(ct);
        return faces.ToLookup(f => f.PersonId!.Value, f => (f.PhotoId, f.Embedding));
    }

    /// <summary>Photo id to the clothes of those in it, where they were measured.</summary>
    public static async Task<ILookup<int, (int PersonId, float[] Clothes)>> ClothesAsync(
        StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var faces = await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null).OrderBy(f => f.Id)
            .Select(f => new { f.PhotoId, f.PersonId, f.Clothes }).ToListAsync(ct);
        return faces.Where(f => f.Clothes.Length > 0).ToLookup(f => f.PhotoId, f => (f.PersonId!.Value, f.Clothes));
    }

    public Placing.Photo Placed(int id, string path, float[] colours, ILookup<int, (int PersonId, float[] Clothes)> clothes) =>
        new(id, path, colours, PeopleOf(id), clothes[id].DistinctBy(c => c.PersonId).ToDictionary(c => c.PersonId, c => c.Clothes));

    public int[] PeopleOf(int photoId) => People.TryGetValue(photoId, out var people) ? people : [];

    public List<VersionPhoto> AsVersions() => [.. Photos.Select(p => new VersionPhoto(
        p.Id, p.Path, p.WidthPx, p.HeightPx, p.TakenAt, p.CameraId is { } camera ? Cameras[camera] : null,
        p.PerceptualHash, PeopleOf(p.Id)))];

    public IReadOnlyList<CameraClocks.Clock> Clocks()
    {
        var photos = Photos.Where(p => p is { TakenAt: not null, CameraId: not null }).ToLookup(p => p.CameraId!.Value);
        return [.. Cameras.Values.OrderBy(c => c.Id).Select(c => new CameraClocks.Clock(c.Id, photos[c.Id].Count(),
            c.OffsetByHand ? c.OffsetSeconds : null, ClockScene.From(photos[c.Id].Select(p => (p.TakenAt!.Value, PeopleOf(p.Id))))))];
    }

    /// <param name="shown">Photo id to the version shown, of shots with versions: a version without a
    /// time was taken when the others were.</param>
    /// <returns>In order of ids; photos whose time nobody knows are left out.</returns>
    public IReadOnlyList<TimedPhoto> Timed(IReadOnlyDictionary<int, int> shown)
    {
        var known = Photos.Where(p => p.TakenAt is not null && shown.ContainsKey(p.Id)).GroupBy(p => shown[p.Id])
            .ToDictionary(g => g.Key, g => g.First());
        return [.. Photos.Select(
            p => Timed(p, p.TakenAt is null && shown.TryGetValue(p.Id, out var shot) && known.TryGetValue(shot, out var like) ? like : p))
            .OfType<TimedPhoto>()];
    }

    private TimedPhoto? Timed(Row photo, Row clock) => clock.TakenAt is not { } at ? null
        : new TimedPhoto(photo.Id, photo.Path, at.AddSeconds(clock.CameraId is { } camera ? Cameras[camera].OffsetSeconds : 0),
            clock.CameraId, photo.PerceptualHash)
        {
            People = PeopleOf(photo.Id),
            Colours = photo.Colours,
        };
}
