using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Engine.Hosting.Desks.Galleries;

/// <summary>Guests' links, and the address they begin with.</summary>
public sealed class ShareDesk(StudioStore store, PeopleDesk people, GalleryLinks links, GuestPhotos photos, IOptions<StudioOptions> options)
{
    private const int LongestAddress = 200;

    public async Task<ShareView> ViewAsync(WeddingId weddingId, CancellationToken ct)
    {
        var open = (await OwnedAsync(weddingId, ct)).Where(l => l.Link.IsOpen).Select(l => l.OwnerId).ToHashSet();
        var tiles = await people.TilesAsync(weddingId, ct);
        var asked = await store.ReadAsync(db => db.Weddings.Where(w => w.Id == weddingId).Select(w => w.GuestAddress).SingleAsync(ct), ct);
        var isFixed = options.Value.PublicUrl.Length > 0;
        return new ShareView(isFixed ? options.Value.PublicUrl : asked, isFixed,
            [.. tiles.Where(p => !p.Hidden || open.Contains(p.Id)).Select(p => new ShareTile(p, open.Contains(p.Id)))]);
    }

    public async Task<GalleryLinkView> LinkAsync(WeddingId weddingId, int personId, CancellationToken ct) =>
        await ViewAsync(personId, Best(await OfAsync(weddingId, personId, ct)), ct);

    /// <summary>A link that works; those that were given out before, to people merged into this one too, stop working.</summary>
    public async Task<GalleryLinkView> NewAsync(WeddingId weddingId, int personId, CancellationToken ct)
    {
        foreach (var earlier in await OfAsync(weddingId, personId, ct))
        {
            await links.RevokeAsync(earlier.GalleryId, ct);
            await links.CloseAsync(earlier.GalleryId, ct);
        }

        return await ViewAsync(personId, await links.ShareAsync(weddingId, personId, ct), ct);
    }

    public async Task<GalleryLinkView> CloseAsync(WeddingId weddingId, int personId, CancellationToken ct)
    {
        GalleryLink? closed = null;
        foreach (var link in await OfAsync(weddingId, personId, ct))
            closed = await links.CloseAsync(link.GalleryId, ct);
        return await ViewAsync(personId, closed, ct);
    }

    public async Task<DeskAnswer> SetAddressAsync(WeddingId weddingId, string address, CancellationToken ct)
    {
        address = address.Trim();
        if (!address.Contains("://", StringComparison.Ordinal))
            address = $"http://{address}";
        if (address.Length > LongestAddress)
            return new DeskAnswer(false, new("Galleries.AddressTooLong", LongestAddress));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            return new DeskAnswer(false, new("Galleries.NoAddress"));
        await store.WriteAsync(db => db.Weddings.Where(w => w.Id == weddingId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.GuestAddress, url.GetLeftPart(UriPartial.Path).TrimEnd('/')), ct), ct);
        return new DeskAnswer(true, new("Galleries.AddressSet"));
    }

    // After a merge several galleries show one person's photos; the one that works is the one to speak of.
    private static GalleryLink? Best(IReadOnlyList<GalleryLink> links) => links.FirstOrDefault(l => l.IsOpen) ?? links.FirstOrDefault();

    /// <summary>All links that lead to this person's photos, their own first.</summary>
    private async Task<IReadOnlyList<GalleryLink>> OfAsync(WeddingId weddingId, int personId, CancellationToken ct)
    {
        var owner = await store.ReadAsync(db => db.ResolvePersonAsync(weddingId, personId, ct), ct);
        return [.. (await OwnedAsync(weddingId, ct)).Where(l => l.OwnerId == owner?.Id).Select(l => l.Link)
            .OrderBy(l => l.PersonId != owner?.Id)];
    }

    /// <summary>Every link with the person whose photos it shows: merged people's links show whom they were merged into.</summary>
    private async Task<List<(GalleryLink Link, int OwnerId)>> OwnedAsync(WeddingId weddingId, CancellationToken ct)
    {
        var made = await links.ListAsync(weddingId, ct);
        return await store.ReadAsync(async db =>
        {
            var owned = new List<(GalleryLink, int)>();
            foreach (var link in made)
            {
                if (await db.ResolvePersonAsync(weddingId, link.PersonId, ct) is { } owner)
                    owned.Add((link, owner.Id));
            }

            return owned;
        }, ct);
    }

    private async Task<GalleryLinkView> ViewAsync(int personId, GalleryLink? link, CancellationToken ct)
    {
        if (link is not { IsOpen: true })
            return new GalleryLinkView { PersonId = personId, GalleryId = link?.GalleryId ?? 0 };
        var best = await photos.BestAsync(link.GalleryId, ct);
        var all = await photos.AllAsync(link.GalleryId, ct);
        return new GalleryLinkView
        {
            PersonId = personId,
            GalleryId = link.GalleryId,
            Path = link.Path,
            ExpiresAt = link.ExpiresAt,
            BestPhotos = best.Count,
            AllPhotos = all.Count,
        };
    }
}
