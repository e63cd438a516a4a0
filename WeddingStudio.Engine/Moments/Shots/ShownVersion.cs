namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>
/// Which version of a shot stands for it: what somebody worked on, else the largest, else the one in colour that opens everywhere.
/// </summary>
internal static class ShownVersion
{
    private static readonly string[] _openEverywhere = [".jpg", ".jpeg", ".heic", ".heif", ".webp", ".png"];
    private static readonly string[] _alsoPictures = [".tif", ".tiff", ".avif", ".gif", ".bmp"];

    public static VersionPhoto Of(IEnumerable<VersionPhoto> shot) => shot
        .OrderBy(IsRaw).ThenByDescending(p => p.Name.Edited).ThenBy(p => p.Name.Grey)
        .ThenByDescending(p => (long)p.WidthPx * p.HeightPx).ThenBy(OpensEverywhere)
        .ThenBy(p => p.Path.Length).ThenBy(p => p.Path, StringComparer.Ordinal).First();

    private static string Ending(VersionPhoto photo) => Path.GetExtension(photo.Path).ToLowerInvariant();

    /// <summary>A RAW is what the others were made from: nobody is meant to see it.</summary>
    private static bool IsRaw(VersionPhoto photo) => !_openEverywhere.Contains(Ending(photo)) && !_alsoPictures.Contains(Ending(photo));

    private static bool OpensEverywhere(VersionPhoto photo) => !_openEverywhere.Contains(Ending(photo));
}
