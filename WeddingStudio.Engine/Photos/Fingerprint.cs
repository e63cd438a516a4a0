using System.Security.Cryptography;

namespace WeddingStudio.Engine.Photos;

/// <summary>What a look at a file's bytes says before anything is decoded.</summary>
/// <param name="Kind">Photo, video, misnamed or other.</param>
/// <param name="ContentHash">SHA-256, lower-case hex; null unless it is a photo.</param>
/// <param name="Problem">Why it is none although it should be; null when all is well.</param>
/// <param name="OutOfReach">The file could not be opened, so nothing is known about its bytes.</param>
internal readonly record struct Fingerprint(FileKind Kind, string? ContentHash = null, string? Problem = null, bool OutOfReach = false)
{
    public static async Task<Fingerprint> TakeAsync(FoundFile found, CancellationToken ct)
    {
        try
        {
            if (found.Bytes == 0)
                return PhotoSignature.HasPhotoName(found.Path)
                    ? new(FileKind.Misnamed, Problem: PhotoProblemException.Empty)
                    : new(PhotoSignature.Of(found.Path, []).Kind);
            await using var file = new FileStream(found.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
            var head = new byte[PhotoSignature.HeadBytes];
            var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            var signature = PhotoSignature.Of(found.Path, head.AsSpan(0, length));
            if (signature.Kind == FileKind.Misnamed)
                return new(FileKind.Misnamed, Problem: PhotoProblemException.NotAnImage(head.AsSpan(0, length)).Message);
            if (signature.Kind != FileKind.Photo)
                return new(signature.Kind);
            file.Position = 0;
            return new(FileKind.Photo, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Told by name alone, for its bytes are out of reach; without a fingerprint every later look tries again.
            return PhotoSignature.HasPhotoName(found.Path)
                ? new(FileKind.Misnamed, Problem: PhotoProblemException.NotOpened(error).Message, OutOfReach: true)
                : new(FileKind.Other, OutOfReach: true);
        }
    }
}
