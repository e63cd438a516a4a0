using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>What one look at a wedding's photo folder and uploads found, and what lies in the files.</summary>
internal sealed class FolderLook(IReadOnlyList<FoundFile> files, IReadOnlyList<ClosedFolder> closed, IReadOnlyList<string> links)
{
    private readonly Dictionary<string, string?> _contentAt = new(StringComparer.Ordinal);
    private readonly List<(FoundFile File, Fingerprint Print)> _changed = [];
    private readonly List<FileKind> _others = [];
    private readonly HashSet<string> _links = new(links, StringComparer.Ordinal);

    /// <summary>In ordinal order of their paths.</summary>
    public IReadOnlyList<FoundFile> Files => files;
    public IReadOnlyList<ClosedFolder> Closed => closed;
    public int Links => links.Count;

    /// <summary>Files in which another photo was read before; nothing is written of them until all files are known.</summary>
    public IReadOnlyList<(FoundFile File, Fingerprint Print)> Changed => _changed;

    /// <summary>Kinds of the files that are no photos.</summary>
    public IReadOnlyList<FileKind> Others => _others;

    public HashSet<string> Contents() => [.. _contentAt.Values.OfType<string>()];

    /// <summary>The file has been fingerprinted already.</summary>
    public void Know(FoundFile file, Photo row) => _contentAt[file.Path] = row.ContentHash;

    /// <summary>Its bytes have been looked at.</summary>
    /// <param name="row">What was known of the path.</param>
    /// <returns>Whether the row may be written at once.</returns>
    public bool Take(FoundFile file, Fingerprint print, Photo? row)
    {
        _contentAt[file.Path] = print.OutOfReach ? row?.ContentHash : print.ContentHash;
        if (print.Kind is FileKind.Video or FileKind.Other)
            _others.Add(print.Kind);
        if (print.OutOfReach || row?.Pack is null || row.ContentHash == print.ContentHash)
            return true;
        _changed.Add((file, print));
        return false;
    }

    /// <summary>Whether the photo lies where its row says.</summary>
    public bool Holds(Photo row) => _contentAt.TryGetValue(row.Path, out var content) && content == row.ContentHash;

    /// <summary>Nobody could look where it should be.</summary>
    public bool IsHidden(Photo row) => closed.Any(folder => row.Path.StartsWith(folder.Path, StringComparison.Ordinal));

    /// <summary>Whether a link lies in its place, or in that of one of its folders.</summary>
    public bool IsLinked(Photo row)
    {
        for (var path = row.Path; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf('/'))])
        {
            if (_links.Contains(path))
                return true;
        }

        return false;
    }
}
