using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    public async Task<ShareView> Share(string weddingId)
    {
        await RequireAsync(weddingId);
        return await shares.ViewAsync(weddingId, Ct);
    }

    public async Task<GalleryLinkView> Link(string weddingId, int personId)
    {
        await RequireAsync(weddingId);
        return await shares.LinkAsync(weddingId, personId, Ct);
    }

    public async Task<GalleryLinkView> NewLink(string weddingId, int personId)
    {
        await RequireAsync(weddingId);
        return await shares.NewAsync(weddingId, personId, Ct);
    }

    public async Task<GalleryLinkView> CloseLink(string weddingId, int personId)
    {
        await RequireAsync(weddingId);
        return await shares.CloseAsync(weddingId, personId, Ct);
    }

    public async Task<DeskAnswer> SetGuestAddress(string weddingId, string address)
    {
        await RequireAsync(weddingId);
        return await shares.SetAddressAsync(weddingId, address, Ct);
    }
}
