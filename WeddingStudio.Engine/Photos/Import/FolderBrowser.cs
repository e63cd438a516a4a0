using System.Diagnostics;
using System.IO.Enumeration;

namespace WeddingStudio.Engine.Photos.Import;

/// <param name="Photos">Files with a photo's name in the folder and all below it.</param>
/// <param name="AtLeast">Counting stopped early: there are this many or more.</param>
public sealed record PhotoCount(int Photos, bool AtLeast);

/// <param name="Name">The last part of its path; of an import root the whole path.</param>
/// <param name="Path">Absolute server path, for the next <see cref="FolderBrowser.Browse"/>.</param>
/// <param name="Count">How many photos are in it.</param>
public sealed record BrowsedFolder(string Name, string Path, PhotoCount Count);

/// <summary>One look into a server folder.</summary>
/// <param name="Path">Null for the list of import roots.</param>
/// <param name="Parent">Where "up" leads: a path, or empty for the list of import roots; null when already there.</param>
/// <param name="Folders">Sub-folders in ordinal order.</param>
/// <param name="Here">Photos in this folder and all below it.</param>
/// <param name="FreeBytes">Free space on the folder's drive; null when it cannot be told.</param>
/// <param name="Refused">Why the folder was not opened, in words; null when it was.</param>
public sealed record FolderListing(
    string? Path, string? Parent, IReadOnlyList<BrowsedFolder> Folders, PhotoCount Here, long? FreeBytes, string? Refused = null);

/// <summary>Lets a planner choose the photo folder on the server, below the import roots only.</summary>
public sealed class FolderBrowser(ImportBounds bounds)
{
    // A home directory can hold millions of files: the page must answer at once, and "2000 or more" says enough.
    private const int MaxCounted = 2000;
    private static readonly TimeSpan MaxCounting = TimeSpan.FromSeconds(1);
    private static readonly PhotoCount Uncounted = new(0, true);

    /// <summary>Lists a folder; null or empty lists the import roots.</summary>
    public FolderListing Browse(string? path)
    {
        var roots = bounds.Roots;
        var clock = Stopwatch.StartNew();
        if (string.IsNullOrWhiteSpace(path))
            return new(null, null, [.. roots.Select(r => new BrowsedFolder(r, r, Count(r, clock)))], new(0, false), null, roots.Count > 0 ? null
                : "No folder may be browsed on this computer. Name one in the setting Studio:ImportRoots.");
        if (bounds.Refusal(path, roots) is { } refusal)
            return Refused(path, refusal);
        try
        {
            var folder = new DirectoryInfo(Path.GetFullPath(path));
            var inside = folder.EnumerateDirectories().Where(d => !PhotoScan.IsIgnored(d)).OrderBy(d => d.Name, StringComparer.Ordinal)
                .Where(d => !ImportBounds.IsOwn(d.FullName) && bounds.Refusal(d.FullName, roots) is null).Select(d => new BrowsedFolder(d.Name, d.FullName, Count(d.FullName, clock))).ToList();
            return new(folder.FullName, ParentOf(folder, roots), inside, Count(folder.FullName, Stopwatch.StartNew()), FreeBytes(folder.FullName));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refused(path, $"'{path}' cannot be opened: {error.Message} Allow WeddingStudio to read it, or choose another folder.");
        }
    }

    /// <summary>Why photos may not be read from this folder, in words; null when they may.</summary>
    public string? Refusal(string path) => bounds.Refusal(path);

    private static FolderListing Refused(string path, string why) => new(path, "", [], new(0, false), null, why);

    private string ParentOf(DirectoryInfo folder, IReadOnlyList<string> roots) =>
        folder.Parent is { } parent && bounds.Refusal(parent.FullName, roots) is null ? parent.FullName : "";

    private static PhotoCount Count(string folder, Stopwatch clock)
    {
        if (clock.Elapsed > MaxCounting)
            return Uncounted;
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var (photos, seen) = (0, 0);
        var files = new FileSystemEnumerable<string>(folder, (ref entry) => entry.FileName.ToString(), everything)
        {
            ShouldRecursePredicate = (ref entry) => !ImportBounds.IsOwn(entry.ToFullPath()),
        };
        foreach (var file in files)
        {
            // Looking at the clock costs as much as looking at a name.
            if (photos >= MaxCounted || (++seen % 256 == 0 && clock.Elapsed > MaxCounting))
                return new(photos, true);
            if (PhotoNames.IsPhoto(file) && !file.StartsWith('.'))
                photos++;
        }

        return new(photos, false);
    }

    private static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // Network folders of some systems do not tell; the page then says nothing about space.
        }
    }
}
