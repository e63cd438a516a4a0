using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Guests' links, and the address they begin with.</summary>
public sealed class ShareDesk(StudioStore store, PeopleDesk people, GalleryLinks links, GuestPhotos photos, IOptions<StudioOptions> options)
{
    public async Task<ShareView> ViewAsync(string weddingId, CancellationToken ct)
    {
        var open = (await links.ListAsync(weddingId, ct)).Where(l => l.IsOpen).Select(l => l.PersonId).ToHashSet();
        var tiles = await people.TilesAsync(weddingId, ct);
        var asked = await store.ReadAsync(db => db.Weddings.Where(w => w.Id == weddingId).Select(w => w.GuestAddress).SingleAsync(ct), ct);
        var isFixed = options.Value.PublicUrl.Length > 0;
        return new ShareView(isFixed ? options.Value.PublicUrl : asked, isFixed,
            [.. tiles.Where(p => !p.Hidden).Select(p => new ShareTile(p, open.Contains(p.Id)))]);
    }

    public async Task<GalleryLinkView> LinkAsync(string weddingId, int personId, CancellationToken ct) =>
        await ViewAsync(personId, await FindAsync(weddingId, personId, ct), ct);

    /// <summary>A link that works; one that was given out before stops working.</summary>
    public async Task<GalleryLinkView> NewAsync(string weddingId, int personId, CancellationToken ct)
    {
        var earlier = await FindAsync(weddingId, personId, ct);
        if (earlier is not null)
            await links.RevokeAsync(earlier.GalleryId, ct);
        return await ViewAsync(personId, await links.ShareAsync(weddingId, personId, ct), ct);
    }

    public async Task<GalleryLinkView> CloseAsync(string weddingId, int personId, CancellationToken ct)
    {
        var link = await FindAsync(weddingId, personId, ct);
        return await ViewAsync(personId, link is null ? null : await links.CloseAsync(link.GalleryId, ct), ct);
    }

    public async Task<DeskAnswer> SetAddressAsync(string weddingId, string address, CancellationToken ct)
    {
        address = address.Trim();
        if (!address.Contains("://", StringComparison.Ordinal))
            address = $"http://{address}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return new DeskAnswer(false, "This is no address a browser could open. It begins with http:// or https://, for example https://photos.example.org.");
        await store.WriteAsync(db => db.Weddings.Where(w => w.Id == weddingId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.GuestAddress, url.GetLeftPart(UriPartial.Path).TrimEnd('/')), ct), ct);
        return new DeskAnswer(true, "Links begin with this address now.");
    }

    private async Task<GalleryLink?> FindAsync(string weddingId, int personId, CancellationToken ct) =>
        (await links.ListAsync(weddingId, ct)).FirstOrDefault(l => l.PersonId == personId);

    private async Task<GalleryLinkView> ViewAsync(int personId, GalleryLink? link, CancellationToken ct)
    {
        if (link is not { IsOpen: true })
            return new GalleryLinkView(personId, link?.GalleryId ?? 0, null, null, 0, 0);
        var best = await photos.BestAsync(link.GalleryId, ct);
        var all = await photos.AllAsync(link.GalleryId, ct);
        return new GalleryLinkView(personId, link.GalleryId, link.Path, link.ExpiresAt, best.Count, all.Count);
    }
}
