using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.TakeAway;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>The couple's own photos as ZIPs and as lists of names, for those who may see the wedding.</summary>
internal static class TakeAwayEndpoints
{
    public static void MapTakeAway(this IEndpointRouteBuilder app)
    {
        var take = app.MapGroup("/media/w/{weddingId}/take").AllowAnonymous().WithMetadata(new BareAnswer()).KeepNothing();
        take.MapRead("/{what}.zip", ZipAsync);
        take.MapRead("/{what}-for-{program}.txt", ListAsync);
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> ZipAsync(
        WeddingId weddingId, string what, HttpContext http, StudioRights rights, SignIns signIns, StudioStore store, TakeAwayFiles take,
        StudioWords words)
    {
        if (MediaUrls.ChoiceOf(what) is not { } leaving || !await MediaEndpoints.MaySeeAsync(http, rights, weddingId))
            return TypedResults.NotFound();
        var transfer = new Transfer(http,
            async ct => await signIns.IsLiveAsync(SignedIn.Of(http.User), ct) && await MediaEndpoints.MaySeeAsync(http, rights, weddingId));
        return TypedResults.Stream(
            output => transfer.RunAsync((check, ct) => take.WriteZipAsync(output, weddingId, leaving, words, ct, check)),
            "application/zip", $"{await NameAsync(store, weddingId, what, http.RequestAborted)}.zip");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ListAsync(
        WeddingId weddingId, string what, string program, HttpContext http, StudioRights rights, StudioStore store, TakeAwayFiles take)
    {
        if (MediaUrls.ChoiceOf(what) is not { } leaving || MediaUrls.ProgramOf(program) is not { } finishing
            || !await MediaEndpoints.MaySeeAsync(http, rights, weddingId))
            return TypedResults.NotFound();
        var list = await take.ListAsync(weddingId, leaving, finishing, http.RequestAborted);
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(list), "text/plain; charset=utf-8",
            $"{await NameAsync(store, weddingId, what, http.RequestAborted)} for {program}.txt");
    }

    private static async Task<string> NameAsync(StudioStore store, WeddingId weddingId, string what, CancellationToken ct)
    {
        var wedding = await store.ReadAsync(db => db.Weddings.Where(w => w.Id == weddingId).Select(w => w.Name).SingleAsync(ct), ct);
        return FileNames.OfText($"{wedding} - {what}");
    }
}
