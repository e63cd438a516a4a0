using WeddingStudio.Words;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// A wedding's whole photo folder cannot be reached: a drive unplugged, a share offline. Stops the analysis; nothing is lost.
/// </summary>
/// <param name="what">What is wrong with it; what to do follows by itself.</param>
public sealed class PhotoFolderException(Message what, Exception? inner = null)
    : ToldException(what.Then(new("Photos.FolderRemedy")), inner)
{
    /// <summary>The folder is there, but so many photos are not; 0 for any other trouble.</summary>
    public int MissingPhotos { get; private init; }

    internal static PhotoFolderException OfEmptied(string folder, int photos, int links) =>
        new(new Message("Photos.FolderEmptiedOf", photos, folder).Then(Links(links)));

    internal static PhotoFolderException OfMissing(string folder, int missing, int known, string example, int links) =>
        new(new Message("Photos.MissingPhotos", missing, known, folder, example).Then(Links(links))) { MissingPhotos = missing };

    private static Message? Links(int links) => links == 0 ? null : new("Photos.LinksLead", links);

    internal static void ThrowIfMissing(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
            throw new PhotoFolderException(new Message("Photos.FolderNotThere", folder));
    }
}
