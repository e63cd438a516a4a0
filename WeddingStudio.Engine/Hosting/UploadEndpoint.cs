using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Hosting;

/// <summary>One photo in one request, streamed to disk. The header keeps other sites' forms out: they cannot set it.</summary>
internal static class UploadEndpoint
{
    private const string OurPages = "X-Studio-Upload";

    public static async Task<IResult> ReceiveAsync(string weddingId, string name, HttpContext http, StudioRights rights, UploadStore uploads)
    {
        if (!http.Request.Headers.ContainsKey(OurPages) || !await MediaEndpoints.MaySeeAsync(http, rights, weddingId))
            return TypedResults.NotFound();

        // The store counts for itself and says by name what is too long; the server's own limit would answer with an error page.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var result = http.Request.ContentLength > UploadStore.MaxBytes ? UploadStore.TooLarge(FileNames.Sanitise(name)) : await uploads.SaveAsync(weddingId, name, http.Request.Body, http.RequestAborted);
        return result.Outcome switch
        {
            UploadOutcome.Saved or UploadOutcome.AlreadyHere => TypedResults.Ok(result.Path),
            UploadOutcome.TooLarge => TypedResults.Text(result.Message, statusCode: StatusCodes.Status413PayloadTooLarge),
            UploadOutcome.DiskFull => TypedResults.Text(result.Message, statusCode: StatusCodes.Status507InsufficientStorage),
            UploadOutcome.NoSuchWedding => TypedResults.NotFound(),
            _ => TypedResults.Text(result.Message, statusCode: StatusCodes.Status415UnsupportedMediaType),
        };
    }
}
