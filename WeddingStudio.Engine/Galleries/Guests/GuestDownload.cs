using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Originals;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Galleries.Guests;

/// <summary>A photo as it leaves the studio: a JPEG with its pixels, colours, orientation and date, and nothing else.</summary>
public sealed record GuestFile(string Name, byte[] Jpeg, DateTime? TakenAt);

/// <summary>Makes the files guests download.</summary>
public sealed partial class GuestDownload(
    StudioStore store, OriginalFiles originals, GuestPhotos guests, PhotoHelpers helpers, ILogger<GuestDownload> logger)
{
    /// <summary>Hardly distinguishable from the original and still a third of a PNG.</summary>
    private const int Quality = 95;

    /// <summary>Files in memory while they are made ready; a file may have 200 MB and all guests may come at once.</summary>
    private static readonly SemaphoreSlim _fewFiles = new(4, 4);

    /// <summary>One photo as a file; null when this gallery may not see it or its file cannot be read any more.</summary>
    public async Task<GuestFile?> ReadAsync(int galleryId, int photoId, CancellationToken ct)
    {
        if (!await guests.MaySeeAsync(galleryId, photoId, ct))
            return null;
        var (wedding, photo, offset) = await store.ReadAsync(async db =>
        {
            var row = await db.Photos.SingleAsync(p => p.Id == photoId, ct);
            var camera = await db.Cameras.SingleOrDefaultAsync(c => c.Id == row.CameraId, ct);
            return (await db.Weddings.SingleAsync(w => w.Id == row.WeddingId, ct), row, camera?.OffsetSeconds ?? 0);
        }, ct);
        try
        {
            return new GuestFile(NameOf(photo.Path), await JpegOfAsync(wedding, photo, ct), photo.TakenAt?.AddSeconds(offset));
        }
        catch (Exception error) when (error is IOException or PhotoProblemException or PhotoFolderException)
        {
            NotReadable(logger, photo.Path, error);
            return null;
        }
    }

    /// <summary>The name a guest sees: the file's own, harmless on every system, always .jpg.</summary>
    internal static string NameOf(string path)
    {
        var name = FileNames.Sanitise(path);
        return Path.GetExtension(name).ToLowerInvariant() is ".jpg" or ".jpeg" ? name : Path.ChangeExtension(name, ".jpg");
    }

    private async Task<byte[]> JpegOfAsync(Wedding wedding, Photo photo, CancellationToken ct)
    {
        await _fewFiles.WaitAsync(ct);
        try
        {
            await using var original = await originals.OpenAsync(wedding, photo, ct);
            if (original.Length > Array.MaxLength)
                throw new IOException($"'{photo.Path}' is too large to be handed out.");
            var bytes = new byte[original.Length];
            await original.ReadExactlyAsync(bytes, ct);
            var exif = await WrittenAsync(original, photo.Path, ct);
            return JpegCopy.WithoutTraces(bytes, exif.ToSegment()) ?? await ConvertAsync(original, photo.Path, exif, ct);
        }
        finally
        {
            _fewFiles.Release();
        }
    }

    private async Task<WrittenExif> WrittenAsync(OriginalFile original, string name, CancellationToken ct)
    {
        using var read = await helpers.ReadAsync(new PhotoWish(original, name, PhotoWant.Metadata, "UTC"), ct);
        return read.Written;
    }

    private async Task<byte[]> ConvertAsync(OriginalFile original, string name, WrittenExif exif, CancellationToken ct)
    {
        // The reader turns it upright.
        using var read = await helpers.ReadAsync(new PhotoWish(original, name, PhotoWant.FullSize), ct);
        original.ThrowIfTouched();
        var jpeg = JpegWriter.Encode(read.Pixels.Whole.Raster, Quality);
        return JpegCopy.WithoutTraces(jpeg, (exif with { Orientation = 1 }).ToSegment()) ?? jpeg;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "'{Photo}' cannot be handed to a guest")]
    private static partial void NotReadable(ILogger logger, string photo, Exception error);
}
