namespace WeddingStudio.Engine.Photos;

/// <summary>Bound from `Studio:Photos`; ImportRoots from `Studio:ImportRoots`.</summary>
public sealed record PhotosOptions
{
    public const string Section = "Studio:Photos";
    public const string ImportRootsSection = "Studio:ImportRoots";

    /// <summary>The folders below which photos may be chosen; empty = the user's home and the places where drives appear.</summary>
    public string[] ImportRoots { get; set; } = [];

    /// <summary>Set by the web studio, where folders are chosen from afar; not a setting.</summary>
    internal bool BoundToRoots { get; set; }

    /// <summary>
    /// Memory for photos open at the same time, in MiB. 768 lets a helper each read a 24-megapixel JPEG at once, or one of them a raw of
    /// 33 megapixels, and keeps all of them under 1 GiB (docs/decode-memory.md).
    /// </summary>
    public int DecodeMemoryMiB { get; init; } = 768;

    /// <summary>The roots to use, those that exist.</summary>
    public IReadOnlyList<string> ResolveImportRoots() =>
        [.. (ImportRoots.Length > 0 ? ImportRoots.Select(Path.GetFullPath) : UsualPlaces()).Where(Directory.Exists).Distinct()];

    private static IEnumerable<string> UsualPlaces()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] first = home.Length > 0 ? [home] : [];
        if (OperatingSystem.IsWindows())
            return [.. first, .. DriveInfo.GetDrives().Where(d => d.IsReady).Select(d => d.RootDirectory.FullName)];
        return OperatingSystem.IsMacOS() ? [.. first, "/Volumes"] : [.. first, "/media", "/mnt", "/run/media"];
    }
}
