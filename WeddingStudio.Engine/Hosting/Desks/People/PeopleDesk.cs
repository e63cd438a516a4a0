using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Engine.Hosting.Desks.People;

/// <summary>What the pages show of people: tiles, one person, one photo.</summary>
public sealed class PeopleDesk(StudioStore store)
{
    public Task<IReadOnlyList<PersonTile>> TilesAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync<IReadOnlyList<PersonTile>>(async db =>
            await Tiles(db, db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null && p.FaceCount > 0))
                .ToListAsync(ct), ct);

    /// <summary>The person with this id or whom they were merged into; null when there is no such person.</summary>
    public Task<PersonView?> PersonAsync(WeddingId weddingId, int personId, CancellationToken ct) => store.ReadAsync(async db =>
    {
        if (await db.ResolvePersonAsync(weddingId, personId, ct) is not { Id: var id })
            return null;
        var tile = await Tiles(db, db.People.Where(p => p.WeddingId == weddingId && p.Id == id)).SingleOrDefaultAsync(ct);
        if (tile is null)
            return null;
        var faces = await FacesAsync(db, weddingId, id, ct);
        var byId = faces.ToDictionary(f => f.FaceId);
        var picks = await db.Picks.Where(p => p.WeddingId == weddingId && p.PersonId == id).OrderBy(p => p.Rank).ToListAsync(ct);
        var best = picks.Where(p => byId.ContainsKey(p.FaceId)).Select(p => new PickView(p.Rank, p.Reason, byId[p.FaceId]));
        return new PersonView(tile, id == personId ? null : personId, [.. best], faces);
    }, ct);

    public Task<PhotoView?> PhotoAsync(WeddingId weddingId, int photoId, CancellationToken ct) => store.ReadAsync(async db =>
    {
        var photo = await db.Photos.SingleOrDefaultAsync(
            p => p.WeddingId == weddingId && p.Id == photoId && p.ContentHash != null && p.State != PhotoState.Gone, ct);
        if (photo is null)
            return null;
        var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
        var camera = await db.Cameras.SingleOrDefaultAsync(c => c.Id == photo.CameraId, ct);
        var names = await db.People.Where(p => p.WeddingId == weddingId).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var faces = await db.Faces.Shown().Where(f => f.WeddingId == weddingId && f.PhotoId == photoId)
            .Select(f => new { f.Id, f.PersonId, f.Box }).ToListAsync(ct);
        return new PhotoView
        {
            PhotoId = photo.Id,
            Name = photo.Path,
            ScreenUrl = MediaUrls.Preview(weddingId, photo.ContentHash!, MediaUrls.ScreenPx),
            WidthPx = photo.WidthPx,
            HeightPx = photo.HeightPx,
            TakenAt = wedding.LocalTime(photo.TakenAt, camera?.OffsetSeconds ?? 0),
            Faces = [.. faces.Select(
                f => new PhotoFaceView(f.Id, f.PersonId, f.PersonId is { } id ? names.GetValueOrDefault(id) : null, Share(f.Box, photo)))],
        };
    }, ct);

    private static IQueryable<PersonTile> Tiles(StudioDb db, IQueryable<Person> people) =>
        from person in people
        join face in db.Faces on person.CoverFaceId equals face.Id into covers
        from cover in covers.DefaultIfEmpty()
        select new PersonTile
        {
            Id = person.Id,
            Name = person.Name,
            Role = person.Role,
            PhotoCount = person.PhotoCount,
            FaceCount = person.FaceCount,
            SeenOnce = person.SeenOnce,
            Hidden = person.Hidden,
            FaceUrl = cover == null ? null : MediaUrls.Face(person.WeddingId, cover.Key),
            Provisional = !db.BasePartitions.Any(b => b.WeddingId == person.WeddingId && b.IsFinal),
            IsClear = db.Faces.Any(f => f.WeddingId == person.WeddingId && f.PersonId == person.Id
                && (f.Drawn || f.Quality >= FaceQueries.ClearFromQuality)),
        };

    private static async Task<List<FaceView>> FacesAsync(StudioDb db, WeddingId weddingId, int personId, CancellationToken ct)
    {
        var rules = (await db.PhotoRules.Where(r => r.WeddingId == weddingId && (r.PersonId == null || r.PersonId == personId))
            .ToListAsync(ct))
            .ToLookup(r => r.PhotoId, r => r.Kind);
        var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
        var times = await CameraTimes.LoadAsync(db, weddingId, ct);
        var faces = await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId == personId && f.Photo!.ContentHash != null)
            .Select(f => new { f.Id, f.Key, f.PhotoId, f.Photo!.Path, f.Photo.ContentHash, f.Photo.WidthPx, f.Photo.HeightPx,
                f.Photo.TakenAt, f.Photo.CameraId, f.Box })
            .ToListAsync(ct);
        var views = faces.Select(f => new FaceView
        {
            FaceId = f.Id,
            PhotoId = f.PhotoId,
            PhotoName = f.Path,
            Url = MediaUrls.Face(weddingId, f.Key),
            TileUrl = MediaUrls.Preview(weddingId, f.ContentHash!, MediaUrls.TilePx),
            ScreenUrl = MediaUrls.Preview(weddingId, f.ContentHash!, MediaUrls.ScreenPx),
            WidthPx = f.WidthPx,
            HeightPx = f.HeightPx,
            CentreX = f.Box.CentreX / f.WidthPx,
            CentreY = f.Box.CentreY / f.HeightPx,
            TakenAt = wedding.LocalTime(f.TakenAt, times.OffsetOf(f.CameraId)),
            Rules = [.. rules[f.PhotoId].Distinct()],
        });
        return [.. views.OrderBy(f => f.TakenAt ?? DateTime.MaxValue).ThenBy(f => f.PhotoName, StringComparer.Ordinal)];
    }

    private static PhotoShare Share(FaceBox box, Photo photo) =>
        new(box.X1 / photo.WidthPx, box.Y1 / photo.HeightPx, box.X2 / photo.WidthPx, box.Y2 / photo.HeightPx);
}
