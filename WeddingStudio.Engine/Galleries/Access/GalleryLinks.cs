using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Engine.Galleries.Access;

/// <summary>A guest's private link. IsOpen false: closed or expired, the token leads nowhere.</summary>
public sealed record GalleryLink(int GalleryId, WeddingId WeddingId, int PersonId, string Token, DateTime ExpiresAt, bool IsOpen)
{
    public string Path => $"/g/{GalleryId}/{Token}";
}

/// <summary>
/// Makes, checks, revokes and closes guest links. Tokens are derived again each time, so there is nothing to steal from the database.
/// </summary>
public sealed class GalleryLinks(StudioStore store, GalleryKey key, TimeProvider time, IOptions<GalleriesOptions> options)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The person's link; made when asked for the first time, opened again when it was closed or has expired.</summary>
    public Task<GalleryLink> ShareAsync(WeddingId weddingId, int personId, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var person = await db.ResolvePersonAsync(weddingId, personId, ct)
                ?? throw new ArgumentException($"Wedding '{weddingId}' has no person {personId}.", nameof(personId));
            var gallery = await db.Galleries.SingleOrDefaultAsync(g => g.WeddingId == weddingId && g.PersonId == person.Id, ct);
            if (gallery is null)
            {
                await Publishing.PublishAsync(db, weddingId, person.Id, ct);
                db.Galleries.Add(gallery = new Gallery { WeddingId = weddingId, PersonId = person.Id, CreatedAt = Now });
            }

            if (!IsOpen(gallery))
            {
                gallery.Closed = false;
                gallery.ExpiresAt = Now.AddDays(options.Value.LinkDays);
            }

            await db.SaveChangesAsync(ct);
            return Link(gallery);
        }, ct);

    /// <summary>All links made so far, by person.</summary>
    public Task<List<GalleryLink>> ListAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync(async db => (await db.Galleries.Where(g => g.WeddingId == weddingId).OrderBy(g => g.PersonId).ToListAsync(ct))
            .ConvertAll(Link), ct);

    /// <summary>The old link stops working at once; returns the new one.</summary>
    public Task<GalleryLink> RevokeAsync(int galleryId, CancellationToken ct) => ChangeAsync(galleryId, gallery => gallery.Version++, ct);

    public Task<GalleryLink> CloseAsync(int galleryId, CancellationToken ct) =>
        ChangeAsync(galleryId, gallery => gallery.Closed = true, ct);

    /// <summary>The gallery a guest's link opens, or null: wrong, revoked, expired and closed look the same from outside.</summary>
    public async Task<Gallery?> OpenAsync(int galleryId, string token, CancellationToken ct)
    {
        var gallery = await store.ReadAsync(db => db.Galleries.SingleOrDefaultAsync(g => g.Id == galleryId, ct), ct);

        // Compared even when there is no such gallery, so that time tells nothing about which numbers exist.
        var matches = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(key.Token(galleryId, gallery?.Version ?? 0)), Encoding.UTF8.GetBytes(token));
        return matches && gallery is not null && IsOpen(gallery) ? gallery : null;
    }

    /// <summary>Whether a visitor who once came in by <paramref name="version"/> of the link may still look.</summary>
    public Task<bool> IsOpenAsync(int galleryId, int version, CancellationToken ct)
    {
        var now = Now;
        return store.ReadAsync(db =>
            db.Galleries.AnyAsync(g => g.Id == galleryId && g.Version == version && !g.Closed && g.ExpiresAt > now, ct), ct);
    }

    private Task<GalleryLink> ChangeAsync(int galleryId, Action<Gallery> change, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            var gallery = await db.Galleries.SingleAsync(g => g.Id == galleryId, ct);
            change(gallery);
            await db.SaveChangesAsync(ct);
            return Link(gallery);
        }, ct);

    private bool IsOpen(Gallery gallery) => !gallery.Closed && gallery.ExpiresAt > Now;

    private GalleryLink Link(Gallery gallery) => new(gallery.Id, gallery.WeddingId, gallery.PersonId,
        key.Token(gallery.Id, gallery.Version), gallery.ExpiresAt, IsOpen(gallery));
}
