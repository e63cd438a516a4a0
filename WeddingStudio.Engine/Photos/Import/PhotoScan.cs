using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Photos.Originals;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>A file below the photo folder or among the uploads.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="FullPath">Without a link on the way.</param>
/// <param name="Uploaded">It was sent through the browser.</param>
/// <param name="Facts">As it was found.</param>
public readonly record struct FoundFile(string Path, string FullPath, bool Uploaded, FileFacts Facts);

/// <summary>A sub-folder that could not be looked into; <paramref name="Path"/> ends with a slash.</summary>
public readonly record struct ClosedFolder(string Path, PhotoProblem Problem);

/// <summary>
/// All files below a folder in ordinal order of their paths, equal from run to run. Links in it are not followed, for they may lead to
/// anybody's photos: a folder of photos may come from anywhere.
/// </summary>
public sealed class PhotoScan
{
    // What cameras, network drives and systems leave behind.
    private static readonly HashSet<string> Leavings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "desktop.ini", "@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "__MACOSX", "lost+found",
    };

    private readonly List<FoundFile> _files = [];
    private readonly List<ClosedFolder> _closed = [];
    private readonly List<string> _links = [];

    private readonly string _root;
    private readonly bool _uploaded;
    private readonly Func<string, bool> _mayRead;

    private PhotoScan(string root, bool uploaded, Func<string, bool> mayRead) => (_root, _uploaded, _mayRead) = (root, uploaded, mayRead);

    public IReadOnlyList<FoundFile> Files => _files;
    public IReadOnlyList<ClosedFolder> Closed => _closed;

    /// <summary>Paths of the links that lead out of the folder.</summary>
    public IReadOnlyList<string> Links => _links;

    /// <param name="root">An existing folder. Throws <see cref="PhotoFolderException"/> when it cannot be looked into.</param>
    /// <param name="mayRead">Asked with the real path of every folder; what it denies is not there.</param>
    /// <param name="ct">Stops the walk.</param>
    public static PhotoScan OfFolder(string root, Func<string, bool> mayRead, CancellationToken ct) =>
        Of(root, uploaded: false, mayRead, ct);

    /// <summary>The same for what was sent, whose paths begin with `uploads/`; it lies among the studio's own files.</summary>
    public static PhotoScan OfUploads(string root, CancellationToken ct) => Of(root, uploaded: true, _ => true, ct);

    private static PhotoScan Of(string root, bool uploaded, Func<string, bool> mayRead, CancellationToken ct)
    {
        PhotoFolderException.ThrowIfMissing(root);
        var prefix = uploaded ? StudioPaths.UploadPrefix : "";
        var real = RealPath.Of(root);
        var scan = new PhotoScan(real, uploaded, mayRead);
        scan.Enter(new DirectoryInfo(real), prefix, ct);
        if (scan._closed.Any(c => c.Path == prefix))
            throw new PhotoFolderException(new Message("Photos.FolderTrouble", root, scan._closed[0].Problem.Told));
        scan._files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return scan;
    }

    /// <summary>Files and folders nobody means when they say "our photos".</summary>
    public static bool IsIgnored(FileSystemInfo entry) => entry.Name.StartsWith('.') || Leavings.Contains(entry.Name)
        || (OperatingSystem.IsWindows() && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0);

    private void Enter(DirectoryInfo folder, string path, CancellationToken ct)
    {
        if (!_mayRead(folder.FullName))
            return;
        foreach (var entry in Entries(folder, path))
        {
            ct.ThrowIfCancellationRequested();
            if (entry.LinkTarget is not null)
                PassBy(entry, path);
            else if (entry is DirectoryInfo inner)
                EnterUnlessOwn(inner, $"{path}{inner.Name}/", ct);
            else if (OriginalFile.FactsAt(entry.FullName) is { } facts)
                _files.Add(new(path + entry.Name, entry.FullName, _uploaded, facts));
        }
    }

    private void EnterUnlessOwn(DirectoryInfo folder, string path, CancellationToken ct)
    {
        if (!ImportBounds.IsOwn(folder.FullName))
            Enter(folder, path, ct);
    }

    /// <summary>A link to something in the folder hides nothing: it is found where it lies.</summary>
    private void PassBy(FileSystemInfo link, string path)
    {
        if (TargetOf(link) is { } target && !RealPath.IsWithin(target, _root))
            _links.Add(path + link.Name);
    }

    private IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder, string path)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().Where(e => !IsIgnored(e)).OrderBy(e => e.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or System.Security.SecurityException)
        {
            _closed.Add(new(path, new(PhotoProblemKind.FolderCannotBeOpened, error.Message)));
            return [];
        }
    }

    private static string? TargetOf(FileSystemInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath.Of(target.FullName) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // A link that leads to itself, or to where nobody may look.
        }
    }
}
