using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Picks.Album;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Galleries.TakeAway;

/// <param name="Folder">Empty, or ends with a slash.</param>
/// <param name="TakenAt">UTC, the camera's offset applied.</param>
internal sealed record TakeAwayPhoto(string Folder, Photo Photo, DateTime? TakenAt);

/// <summary>Reads which photos leave, and into which folders. What is never shown or kept from guests stays.</summary>
internal static class TakeAwayRows
{
    public static async Task<IReadOnlyList<TakeAwayPhoto>> AlbumAsync(StudioDb db, WeddingId weddingId, CancellationToken ct)
    {
        var album = await AlbumRows.ChooseAsync(db, weddingId, ct);
        var photos = await PhotosAsync(db, weddingId, album.Photos.Select(c => c.Photo.PhotoId), ct);
        return [.. album.Photos.Select(c => new TakeAwayPhoto("", photos[c.Photo.PhotoId], c.Photo.At))];
    }

    /// <summary>A folder per person, in the order of their numbers; within it the best first.</summary>
    public static async Task<IReadOnlyList<TakeAwayPhoto>> BestAsync(
        StudioDb db, WeddingId weddingId, StudioWords words, CancellationToken ct)
    {
        var picks = await (
            from pick in db.Picks
            where pick.WeddingId == weddingId
            join person in db.People on new { pick.WeddingId, pick.PersonId } equals new { person.WeddingId, PersonId = person.Id }
            where !person.Hidden && person.RedirectToId == null
                && !db.PhotoRules.Any(r => r.WeddingId == weddingId && r.PhotoId == pick.PhotoId
                    && (r.PersonId == null || r.PersonId == pick.PersonId)
                    && r.Kind != PhotoRuleKind.AlwaysShow)
            orderby pick.PersonId, pick.Rank
            select new { pick.PersonId, person.Name, pick.PhotoId }).ToListAsync(ct);
        var known = await AlbumRows.KnownAsync(db, weddingId, ct);
        var photos = await PhotosAsync(db, weddingId, picks.Select(p => p.PhotoId), ct);
        var times = await CameraTimes.LoadAsync(db, weddingId, ct);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. picks.Where(p => known.Contains(p.PersonId)).GroupBy(p => (p.PersonId, p.Name)).SelectMany(of =>
            {
                var folder = FolderOf(words.TitleOf(of.Key.Name, of.Key.PersonId), taken);
                return of.Select(p => photos[p.PhotoId])
                    .Select(photo => new TakeAwayPhoto(folder, photo, times.At(photo.TakenAt, photo.CameraId)));
            }),
        ];
    }

    private static string FolderOf(string name, HashSet<string> taken)
    {
        // `Dr. Ada` has no ending.
        var plain = FileNames.OfText(name.Replace(".", ""));
        var folder = FileNames.Free(plain, taken.Contains);
        taken.Add(folder);
        return $"{folder}/";
    }

    private static async Task<Dictionary<int, Photo>> PhotosAsync(
        StudioDb db, WeddingId weddingId, IEnumerable<int> photoIds, CancellationToken ct)
    {
        var ids = photoIds.Distinct().ToList();
        return await db.Photos.Where(p => p.WeddingId == weddingId && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
    }
}
