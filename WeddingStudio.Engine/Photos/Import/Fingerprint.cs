using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>What a look at a file's bytes says before anything is decoded.</summary>
/// <param name="Kind">Photo, video, misnamed or other.</param>
/// <param name="ContentHash">SHA-256, lower-case hex; null unless it is a photo.</param>
/// <param name="Problem">Why it is none although it should be; null when all is well.</param>
/// <param name="OutOfReach">The file could not be opened, so nothing is known about its bytes.</param>
/// <param name="Facts">Of the file whose bytes these were; null when it was not opened.</param>
internal readonly record struct Fingerprint(
    FileKind Kind, string? ContentHash = null, PhotoProblem? Problem = null, bool OutOfReach = false, FileFacts? Facts = null)
{
    public static async Task<Fingerprint> TakeAsync(FoundFile found, CancellationToken ct)
    {
        try
        {
            await using var file = OriginalFile.Open(found.FullPath);
            if (file.Length == 0)
                return PhotoNames.IsPhoto(found.Path)
                    ? new(FileKind.Misnamed, Problem: new(PhotoProblemKind.Empty))
                    : new(PhotoSignature.Of(found.Path, []).Kind);
            var head = new byte[PhotoSignature.HeadBytes];
            var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            var signature = PhotoSignature.Of(found.Path, head.AsSpan(0, length));
            if (signature.Kind == FileKind.Misnamed)
                return new(FileKind.Misnamed, Problem: PhotoProblemException.NotAnImage(head.AsSpan(0, length)).Problem);
            if (signature.Kind != FileKind.Photo)
                return new(signature.Kind);
            return new(FileKind.Photo, await file.HashAsync(ct), Facts: file.Facts);
        }
        catch (Exception error) when (error is IOException or PhotoProblemException)
        {
            // Told by name alone, for its bytes are out of reach; without a fingerprint every later look tries again.
            return PhotoNames.IsPhoto(found.Path)
                ? new(FileKind.Misnamed, Problem: (error as PhotoProblemException ?? PhotoProblemException.NotOpened(error)).Problem,
                    OutOfReach: true)
                : new(FileKind.Other, OutOfReach: true);
        }
    }
}
