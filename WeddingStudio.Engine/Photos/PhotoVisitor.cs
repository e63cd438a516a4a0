using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos;

/// <summary>The pixel side of one visit: decodes a photo once at full size, writes its previews and measures the frame.</summary>
public sealed class PhotoVisitor(StudioPaths paths, PreviewWriter previews, IOptions<PhotosOptions> options)
{
    private readonly DecodeBudget _budget = new(options.Value.DecodeMemoryMiB * 1024L * 1024);

    /// <summary>Reads a fingerprinted photo and writes its previews. Waits and throws as <see cref="Decode"/> does.</summary>
    public PhotoReading Read(Wedding wedding, Photo photo)
    {
        var decoded = Decode(wedding, photo);
        try
        {
            var large = previews.Write(wedding.Id, photo.ContentHash!, decoded.Raster);
            var exif = ExifReader.Read(paths.Original(wedding, photo), TimeZoneInfo.FindSystemTimeZoneById(wedding.TimeZone));
            return new PhotoReading(decoded, exif, FrameMeasures.Of(large, decoded.Raster) with { Colours = FrameColours.Of(large) }, PerceptualHash.Of(large));
        }
        catch
        {
            decoded.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The pixels of a fingerprinted photo alone. Waits while too many large photos are open. Throws <see cref="PhotoProblemException"/>
    /// for anything wrong with the file, <see cref="PhotoFolderException"/> when the whole folder is gone, <see cref="DiskFullException"/>.
    /// </summary>
    public DecodedPhoto Decode(Wedding wedding, Photo photo)
    {
        var path = paths.Original(wedding, photo);
        if (photo.ContentHash is null)
            throw new InvalidOperationException($"'{photo.Path}' has no fingerprint yet.");
        if (!photo.Uploaded)
            PhotoFolderException.ThrowIfMissing(paths.PhotoFolder(wedding));

        var memory = _budget.Take(PhotoReader.Header(path).DecodeBytes);
        try
        {
            return new DecodedPhoto(PhotoReader.Read(path), memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }
}
