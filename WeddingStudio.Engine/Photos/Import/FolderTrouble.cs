using System.IO.Enumeration;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>A quick look whether a wedding's photos are where they were, for a page that can ask where they are now.</summary>
public sealed class FolderTrouble(StudioPaths paths)
{
    /// <summary>A page waits for it; a share that is offline may not answer for minutes.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);

    /// <summary>Null when all is well, as far as a quick look can tell.</summary>
    /// <param name="wedding">Whose folder.</param>
    /// <param name="photo">Path of one photo known to be in it; null when there is none.</param>
    /// <param name="ct">Ends the look.</param>
    public async Task<Message?> OfAsync(Wedding wedding, string? photo, CancellationToken ct)
    {
        if (wedding.IsDrawn || paths.PhotoFolder(wedding) is not { } folder)
            return null;
        try
        {
            return await Task.Run(() => Of(folder, photo), ct).WaitAsync(LongestLook, ct);
        }
        catch (TimeoutException)
        {
            return new("Photos.FolderSilent", folder);
        }
    }

    private static Message? Of(string folder, string? photo)
    {
        if (!Directory.Exists(folder))
            return new("Photos.FolderNotThere", folder);
        return photo is null || File.Exists(Path.Combine(folder, photo)) || HoldsPhotos(folder) ? null
            : new("Photos.FolderEmptied", folder);
    }

    /// <summary>Whether any file in it has a photo's name.</summary>
    internal static bool HoldsPhotos(string folder) => new FileSystemEnumerable<bool>(folder, (ref entry) => true,
        new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && PhotoNames.IsPhoto(entry.FileName.ToString()),
    }.Any();
}
