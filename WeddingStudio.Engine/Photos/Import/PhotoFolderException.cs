namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// A wedding's whole photo folder cannot be reached: a drive unplugged, a share offline. Stops the analysis; nothing is lost.
/// </summary>
public sealed class PhotoFolderException : Exception
{
    private const string Remedy = "Connect its drive or choose the folder again, then start the analysis again; "
        + "everything done so far is kept.";

    public PhotoFolderException(string folder, string what, Exception? inner = null)
        : base($"The photo folder '{folder}' {what} {Remedy}", inner)
    {
    }

    private PhotoFolderException(string message) : base(message)
    {
    }

    /// <summary>The folder is there, but so many photos are not; 0 for any other trouble.</summary>
    public int MissingPhotos { get; private init; }

    internal static PhotoFolderException OfEmptied(string folder, int photos, int links) =>
        new(folder, $"holds no photos any more; {(photos == 1 ? "one was" : $"{photos} were")} in it.{Told(links)}");

    internal static PhotoFolderException OfMissing(string folder, int missing, int known, string example, int links) =>
        new($"{missing} of {known} photos are no longer in the photo folder '{folder}', for example '{example}'.{Told(links)} {Remedy}")
        {
            MissingPhotos = missing,
        };

    private static string Told(int links) =>
        links == 0 ? "" : $" {(links == 1 ? "1 link" : $"{links} links")} in it lead elsewhere and are not followed: "
            + "put the photos themselves there.";

    internal static void ThrowIfMissing(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
            throw new PhotoFolderException(folder, "is not there.");
    }
}
