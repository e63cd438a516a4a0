namespace WeddingStudio.Engine.Data;

[WrittenBy("Photos", "Visits", "Moments")]
public sealed class Photo
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }

    /// <summary>The photo_id of all files: path relative to the photo folder with forward slashes, or `uploads/name`.</summary>
    public required string Path { get; set; }

    /// <summary>Sent through the browser: lies in the wedding's originals, not in its photo folder.</summary>
    public bool Uploaded { get; set; }
    public PhotoState State { get; set; }
    public int Attempts { get; set; }
    public PhotoProblem? Problem { get; set; }

    /// <summary>The file as it was when it was fingerprinted.</summary>
    public FileFacts File { get; set; }

    /// <summary>SHA-256 of the file, lower-case hex; null until fingerprinted.</summary>
    public string? ContentHash { get; set; }
    public int? DuplicateOfId { get; set; }

    /// <summary>Size after turning upright.</summary>
    public int WidthPx { get; set; }
    public int HeightPx { get; set; }

    /// <summary>UTC capture time with sub-seconds, camera offset not applied; null when unknown.</summary>
    public DateTime? TakenAt { get; set; }
    public int? CameraId { get; set; }

    /// <summary>Fingerprint of the models that looked for faces in it; null until read. Photos of another pack are read again.</summary>
    public string? Pack { get; set; }

    /// <summary>Fingerprint of those models alone that decided where its faces are; null until read.</summary>
    public string? Finding { get; set; }

    /// <summary>Read, but still to be looked at in tiles for faces that are too small in the shrunk photo.</summary>
    public bool SecondLookDue { get; set; }

    /// <summary>64-bit DCT perceptual hash of the upright picture, kept as signed bits.</summary>
    public long PerceptualHash { get; set; }
    public PhotoMeasures Measures { get; set; } = new();

    /// <summary>
    /// [8 n] x,y of the four corners, clockwise, of the pictures this one is put together from (booth strip, collage), in shares of its
    /// width and height; empty for a photo that is one picture, and for photos read before this was looked for.
    /// </summary>
    public float[] Panels { get; set; } = [];

    public int? MomentId { get; set; }

    /// <summary>
    /// Photos of one burst share a series, all versions of its frames too; the lowest Photo.Id among the frames' shown versions.
    /// </summary>
    public int? SeriesId { get; set; }

    /// <summary>
    /// The Photo.Id of the version that is shown for this photo's shot; null when this photo is the one shown, or has no other versions.
    /// </summary>
    public int? ShotId { get; set; }
}
