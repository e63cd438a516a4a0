namespace WeddingStudio.Contracts;

/// <summary>A face in a photo.</summary>
public sealed record FaceView
{
    public required int FaceId { get; init; }
    public required int PhotoId { get; init; }
    public required string PhotoName { get; init; }

    /// <summary>The face alone; the other two show the whole photo.</summary>
    public required string Url { get; init; }
    public required string TileUrl { get; init; }
    public required string ScreenUrl { get; init; }
    public int WidthPx { get; init; }
    public int HeightPx { get; init; }

    /// <summary>The face's centre, in shares 0..1 of the photo's width and height.</summary>
    public double CentreX { get; init; }
    public double CentreY { get; init; }

    /// <summary>In the wedding's time zone.</summary>
    public DateTime? TakenAt { get; init; }
    public IReadOnlyList<PhotoRuleKind> Rules { get; init; } = [];

    public bool Has(PhotoRuleKind rule) => Rules.Contains(rule);
}
