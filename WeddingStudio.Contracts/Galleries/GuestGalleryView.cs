namespace WeddingStudio.Contracts;

/// <summary>A guest's page: neither numbers nor reasons.</summary>
public sealed record GuestGalleryView
{
    /// <summary>Its name.</summary>
    public required string Wedding { get; init; }
    public string? Name { get; init; }
    public required IReadOnlyList<GuestPhotoView> Best { get; init; }
    public required IReadOnlyList<GuestPhotoView> All { get; init; }
    public required string ZipUrl { get; init; }

    /// <summary>The studio drew its photos.</summary>
    public bool Drawn { get; init; }
}

public sealed record GuestPhotoView
{
    public required int PhotoId { get; init; }
    public required string TileUrl { get; init; }
    public required string ScreenUrl { get; init; }
    public required string DownloadUrl { get; init; }
    public int WidthPx { get; init; }
    public int HeightPx { get; init; }

    /// <summary>In the wedding's time zone.</summary>
    public DateTime? TakenAt { get; init; }
    public Message? Moment { get; init; }

    /// <summary>The guest's face, in shares 0..1 of the photo's width and height.</summary>
    public double FaceX { get; init; }
    public double FaceY { get; init; }
}
