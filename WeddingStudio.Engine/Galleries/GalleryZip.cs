using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Galleries;

/// <summary>All of a guest's photos as one ZIP, written straight into the response: no temporary file, no waiting.</summary>
public sealed class GalleryZip(StudioStore store, GuestPhotos guests, GuestDownload download)
{
    /// <summary>ZIP knows no time before 1980 and none after 2107.</summary>
    private static readonly DateTime _noTime = new(1980, 1, 1);

    /// <param name="output">Need not seek; is only written to asynchronously.</param>
    /// <param name="galleryId">Whose photos; a closed gallery gives an empty ZIP.</param>
    /// <param name="bestOnly">The best photos instead of all.</param>
    public async Task WriteAsync(Stream output, int galleryId, bool bestOnly, CancellationToken ct)
    {
        var photos = bestOnly ? await guests.BestAsync(galleryId, ct) : await guests.AllAsync(galleryId, ct);
        var zone = await ZoneAsync(galleryId, ct);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var missing = new List<string>();
        await using var response = new PatientStream(output);
        await using var zip = await ZipArchive.CreateAsync(response, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        foreach (var photo in photos)
        {
            if (await download.ReadAsync(galleryId, photo.PhotoId, ct) is not { } file)
            {
                missing.Add(Path.GetFileName(photo.Path));
                continue;
            }

            var name = FileNames.Free(file.Name, names.Contains);
            names.Add(name);
            await AddAsync(zip, name, file.Jpeg, LocalTime(file.TakenAt, zone), ct);
        }

        if (missing.Count > 0)
            await AddAsync(zip, "not-included.txt", Encoding.UTF8.GetBytes(
                "These photos could not be read just now; please ask for them again later:\r\n" + string.Join("\r\n", missing) + "\r\n"), _noTime, ct);
    }

    /// <summary>Stored, not deflated: JPEGs do not get smaller.</summary>
    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, DateTime localTime, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(localTime, TimeSpan.Zero);
        await using var content = await entry.OpenAsync(ct);
        await content.WriteAsync(bytes, ct);
    }

    private Task<TimeZoneInfo> ZoneAsync(int galleryId, CancellationToken ct) => store.ReadAsync(async db =>
    {
        var zone = await db.Galleries.Where(g => g.Id == galleryId)
            .Join(db.Weddings, g => g.WeddingId, w => w.Id, (_, w) => w.TimeZone).SingleOrDefaultAsync(ct);
        return zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone);
    }, ct);

    /// <summary>ZIP stores wall-clock time: that of the wedding.</summary>
    private static DateTime LocalTime(DateTime? utc, TimeZoneInfo zone)
    {
        if (utc is not { } time)
            return _noTime;
        var local = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(time, zone), DateTimeKind.Unspecified);
        return local.Year is >= 1980 and <= 2107 ? local : _noTime;
    }
}
