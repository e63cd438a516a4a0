using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Visits;

/// <summary>The pixel side of one visit: decodes a photo, writes its previews and measures the frame.</summary>
public sealed class PhotoVisitor(OriginalFiles originals, PreviewWriter previews, PhotoHelpers helpers)
{
    /// <summary>Reads a fingerprinted photo and writes its previews. Waits and throws as <see cref="DecodeAsync"/> does.</summary>
    public async Task<PhotoReading> ReadAsync(Wedding wedding, Photo photo, CancellationToken ct)
    {
        var decoded = await OpenAsync(wedding, photo, PhotoWant.Reduced, wedding.TimeZone, ct);
        try
        {
            using var large = previews.Write(wedding.Id, photo.ContentHash!, decoded.Pixels.Whole.Raster);
            var small = FrameMeasures.Small(large.Raster);
            return new PhotoReading(decoded, small,
                FrameMeasures.Of(small, decoded.Pixels.Whole) with { Colours = FrameColours.Of(large.Raster) },
                PerceptualHash.Of(large.Raster));
        }
        catch
        {
            decoded.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The pixels of a fingerprinted photo alone. Waits while too many large photos are open. Throws <see cref="PhotoProblemException"/>
    /// for anything wrong with the file, <see cref="Photos.Import.PhotoFolderException"/> when the whole folder is gone,
    /// <see cref="Data.Files.DiskFullException"/>.
    /// </summary>
    public Task<DecodedPhoto> DecodeAsync(Wedding wedding, Photo photo, CancellationToken ct) =>
        OpenAsync(wedding, photo, PhotoWant.Reduced, null, ct);

    /// <summary>Likewise, for a closer look: not reduced to less than half.</summary>
    public Task<DecodedPhoto> DecodeCloserAsync(Wedding wedding, Photo photo, CancellationToken ct) =>
        OpenAsync(wedding, photo, PhotoWant.Half, null, ct);

    private async Task<DecodedPhoto> OpenAsync(Wedding wedding, Photo photo, PhotoWant want, string? timeZone, CancellationToken ct)
    {
        if (photo.ContentHash is null)
            throw new InvalidOperationException($"'{photo.Path}' has no fingerprint yet.");
        var original = await originals.OpenAsync(wedding, photo, ct);
        try
        {
            var wish = new PhotoWish(original, photo.Path, want, timeZone) { Check = () => ThrowIfAnother(original) };
            var decoded = await helpers.ReadAsync(wish, ct);
            decoded.Own(original);
            return decoded;
        }
        catch
        {
            await original.DisposeAsync();
            throw;
        }
    }

    private static void ThrowIfAnother(OriginalFile original)
    {
        try
        {
            original.ThrowIfTouched();
        }
        catch (IOException touched)
        {
            throw new PhotoProblemException(PhotoProblemKind.Another, touched);
        }
    }
}
