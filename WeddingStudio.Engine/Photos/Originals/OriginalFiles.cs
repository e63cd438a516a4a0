using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Originals;

/// <summary>
/// Opens the originals of weddings for whoever reads them after they were found: visits, downloads, ZIPs. What comes out is, byte for
/// byte, the photo that was fingerprinted, and lies where photos may be read from.
/// </summary>
public sealed class OriginalFiles(StudioPaths paths, ImportBounds bounds)
{
    /// <summary>
    /// The very file that was fingerprinted or, where it is not (copied back, plugged in again), one whose bytes are found to be the same,
    /// which is read through for that. Throws <see cref="PhotoProblemException"/> with the reason, <see cref="PhotoFolderException"/> when
    /// the whole folder is gone.
    /// </summary>
    public async Task<OriginalFile> OpenAsync(Wedding wedding, Photo photo, CancellationToken ct)
    {
        var original = Open(wedding, photo);
        try
        {
            if (!original.Facts.IsSameAs(photo.File) && !await HasBytesOfAsync(photo, original, ct))
                throw new PhotoProblemException(PhotoProblemKind.Another);
            return original;
        }
        catch
        {
            await original.DisposeAsync();
            throw;
        }
    }

    private OriginalFile Open(Wedding wedding, Photo photo)
    {
        try
        {
            return OriginalFile.Open(PathOf(wedding, photo));
        }
        catch (PhotoProblemException gone) when (gone.IsOfGone && !photo.Uploaded && IsEmptied(paths.PhotoFolder(wedding)!))
        {
            // The place of a drive that was unplugged.
            throw new PhotoFolderException(new Message("Photos.FolderEmptied", paths.PhotoFolder(wedding)!), gone);
        }
    }

    private static bool IsEmptied(string folder) => Directory.Exists(folder) && !FolderTrouble.HoldsPhotos(folder);

    private static async Task<bool> HasBytesOfAsync(Photo photo, OriginalFile original, CancellationToken ct)
    {
        if (photo.File.Bytes > 0 && photo.File.Bytes != original.Length)
            return false;
        try
        {
            return await original.HashAsync(ct) == photo.ContentHash;
        }
        catch (IOException error)
        {
            throw PhotoProblemException.NotOpened(error);
        }
    }

    /// <summary>Links may lead to the folder, as far as it is one that may be read; from there on they lead nowhere.</summary>
    private string PathOf(Wedding wedding, Photo photo)
    {
        if (photo.Uploaded)
            return Path.Combine(RealPath.Of(paths.Originals(wedding.Id)), photo.Path[StudioPaths.UploadPrefix.Length..]);
        var folder = paths.PhotoFolder(wedding)
            ?? throw new InvalidOperationException($"Wedding '{wedding.Id}' has no photo folder but lists '{photo.Path}'.");
        PhotoFolderException.ThrowIfMissing(folder);
        var real = RealPath.Of(folder);
        if (!bounds.ForScan(wedding)(real))
            throw new PhotoFolderException(new Message("Photos.FolderOutside", folder));
        return Path.Combine(real, photo.Path);
    }
}
