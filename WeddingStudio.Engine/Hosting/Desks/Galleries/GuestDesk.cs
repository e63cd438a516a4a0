using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Engine.Hosting.Desks.Galleries;

/// <summary>What a guest's page is made of.</summary>
public sealed class GuestDesk(StudioStore store, GuestPhotos photos)
{
    /// <summary>Null when the gallery is nobody's.</summary>
    public async Task<GuestGalleryView?> GalleryAsync(int galleryId, CancellationToken ct)
    {
        if (await photos.PersonAsync(galleryId, ct) is not { } person)
            return null;
        var wedding = await store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == person.WeddingId, ct), ct);
        var best = await photos.BestAsync(galleryId, ct);
        var all = await photos.AllAsync(galleryId, ct);
        return new GuestGalleryView
        {
            Wedding = wedding.Name,
            Name = person.Name,
            Best = [.. best.Select(View)],
            All = [.. all.Select(View)],
            ZipUrl = MediaUrls.GuestZip(galleryId),
            Drawn = wedding.IsDrawn,
        };

        GuestPhotoView View(GuestPhoto photo) => new()
        {
            PhotoId = photo.PhotoId,
            TileUrl = MediaUrls.GuestPhoto(galleryId, photo.PhotoId, photo.ContentHash, MediaUrls.TilePx),
            ScreenUrl = MediaUrls.GuestPhoto(galleryId, photo.PhotoId, photo.ContentHash, MediaUrls.ScreenPx),
            DownloadUrl = MediaUrls.GuestDownload(galleryId, photo.PhotoId),
            WidthPx = photo.WidthPx,
            HeightPx = photo.HeightPx,
            TakenAt = wedding.LocalTime(photo.TakenAt),
            Moment = photo.Moment,
            FaceX = photo.FaceX,
            FaceY = photo.FaceY,
        };
    }

    /// <summary>The photo itself, when this gallery may show it.</summary>
    public async Task<(Wedding Wedding, Photo Photo)?> PhotoAsync(int galleryId, int photoId, CancellationToken ct)
    {
        if (!await photos.MaySeeAsync(galleryId, photoId, ct))
            return null;
        return await store.ReadAsync(async db =>
        {
            var photo = await db.Photos.SingleAsync(p => p.Id == photoId, ct);
            return (await db.Weddings.SingleAsync(w => w.Id == photo.WeddingId, ct), photo);
        }, ct);
    }
}
