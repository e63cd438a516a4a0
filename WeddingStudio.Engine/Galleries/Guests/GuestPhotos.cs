using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Engine.Galleries.Guests;

/// <summary>
/// A photo as a guest sees it: neither numbers nor reasons. TakenAt is UTC with the camera's offset applied; FaceX, FaceY is the
/// centre of the guest's face, 0..1 of width and height, so that crops show it.
/// </summary>
public sealed record GuestPhoto(
    int PhotoId, string ContentHash, string Path, int WidthPx, int HeightPx, DateTime? TakenAt, Message? Moment,
    double FaceX, double FaceY);

/// <summary>What guests see, and the one authority on what they may see.</summary>
public sealed class GuestPhotos(StudioStore store, TimeProvider time)
{
    /// <summary>May the visitor of this gallery see this photo in any form? False for closed and expired galleries.</summary>
    public Task<bool> MaySeeAsync(int galleryId, int photoId, CancellationToken ct) =>
        AskAsync(galleryId, false, (_, photos) => photos.AnyAsync(p => p.Id == photoId, ct), ct);

    /// <summary>Whose gallery it is now (after merges); null when nobody's, closed or expired.</summary>
    public Task<Person?> PersonAsync(int galleryId, CancellationToken ct) =>
        AskAsync<Person?>(galleryId, null, (_, _, person) => Task.FromResult<Person?>(person), ct);

    /// <summary>The person's best photos in rank order.</summary>
    public Task<IReadOnlyList<GuestPhoto>> BestAsync(int galleryId, CancellationToken ct) =>
        AskAsync<IReadOnlyList<GuestPhoto>>(galleryId, [],
            (db, photos, person) => ShowAsync(db, person.Id, Publishing.BestFor(db, person, photos), ct), ct);

    /// <summary>Every photo of the person, in order of time; those without a time come last.</summary>
    public Task<IReadOnlyList<GuestPhoto>> AllAsync(int galleryId, CancellationToken ct) =>
        AskAsync<IReadOnlyList<GuestPhoto>>(galleryId, [], async (db, photos, person) =>
        {
            var shown = await ShowAsync(db, person.Id, photos, ct);
            return [.. shown.OrderBy(p => p.TakenAt ?? DateTime.MaxValue).ThenBy(p => p.Path, StringComparer.Ordinal)];
        }, ct);

    private Task<T> AskAsync<T>(int galleryId, T nobody, Func<StudioDb, IQueryable<Photo>, Task<T>> ask, CancellationToken ct) =>
        AskAsync(galleryId, nobody, (db, photos, _) => ask(db, photos), ct);

    private Task<T> AskAsync<T>(int galleryId, T nobody, Func<StudioDb, IQueryable<Photo>, Person, Task<T>> ask, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return store.ReadAsync(async db =>
        {
            var gallery = await db.Galleries.SingleOrDefaultAsync(g => g.Id == galleryId && !g.Closed && g.ExpiresAt > now, ct);
            var person = gallery is null ? null : await db.ResolvePersonAsync(gallery.WeddingId, gallery.PersonId, ct);
            return person is null ? nobody : await ask(db, db.PhotosShownTo(person), person);
        }, ct);
    }

    private static async Task<IReadOnlyList<GuestPhoto>> ShowAsync(
        StudioDb db, int personId, IQueryable<Photo> photos, CancellationToken ct)
    {
        var rows = await photos.Select(photo => new
        {
            photo.Id,
            ContentHash = photo.ContentHash ?? "",
            photo.Path,
            photo.WidthPx,
            photo.HeightPx,
            photo.TakenAt,
            Offset = db.Cameras.Where(c => c.Id == photo.CameraId).Select(c => c.OffsetSeconds).FirstOrDefault(),
            Moment = db.Moments.Where(m => m.Id == photo.MomentId).Select(m => m.Name).FirstOrDefault(),
            Face = db.Faces.Where(f => f.WeddingId == photo.WeddingId && f.PersonId == personId && f.PhotoId == photo.Id)
                .OrderByDescending(f => f.Quality).Select(f => new { X = f.Box.X1 + f.Box.X2, Y = f.Box.Y1 + f.Box.Y2 }).FirstOrDefault(),
        }).ToListAsync(ct);
        return [.. rows.Select(r =>
            new GuestPhoto(r.Id, r.ContentHash, r.Path, r.WidthPx, r.HeightPx, r.TakenAt?.AddSeconds(r.Offset), r.Moment,
                r.Face is null ? .5 : r.Face.X / 2 / r.WidthPx, r.Face is null ? .5 : r.Face.Y / 2 / r.HeightPx))];
    }
}
