using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos;

/// <summary>A file below the photo folder or among the uploads; <paramref name="Path"/> is relative, with forward slashes.</summary>
public readonly record struct FoundFile(string Path, string FullPath, bool Uploaded, long Bytes, DateTime ModifiedAt);

/// <summary>A sub-folder that could not be looked into; <paramref name="Path"/> ends with a slash.</summary>
public readonly record struct ClosedFolder(string Path, string Reason);

/// <summary>All files below a folder in ordinal order of their paths, equal from run to run.</summary>
public sealed class PhotoScan
{
    // What cameras, network drives and systems leave behind.
    private static readonly HashSet<string> Leavings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "desktop.ini", "@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "__MACOSX", "lost+found",
    };

    private readonly List<FoundFile> _files = [];
    private readonly List<ClosedFolder> _closed = [];
    private readonly HashSet<string> _entered = [];

    private readonly bool _uploaded;
    private readonly Func<string, bool> _mayRead;

    private PhotoScan(bool uploaded, Func<string, bool> mayRead) => (_uploaded, _mayRead) = (uploaded, mayRead);

    public IReadOnlyList<FoundFile> Files => _files;
    public IReadOnlyList<ClosedFolder> Closed => _closed;

    /// <param name="root">An existing folder. Throws <see cref="PhotoFolderException"/> when it cannot be looked into.</param>
    /// <param name="mayRead">Asked with the real path of every folder and every linked file; what it denies is not there.</param>
    /// <param name="ct">Stops the walk.</param>
    public static PhotoScan OfFolder(string root, Func<string, bool> mayRead, CancellationToken ct) => Of(root, uploaded: false, mayRead, ct);

    /// <summary>The same for what was sent, whose paths begin with `uploads/`; it lies among the studio's own files.</summary>
    public static PhotoScan OfUploads(string root, CancellationToken ct) => Of(root, uploaded: true, _ => true, ct);

    private static PhotoScan Of(string root, bool uploaded, Func<string, bool> mayRead, CancellationToken ct)
    {
        PhotoFolderException.ThrowIfMissing(root);
        var prefix = uploaded ? StudioPaths.UploadPrefix : "";
        var scan = new PhotoScan(uploaded, mayRead);
        scan.Enter(new DirectoryInfo(root), prefix, ct);
        if (scan._closed.Any(c => c.Path == prefix))
            throw new PhotoFolderException(root, scan._closed[0].Reason);
        scan._files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return scan;
    }

    /// <summary>Files and folders nobody means when they say "our photos".</summary>
    public static bool IsIgnored(FileSystemInfo entry) => entry.Name.StartsWith('.') || Leavings.Contains(entry.Name)
        || (OperatingSystem.IsWindows() && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0);

    private void Enter(DirectoryInfo folder, string path, CancellationToken ct)
    {
        // A linked folder is read like any other, but each real folder once only: links may run in circles.
        var real = RealPath.Of(folder.FullName);
        if (!_mayRead(real) || !_entered.Add(real))
            return;
        foreach (var entry in Entries(folder, path))
        {
            ct.ThrowIfCancellationRequested();
            if (entry is not DirectoryInfo inner)
                Add((FileInfo)entry, path);
            else if (!ImportBounds.IsOwn(inner.FullName))
                Enter(inner, $"{path}{inner.Name}/", ct);
        }
    }

    private IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder, string path)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos().Where(e => !IsIgnored(e)).OrderBy(e => e.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or System.Security.SecurityException)
        {
            _closed.Add(new(path, $"cannot be opened: {error.Message} Allow WeddingStudio to read this folder."));
            return [];
        }
    }

    private void Add(FileInfo file, string path)
    {
        // Size and time of what a link points to; a link to nothing and a device are no photos.
        var real = Target(file);
        if (real is { Exists: true } && (real.Attributes & FileAttributes.Device) == 0 && (real == file || _mayRead(RealPath.Of(real.FullName))))
            _files.Add(new(path + file.Name, file.FullName, _uploaded, real.Length, real.LastWriteTimeUtc));
    }

    private static FileInfo? Target(FileInfo file)
    {
        try
        {
            return file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
        }
        catch (IOException)
        {
            return null; // A link that leads to itself.
        }
    }
}
