using System.Diagnostics;
using System.IO.Enumeration;

namespace WeddingStudio.Engine.Photos.Import;

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
        {
            return new FolderListing
            {
                Folders = [.. roots.Select(r => new BrowsedFolder(r, r, Count(r, clock)))],
                Here = new(0, false),
                Refused = roots.Count > 0 ? null : new("Photos.NoRoots"),
            };
        }

        if (bounds.Refusal(path, roots) is { } refusal)
            return Refused(path, refusal);
        try
        {
            var folder = new DirectoryInfo(Path.GetFullPath(path));
            var inside = folder.EnumerateDirectories().Where(d => !PhotoScan.IsIgnored(d)).OrderBy(d => d.Name, StringComparer.Ordinal)
                .Where(d => !ImportBounds.IsOwn(d.FullName) && bounds.Refusal(d.FullName, roots) is null)
                .Select(d => new BrowsedFolder(d.Name, d.FullName, Count(d.FullName, clock))).ToList();
            return new FolderListing
            {
                Path = folder.FullName,
                Parent = ParentOf(folder, roots),
                Folders = inside,
                Here = Count(folder.FullName, Stopwatch.StartNew()),
                FreeBytes = FreeBytes(folder.FullName),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refused(path, new("Photos.PathClosed", path, error.Message));
        }
    }

    /// <summary>Why photos may not be read from this folder; null when they may.</summary>
    public Message? Refusal(string path) => bounds.Refusal(path);

    private static FolderListing Refused(string path, Message why) =>
        new() { Path = path, Parent = "", Here = new(0, false), Refused = why };

    private string ParentOf(DirectoryInfo folder, IReadOnlyList<string> roots) =>
        folder.Parent is { } parent && bounds.Refusal(parent.FullName, roots) is null ? parent.FullName : "";

    private static PhotoCount Count(string folder, Stopwatch clock)
    {
        if (clock.Elapsed > MaxCounting)
            return Uncounted;
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint,
        };
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
