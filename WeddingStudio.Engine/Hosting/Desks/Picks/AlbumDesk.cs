using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Picks.Album;

namespace WeddingStudio.Engine.Hosting.Desks.Picks;

/// <summary>What the Album page shows: the smallest album with everyone, and who has no or few photos.</summary>
public sealed class AlbumDesk(StudioStore store)
{
    public Task<AlbumView> ViewAsync(WeddingId weddingId, CancellationToken ct) => store.ReadAsync(async db =>
    {
        var album = await AlbumRows.ChooseAsync(db, weddingId, ct);
        var seen = await SeenAsync(db, weddingId, ct);
        var tiles = await TilesAsync(db, weddingId, album, seen, ct);
        var people = album.Photos.Sum(c => c.For.Count) + album.NotShown.Count;
        return new AlbumView
        {
            Photos = tiles,
            People = people,
            NotShown = InOrder(album.NotShown, seen),
            PassersBy = Math.Max(0, seen.Count - people),
            AnyPeople = seen.Count > 0,
            Guests = await CoverageRows.LoadAsync(db, weddingId, ct),
            HasGuestList = await db.GuestEntries.AnyAsync(g => g.WeddingId == weddingId, ct),
        };
    }, ct);

    private static Task<Dictionary<int, AlbumPerson>> SeenAsync(StudioDb db, WeddingId weddingId, CancellationToken ct) => (
        from person in db.People
        where person.WeddingId == weddingId && person.RedirectToId == null && person.FaceCount > 0 && !person.Hidden
        join face in db.Faces on person.CoverFaceId equals face.Id into covers
        from cover in covers.DefaultIfEmpty()
        select new AlbumPerson(person.Id, person.Name, person.Role, cover == null ? null : MediaUrls.Face(weddingId, cover.Key)))
        .ToDictionaryAsync(p => p.PersonId, ct);

    private static async Task<IReadOnlyList<AlbumTile>> TilesAsync(
        StudioDb db, WeddingId weddingId, Album album, Dictionary<int, AlbumPerson> seen, CancellationToken ct)
    {
        var ids = album.Photos.Select(c => c.Photo.PhotoId).ToList();
        var photos = await db.Photos.Where(p => p.WeddingId == weddingId && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var moments = await db.Moments.Where(m => m.WeddingId == weddingId).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
        return [.. album.Photos.Select(choice => Tile(choice, photos[choice.Photo.PhotoId]))];

        AlbumTile Tile(AlbumChoice choice, Photo photo) => new()
        {
            PhotoId = photo.Id,
            Name = photo.Path,
            TileUrl = MediaUrls.Preview(weddingId, photo.ContentHash!, MediaUrls.TilePx),
            ScreenUrl = MediaUrls.Preview(weddingId, photo.ContentHash!, MediaUrls.ScreenPx),
            WidthPx = photo.WidthPx,
            HeightPx = photo.HeightPx,
            TakenAt = wedding.LocalTime(choice.Photo.At),
            Moment = moments.GetValueOrDefault(photo.MomentId ?? 0),
            For = InOrder(choice.For, seen),
        };
    }

    /// <summary>Those with a name first, by role: they are the ones a couple looks for.</summary>
    private static IReadOnlyList<AlbumPerson> InOrder(IEnumerable<int> people, Dictionary<int, AlbumPerson> seen) =>
    [
        .. people.Where(seen.ContainsKey).Select(id => seen[id]).OrderBy(p => p.Name is null).ThenBy(p => Place(p.Role))
            .ThenBy(p => p.PersonId),
    ];

    private static int Place(string? role) =>
        role is not null && Roles.All.Contains(role) ? Roles.All.TakeWhile(r => r != role).Count() : Roles.All.Count;
}
