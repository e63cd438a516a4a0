namespace WeddingStudio.Engine.Data;

[WrittenBy("Hosting", "Photos", "People", "Galleries")]
public sealed class Wedding
{
    public required WeddingId Id { get; set; }
    public required string Name { get; set; }

    /// <summary>IANA time zone; EXIF times without an offset are local to it.</summary>
    public required string TimeZone { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>
    /// Absolute server folder the photos are read from in place, or <see cref="DrawnFolder"/>; null while only uploads exist.
    /// <see cref="Files.StudioPaths.PhotoFolder"/> says where it is.
    /// </summary>
    public string? PhotoFolder { get; set; }

    /// <summary>The studio draws the photos itself; no real person is in them, and none may get in.</summary>
    public bool IsDrawn => PhotoFolder == DrawnFolder(Id);

    /// <summary>The photo folder of a drawn wedding, relative to the data directory: a copied or moved studio still finds it.</summary>
    public static string DrawnFolder(WeddingId weddingId) => $"drawn/{weddingId}/photos";

    public int PicksPerPerson { get; set; } = 5;

    /// <summary>Guests see new picks without anybody publishing them.</summary>
    public bool PublishesAtOnce { get; set; }

    /// <summary>How much each part of a score counts, as planner or couple set it; all four add up to 1, all null = as usual.</summary>
    public double? TechnicalWeight { get; set; }
    public double? CompositionWeight { get; set; }
    public double? ExpressionWeight { get; set; }
    public double? ContextWeight { get; set; }

    /// <summary>The next Person.Id to give out; ids are never reused.</summary>
    public int NextPersonId { get; set; }

    /// <summary>When and by whom it was said that the guests agreed to face grouping.</summary>
    public DateTime? ConsentAt { get; set; }
    public string? ConsentBy { get; set; }

    /// <summary>The address guests reach the studio at, as the planner said; links and QR codes begin with it.</summary>
    public string? GuestAddress { get; set; }

    /// <summary>Videos, files that are no image and links out of the folder, found by the last look at it.</summary>
    public int VideosSetAside { get; set; }
    public int OtherFilesSetAside { get; set; }
    public int LinksSetAside { get; set; }

    /// <summary>
    /// So many photos were missing at once that the last look at the folder changed nothing; 0 when it did not come to that.
    /// </summary>
    public int MissingPhotos { get; set; }

    /// <summary>Up to so many may be missing, somebody said, and the next analysis goes on without them.</summary>
    public int MissingAccepted { get; set; }
}
