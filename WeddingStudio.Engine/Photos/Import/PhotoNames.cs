namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// What the ends of file names promise. Bytes decide over names, except for the side files that cameras and programs keep.
/// </summary>
public static class PhotoNames
{
    private static readonly string[] Pictures =
    [
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".gif", ".bmp", ".dib", ".avif",
        ".heic", ".heif", ".hif", ".jxl",
    ];

    /// <summary>What phones go by, which show their photos instead of their files then.</summary>
    private static readonly string[] MediaTypes =
    [
        "image/jpeg", "image/png", "image/webp", "image/tiff", "image/gif", "image/bmp", "image/avif", "image/heic",
        "image/heif", "image/jxl",
    ];

    /// <summary>Camera RAW that is a TIFF to the eye: read as one it would be its small preview.</summary>
    private static readonly string[] TiffRaws =
    [
        ".cr2", ".nef", ".nrw", ".arw", ".sr2", ".srf", ".dng", ".gpr", ".orf", ".rw2", ".rwl", ".pef", ".srw", ".3fr", ".fff", ".iiq",
        ".mos", ".mef", ".erf", ".dcr", ".kdc",
    ];

    private static readonly string[] Read = [.. Pictures, .. TiffRaws, ".cr3", ".raf"];

    /// <summary>Pictures no decoder here reads: they become named problems rather than being passed over.</summary>
    private static readonly string[] Unread = [".jp2", ".j2k", ".jpf", ".jpx", ".psd", ".psb", ".jxr", ".hdp", ".x3f", ".mrw"];

    private static readonly HashSet<string> Photos = new([.. Read, .. Unread], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Videos = new(
        [".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".mts", ".m2ts", ".mpg", ".mpeg", ".wmv", ".3gp", ".3g2", ".flv", ".insv",
            ".vob"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Thumbnails and small copies of videos by cameras, edits by Apple's Photos: pictures and
    /// videos inside, but of others that are here, too.
    /// </summary>
    private static readonly HashSet<string> Sides = new([".thm", ".lrv", ".lrf", ".glv", ".aae"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a browser's file chooser is to offer: every kind of photo that is read, and no other.</summary>
    public static string Accept { get; } = string.Join(',', [.. MediaTypes, .. Read]);

    /// <summary>Named like a photo, whether or not it can be read; for quick counts of folders without opening files.</summary>
    public static bool IsPhoto(string fileName) => Photos.Contains(Path.GetExtension(fileName));

    /// <summary>Camera RAW that is a TIFF to the eye.</summary>
    public static bool IsTiffRaw(string fileName) => TiffRaws.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    public static bool IsVideo(string fileName) => Videos.Contains(Path.GetExtension(fileName));

    /// <summary>Kept beside a photo or video; ExifTool keeps what it changed as `photo.jpg_original`.</summary>
    public static bool IsSideFile(string fileName) =>
        Path.GetExtension(fileName) is var extension
        && (Sides.Contains(extension) || extension.EndsWith("_original", StringComparison.OrdinalIgnoreCase));
}
