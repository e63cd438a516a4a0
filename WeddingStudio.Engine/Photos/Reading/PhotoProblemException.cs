namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// A file that cannot become a photo. The reason continues a sentence that begins with the photo's path and says what to do.
/// </summary>
public sealed class PhotoProblemException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>The file was there once; the photo is as it was as soon as it is back.</summary>
    public const string Gone = "is no longer there. Put it back and start the analysis again.";

    /// <summary>Nobody has looked at what lies there now, so nobody gets it.</summary>
    private const string Another = "is another file than the one that was looked at. Start the analysis again.";

    public const string Link = "is a link or lies behind one, and links are not followed, for they may lead anywhere. "
        + "Put the photo itself there and start the analysis again.";

    private const string Closed = "cannot be opened:", TooLong = "takes far too long to open.", TooMuch = "needs ";

    public const string Empty = "is empty (0 bytes). Copy it again from where it came from.";

    public const string CrashedReader = "crashed the reader three times and was set aside. "
        + "Open it in a photo program and save it again as JPEG.";

    internal const string CrashedHelper = "crashed the program that reads it. Open it in a photo program and save it again as JPEG.";

    internal const string TakesTooMuch = "takes more memory to open than a picture of its size should. "
        + "Open it in a photo program and save it again as JPEG.";

    internal static PhotoProblemException TakesTooLong(Exception inner) =>
        new($"{TooLong} See that its disk is all right; if it is, open it in a photo program and save it again as JPEG.", inner);

    internal static PhotoProblemException NeedsTooMuch(long bytes, long limit) =>
        new($"{TooMuch}{bytes >> 20} MB of memory to open, more than the {limit >> 20} MB that Studio:Photos:DecodeMemoryMiB allows. "
            + "Save a smaller copy of it, or a plain JPEG.");

    internal static PhotoProblemException NotAnImage(ReadOnlySpan<byte> head) => new(PhotoSignature.NameOfUnread(head) is { } name
        ? $"is a {name}, which is not read here. Open it in a photo program and save it as JPEG."
        : $"is not an image: its first bytes are {PhotoSignature.Describe(head)}. Export it again as JPEG, or take it out of the folder.");

    internal static PhotoProblemException CutOff(Exception? inner = null) =>
        new("is cut off: its end is missing. Copy it again from the camera's card or ask the sender for it.", inner);

    internal static PhotoProblemException Damaged(Exception? inner = null) =>
        new("is damaged, or of a kind that cannot be read. Copy it again, or open it in a photo program and save it as JPEG.", inner);

    internal static PhotoProblemException TooLarge(long widthPx, long heightPx) =>
        new($"has {widthPx} x {heightPx} pixels; photos above {PhotoReader.MaxMegapixels} megapixels or {PhotoReader.MaxSidePx} pixels a "
            + "side are not read. Save a smaller copy of it.");

    /// <summary>There is no file to be read, at the moment at least.</summary>
    public bool IsOfGone => Message is Gone or Link;

    /// <summary>Whether another look at the same bytes may end otherwise.</summary>
    internal static bool MayPass(string? problem) => problem is Gone or Link or Another
        || (problem is not null
            && new[] { Closed, TooLong, TooMuch }.Any(beginning => problem.StartsWith(beginning, StringComparison.Ordinal)));

    internal static PhotoProblemException NoFile() =>
        new("is no file but a folder, a pipe or a device. Put the photo itself there, or take it away.");

    internal static PhotoProblemException OfLink(Exception? inner = null) => new(Link, inner);

    internal static PhotoProblemException IsAnother(Exception? inner = null) => new(Another, inner);

    internal static PhotoProblemException NotOpened(Exception inner) =>
        new(inner is FileNotFoundException or DirectoryNotFoundException ? Gone : $"{Closed} {inner.Message} Allow "
            + "WeddingStudio to read it.", inner);
}
