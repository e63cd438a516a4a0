using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>Pictures and uploads for signed-in users. Whoever has no right to one is told that it does not exist.</summary>
internal static class MediaEndpoints
{
    public static void MapMedia(this IEndpointRouteBuilder app)
    {
        var media = app.MapGroup("/media/w/{weddingId}").AllowAnonymous().WithMetadata(new BareAnswer()).KeepNothing();
        media.MapRead("/preview/{contentHash:regex(^[0-9a-f]{{64}}$)}-{px:int}.jpg", PreviewAsync);
        media.MapRead("/face/{faceKey:regex(^[0-9a-f]{{16}}$)}.jpg", FaceAsync);
        media.MapRead("/first/{number:int}.jpg", FirstFaceAsync);
        media.MapPost("/uploads", UploadEndpoint.ReceiveAsync);
    }

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> PreviewAsync(
        WeddingId weddingId, string contentHash, int px, HttpContext http, StudioRights rights, StudioStore store, StudioPaths paths,
        EarlyPreviews early)
    {
        if (px is not (MediaUrls.TilePx or MediaUrls.ScreenPx) || !await MaySeeAsync(http, rights, weddingId)
            || await IsGoneAsync(store, weddingId, contentHash, http.RequestAborted))
            return TypedResults.NotFound();
        var path = paths.Preview(weddingId, contentHash, px);
        if (!File.Exists(path))
            await early.MakeAsync(weddingId, contentHash, http.RequestAborted);
        return Picture(http, path);
    }

    private static Task<bool> IsGoneAsync(StudioStore store, WeddingId weddingId, string contentHash, CancellationToken ct) =>
        store.ReadAsync(db =>
            db.Photos.AnyAsync(p => p.WeddingId == weddingId && p.ContentHash == contentHash && p.State == PhotoState.Gone, ct), ct);

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> FaceAsync(
        WeddingId weddingId, string faceKey, HttpContext http, StudioRights rights, StudioPaths paths) =>
        await MaySeeAsync(http, rights, weddingId) ? Picture(http, paths.FaceCrop(weddingId, faceKey)) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> FirstFaceAsync(
        WeddingId weddingId, int number, HttpContext http, StudioRights rights, FirstFaces first) =>
        await MaySeeAsync(http, rights, weddingId) && first.Find(weddingId, number) is { } jpeg
            ? TypedResults.Bytes(jpeg, "image/jpeg")
            : TypedResults.NotFound();

    /// <summary>A wedding that may be seen exists, so its id is a folder name and nothing else.</summary>
    internal static async Task<bool> MaySeeAsync(HttpContext http, StudioRights rights, WeddingId weddingId) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId
        && await rights.MaySeeAsync(userId, weddingId, http.RequestAborted);

    /// <summary>Asked for after the rights were: who has lost them does not even learn that a picture is still the same.</summary>
    internal static Results<PhysicalFileHttpResult, NotFound> Picture(HttpContext http, string path)
    {
        var file = new FileInfo(path);
        return file.Exists
            ? TypedResults.PhysicalFile(path, "image/jpeg", entityTag: Caching.AskAgain(http, file), enableRangeProcessing: true)
            : TypedResults.NotFound();
    }
}
