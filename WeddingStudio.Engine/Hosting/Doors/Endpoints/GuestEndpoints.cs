using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>Guests' doors: a link is exchanged for a cookie, the cookie opens one gallery's pictures and nothing else.</summary>
internal static class GuestEndpoints
{
    public static void MapGuests(this IEndpointRouteBuilder app)
    {
        app.MapRead("/g/{galleryId:int}/{token}", EnterAsync).AllowAnonymous().KeepNothing();
        var media = app.MapGroup("/media/g/{galleryId:int}").AllowAnonymous().WithMetadata(new BareAnswer()).KeepNothing()
            .AddEndpointFilter(OnlyWithCookieAsync);
        media.MapRead("", GalleryAsync);
        media.MapRead("/photo/{photoId:int}-{px:int}.jpg", PhotoAsync);
        media.MapRead("/download/{photoId:int}", DownloadAsync);
        media.MapRead("/photos.zip", ZipAsync);
    }

    /// <summary>Never single-use: chat programs open a link to show a preview of it.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> EnterAsync(
        int galleryId, string token, HttpContext http, GalleryLinks links, GalleryCookies cookies, GuestDoor door)
    {
        if (await links.OpenAsync(galleryId, token, http.RequestAborted) is not { } gallery)
            return door.IsNoise(http) ? TypedResults.StatusCode(StatusCodes.Status429TooManyRequests) : TypedResults.NotFound();
        cookies.Give(http, gallery);
        return TypedResults.LocalRedirect($"/g/{galleryId}");
    }

    private static async ValueTask<object?> OnlyWithCookieAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var cookies = http.RequestServices.GetRequiredService<GalleryCookies>();
        var galleryId = int.Parse((string)http.GetRouteValue("galleryId")!, System.Globalization.CultureInfo.InvariantCulture);
        return await cookies.OpensAsync(http, galleryId, http.RequestAborted) ? await next(call) : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<GuestGalleryView>, NotFound>> GalleryAsync(int galleryId, HttpContext http, GuestDesk desk) =>
        await desk.GalleryAsync(galleryId, http.RequestAborted) is { } gallery ? TypedResults.Ok(gallery) : TypedResults.NotFound();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> PhotoAsync(
        int galleryId, int photoId, int px, HttpContext http, GuestDesk desk, StudioPaths paths) =>
        px is MediaUrls.TilePx or MediaUrls.ScreenPx
        && await desk.PhotoAsync(galleryId, photoId, http.RequestAborted) is { Photo.ContentHash: { } hash } found
            ? MediaEndpoints.Picture(http, paths.Preview(found.Wedding.Id, hash, px))
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        int galleryId, int photoId, HttpContext http, GuestDownload download) =>
        await download.ReadAsync(galleryId, photoId, http.RequestAborted) is { } file
            ? TypedResults.File(file.Jpeg, "image/jpeg", file.Name, enableRangeProcessing: true, entityTag: Caching.TagOf(file.Jpeg))
            : TypedResults.NotFound();

    private static async Task<Results<PushStreamHttpResult, NotFound>> ZipAsync(
        int galleryId, HttpContext http, GuestDesk desk, GalleryZip zip, GalleryCookies cookies, StudioWords words)
    {
        if (await desk.GalleryAsync(galleryId, http.RequestAborted) is not { } gallery)
            return TypedResults.NotFound();
        var transfer = new Transfer(http, ct => cookies.OpensAsync(http, galleryId, ct));
        return TypedResults.Stream(output => transfer.RunAsync((check, ct) => zip.WriteAsync(output, galleryId, words, ct, check)),
            "application/zip", ZipName(gallery));
    }

    private static string ZipName(GuestGalleryView gallery) =>
        $"{FileNames.OfText(gallery.Name is { } name ? $"{gallery.Wedding} - {name}" : gallery.Wedding)}.zip";
}
