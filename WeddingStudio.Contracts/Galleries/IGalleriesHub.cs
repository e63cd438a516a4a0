namespace WeddingStudio.Contracts;

/// <summary>Guests' galleries and their links.</summary>
public interface IGalleriesHub
{
    Task<ShareView> Share(string weddingId);

    Task<GalleryLinkView> Link(string weddingId, int personId);

    /// <summary>The link of before leads nowhere from now on.</summary>
    Task<GalleryLinkView> NewLink(string weddingId, int personId);

    Task<GalleryLinkView> CloseLink(string weddingId, int personId);

    Task<DeskAnswer> SetGuestAddress(string weddingId, string address);
}
