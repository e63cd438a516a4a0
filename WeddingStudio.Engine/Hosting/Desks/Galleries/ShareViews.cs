using WeddingStudio.Engine.Hosting.Desks.People;

namespace WeddingStudio.Engine.Hosting.Desks.Galleries;

/// <summary>Everybody a gallery can be given to, and the address guests will use.</summary>
/// <param name="GuestAddress">As set for this wedding or in `Studio:PublicUrl`; null = not yet known.</param>
/// <param name="AddressIsFixed">Set in `Studio:PublicUrl`, not to be changed here.</param>
public sealed record ShareView(string? GuestAddress, bool AddressIsFixed, IReadOnlyList<ShareTile> People);

/// <summary>A person and how their gallery stands.</summary>
public sealed record ShareTile(PersonTile Person, bool IsOpen);

/// <summary>A guest's gallery. Path holds the token; null while the gallery is closed or was never opened.</summary>
public sealed record GalleryLinkView(int PersonId, int GalleryId, string? Path, DateTime? ExpiresAt, int BestPhotos, int AllPhotos);
