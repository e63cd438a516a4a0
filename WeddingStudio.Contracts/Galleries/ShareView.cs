namespace WeddingStudio.Contracts;

/// <summary>Everybody a gallery can be given to, and the address guests will use.</summary>
/// <param name="GuestAddress">As set for this wedding or in `Studio:PublicUrl`; null = not yet known.</param>
/// <param name="AddressIsFixed">Set in `Studio:PublicUrl`, not to be changed here.</param>
public sealed record ShareView(string? GuestAddress, bool AddressIsFixed, IReadOnlyList<ShareTile> People);

/// <summary>A person and how their gallery stands.</summary>
public sealed record ShareTile(PersonTile Person, bool IsOpen);

/// <summary>A guest's gallery.</summary>
public sealed record GalleryLinkView
{
    public required int PersonId { get; init; }
    public int GalleryId { get; init; }

    /// <summary>Holds the token; null while the gallery is closed or was never opened.</summary>
    public string? Path { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? ExpiresAt { get; init; }
    public int BestPhotos { get; init; }
    public int AllPhotos { get; init; }
}
