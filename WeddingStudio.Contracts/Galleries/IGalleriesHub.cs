namespace WeddingStudio.Contracts;

/// <summary>Guests' galleries and their links.</summary>
public interface IGalleriesHub
{
    Task<ShareView> Share(WeddingId weddingId);

    Task<GalleryLinkView> Link(WeddingId weddingId, int personId);

    /// <summary>The link of before leads nowhere from now on.</summary>
    Task<GalleryLinkView> NewLink(WeddingId weddingId, int personId);

    Task<GalleryLinkView> CloseLink(WeddingId weddingId, int personId);

    Task<DeskAnswer> SetGuestAddress(WeddingId weddingId, string address);
}
