using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IGalleriesHub"/>
public sealed partial class StudioHub
{
    [Needs(HubRight.Member)]
    public Task<ShareView> Share(WeddingId weddingId) => shares.ViewAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<GalleryLinkView> Link(WeddingId weddingId, int personId) => shares.LinkAsync(weddingId, personId, Ct);

    [Needs(HubRight.Member)]
    public Task<GalleryLinkView> NewLink(WeddingId weddingId, int personId) => shares.NewAsync(weddingId, personId, Ct);

    [Needs(HubRight.Member)]
    public Task<GalleryLinkView> CloseLink(WeddingId weddingId, int personId) => shares.CloseAsync(weddingId, personId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetGuestAddress(WeddingId weddingId, string address) => shares.SetAddressAsync(weddingId, address, Ct);
}
