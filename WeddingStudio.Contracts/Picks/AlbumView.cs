namespace WeddingStudio.Contracts;

/// <summary>The Album page.</summary>
public sealed record AlbumView
{
    public required IReadOnlyList<AlbumTile> Photos { get; init; }

    /// <summary>How many must be shown.</summary>
    public int People { get; init; }

    /// <summary>Which of them are in no photo that may be shown.</summary>
    public required IReadOnlyList<AlbumPerson> NotShown { get; init; }

    /// <summary>How many need not be shown: unnamed and rarely or never clearly seen.</summary>
    public int PassersBy { get; init; }

    /// <summary>Whether anybody was found in the photos at all.</summary>
    public bool AnyPeople { get; init; }

    /// <summary>Who has photos and who has not.</summary>
    public required CoverageReport Guests { get; init; }

    /// <summary>Whether there is a guest list at all.</summary>
    public bool HasGuestList { get; init; }
}

/// <summary>A photo of the album.</summary>
public sealed record AlbumTile
{
    public required int PhotoId { get; init; }
    public required string Name { get; init; }
    public required string TileUrl { get; init; }
    public required string ScreenUrl { get; init; }
    public int WidthPx { get; init; }
    public int HeightPx { get; init; }

    /// <summary>In the wedding's time zone.</summary>
    public DateTime? TakenAt { get; init; }
    public Message? Moment { get; init; }

    /// <summary>Whom it is there for; empty where a user alone wants the photo.</summary>
    public IReadOnlyList<AlbumPerson> For { get; init; } = [];
}

/// <summary>Somebody a photo is there for.</summary>
public sealed record AlbumPerson(int PersonId, string? Name, string? Role, string? FaceUrl);
