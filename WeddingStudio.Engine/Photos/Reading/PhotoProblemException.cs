using WeddingStudio.Engine.Data;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>A file that cannot become a photo.</summary>
public sealed class PhotoProblemException(PhotoProblem problem, Exception? inner = null) : ToldException(problem.Told, inner)
{
    public PhotoProblemException(PhotoProblemKind kind, Exception? inner = null) : this(new PhotoProblem(kind), inner)
    {
    }

    public PhotoProblem Problem => problem;

    /// <summary>There is no file to be read, at the moment at least.</summary>
    public bool IsOfGone => problem.Kind is PhotoProblemKind.Gone or PhotoProblemKind.Link;

    internal static PhotoProblemException NeedsTooMuch(long bytes, long limit) =>
        new(new PhotoProblem(PhotoProblemKind.NeedsTooMuch, bytes >> 20, limit >> 20));

    internal static PhotoProblemException NotAnImage(ReadOnlySpan<byte> head) => new(PhotoSignature.NameOfUnread(head) is { } name
        ? new PhotoProblem(PhotoProblemKind.UnreadFormat, name)
        : new PhotoProblem(PhotoProblemKind.NotAnImage, PhotoSignature.Describe(head)));

    internal static PhotoProblemException CutOff(Exception? inner = null) => new(PhotoProblemKind.CutOff, inner);

    internal static PhotoProblemException Damaged(Exception? inner = null) => new(PhotoProblemKind.Damaged, inner);

    internal static PhotoProblemException TooLarge(long widthPx, long heightPx) => new(new PhotoProblem(
        PhotoProblemKind.TooLarge, widthPx, heightPx, PhotoReader.MaxMegapixels, PhotoReader.MaxSidePx));

    internal static PhotoProblemException NotOpened(Exception inner) => new(
        inner is FileNotFoundException or DirectoryNotFoundException ? new PhotoProblem(PhotoProblemKind.Gone)
            : new PhotoProblem(PhotoProblemKind.CannotBeOpened, inner.Message), inner);
}
