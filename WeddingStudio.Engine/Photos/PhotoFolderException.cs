namespace WeddingStudio.Engine.Photos;

/// <summary>A wedding's whole photo folder cannot be reached: a drive unplugged, a share offline. Stops the analysis; nothing is lost.</summary>
public sealed class PhotoFolderException(string folder, string what, Exception? inner = null)
    : Exception($"The photo folder '{folder}' {what} Connect its drive or choose the folder again, then start the analysis again; everything done so far is kept.", inner)
{
    internal static void ThrowIfMissing(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
            throw new PhotoFolderException(folder, "is not there.");
    }
}
