using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Galleries.Guests;

/// <summary>All of a guest's photos as one ZIP.</summary>
public sealed class GalleryZip(StudioStore store, GuestPhotos guests, GuestDownload download)
{
    /// <param name="output">Need not seek; is only written to asynchronously.</param>
    /// <param name="galleryId">Whose photos; a closed gallery gives an empty ZIP.</param>
    /// <param name="check">Awaited before each photo; throws when the visitor may have no more of them.</param>
    public async Task WriteAsync(Stream output, int galleryId, StudioWords words, CancellationToken ct, Func<Task>? check = null)
    {
        var photos = await guests.AllAsync(galleryId, ct);
        var names = PhotoZip.TakenNames();
        await using var zip = await PhotoZip.OpenAsync(output, await ZoneAsync(galleryId, ct), ct);
        foreach (var photo in photos)
        {
            await (check?.Invoke() ?? Task.CompletedTask);
            if (await download.ReadAsync(galleryId, photo.PhotoId, ct) is not { } file)
            {
                zip.Miss(Path.GetFileName(photo.Path));
                continue;
            }

            var name = FileNames.Free(file.Name, names.Contains);
            names.Add(name);
            await zip.AddAsync(name, new MemoryStream(file.Jpeg), file.TakenAt, ct);
        }

        await zip.SayWhatIsMissingAsync(words, ct);
    }

    private Task<TimeZoneInfo> ZoneAsync(int galleryId, CancellationToken ct) => store.ReadAsync(async db =>
    {
        var zone = await db.Galleries.Where(g => g.Id == galleryId)
            .Join(db.Weddings, g => g.WeddingId, w => w.Id, (_, w) => w.TimeZone).SingleOrDefaultAsync(ct);
        return zone is null ? TimeZoneInfo.Utc : WeddingZone.OrUniversal(zone);
    }, ct);
}
