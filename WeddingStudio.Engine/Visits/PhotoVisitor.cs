using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Visits;

/// <summary>The pixel side of one visit: decodes a photo once at full size, writes its previews and measures the frame.</summary>
public sealed class PhotoVisitor(OriginalFiles originals, PreviewWriter previews, PhotoHelpers helpers)
{
    /// <summary>Reads a fingerprinted photo and writes its previews. Waits and throws as <see cref="DecodeAsync"/> does.</summary>
    public async Task<PhotoReading> ReadAsync(Wedding wedding, Photo photo, CancellationToken ct)
    {
        var decoded = await OpenAsync(wedding, photo, wedding.TimeZone, ct);
        try
        {
            var large = previews.Write(wedding.Id, photo.ContentHash!, decoded.Raster);
            var small = FrameMeasures.Small(large);
            return new PhotoReading(decoded, small, FrameMeasures.Of(small, decoded.Raster) with { Colours = FrameColours.Of(large) },
                PerceptualHash.Of(large));
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
    public Task<DecodedPhoto> DecodeAsync(Wedding wedding, Photo photo, CancellationToken ct) => OpenAsync(wedding, photo, null, ct);

    private async Task<DecodedPhoto> OpenAsync(Wedding wedding, Photo photo, string? timeZone, CancellationToken ct)
    {
        if (photo.ContentHash is null)
            throw new InvalidOperationException($"'{photo.Path}' has no fingerprint yet.");
        await using var original = await originals.OpenAsync(wedding, photo, ct);
        var decoded = await helpers.ReadAsync(new PhotoWish(original, photo.Path, pixels: true, timeZone), ct);
        try
        {
            original.ThrowIfTouched();
            return decoded;
        }
        catch (IOException touched)
        {
            decoded.Dispose();
            throw PhotoProblemException.IsAnother(touched);
        }
    }
}
