namespace WeddingStudio.Contracts;

/// <summary>A photo with everybody in it.</summary>
public sealed record PhotoView
{
    public required int PhotoId { get; init; }
    public required string Name { get; init; }
    public required string ScreenUrl { get; init; }
    public int WidthPx { get; init; }
    public int HeightPx { get; init; }

    /// <summary>In the wedding's time zone.</summary>
    public DateTime? TakenAt { get; init; }
    public required IReadOnlyList<PhotoFaceView> Faces { get; init; }
}

public sealed record PhotoFaceView(int FaceId, int? PersonId, string? PersonName, PhotoShare Box);

/// <summary>A rectangle in shares 0..1 of a photo's width and height.</summary>
public readonly record struct PhotoShare(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;
}
