using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// From where photos may be read: in the web studio from below the import roots, on the command line from wherever its user may; and
/// never from the studio's own files, whose previews and face crops would look like photos of the wedding.
/// </summary>
public sealed class ImportBounds(IOptions<PhotosOptions> options, StudioPaths paths)
{
    private readonly string _own = RealPath.Of(paths.DataDirectory);

    /// <summary>The roots that exist now; drives come and go.</summary>
    internal IReadOnlyList<string> Roots => options.Value.ResolveImportRoots();

    /// <summary>Why photos may not be read from this folder, null when they may.</summary>
    public Message? Refusal(string path) => Refusal(path, Roots);

    internal Message? Refusal(string path, IReadOnlyList<string> roots)
    {
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0'))
            return new("Photos.PathNotFull", path);

        // Compared after following links, so that none leads out of the roots.
        var real = RealPath.Of(path);
        if (!roots.Any(root => RealPath.IsWithin(real, RealPath.Of(root))))
            return new("Photos.PathOutside", path, string.Join(", ", roots));
        if (RealPath.IsWithin(real, _own))
            return new("Photos.PathOwn", path);
        return Directory.Exists(real) ? null : new("Photos.PathNotThere", path);
    }

    /// <summary>Throws <see cref="PhotoFolderException"/> when a folder chosen earlier may not be read any more.</summary>
    internal void ThrowIfRefused(Wedding wedding)
    {
        var folder = paths.PhotoFolder(wedding)!;
        PhotoFolderException.ThrowIfMissing(folder);
        if (!wedding.IsDrawn && options.Value.BoundToRoots && Refusal(folder) is { } refusal)
            throw new PhotoFolderException(new Message("Photos.FolderMayNotBeRead", folder, refusal));
        if (!wedding.IsDrawn && options.Value.BoundToRoots && !IsReal(folder))
            throw new PhotoFolderException(new Message("Photos.FolderBehindLink", folder, RealPath.Of(folder)));
    }

    /// <summary>
    /// No link below its import root: when it was chosen links were followed, so one that stands there now was put there since and may
    /// lead to another wedding's photos.
    /// </summary>
    private bool IsReal(string folder) => !RealPath.LeadsThroughLink(folder) || Roots.Any(root => RealPath.IsWithin(folder, root)
        && RealPath.Of(folder) == Path.GetFullPath(Path.GetRelativePath(root, folder), RealPath.Of(root)));

    /// <summary>Whether what a scan has come to, links followed, may be read; asked often, so roots are looked up once.</summary>
    internal Func<string, bool> ForScan(Wedding wedding)
    {
        // Of the studio's own files only what it drew for this wedding are photos of it.
        if (wedding.IsDrawn)
        {
            var drawn = RealPath.Of(paths.PhotoFolder(wedding)!);
            return real => RealPath.IsWithin(real, drawn);
        }

        string[]? roots = options.Value.BoundToRoots ? [.. Roots.Select(RealPath.Of)] : null;
        return real => !RealPath.IsWithin(real, _own) && roots?.Any(root => RealPath.IsWithin(real, root)) != false;
    }

    /// <summary>A data directory of any WeddingStudio, or results of an earlier `analyze`.</summary>
    internal static bool IsOwn(string folder) =>
        File.Exists(Path.Combine(folder, StudioPaths.LockName)) || Directory.Exists(Path.Combine(folder, ".studio"));
}
