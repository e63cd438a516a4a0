using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Words;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>One photo in one request, streamed to disk. The header keeps other sites' forms out: they cannot set it.</summary>
internal static class UploadEndpoint
{
    private const string OurPages = "X-Studio-Upload";

    public static async Task<IResult> ReceiveAsync(
        WeddingId weddingId, string name, HttpContext http, StudioRights rights, UploadStore uploads, StudioWords words,
        ILogger<UploadStore> logger)
    {
        if (!http.Request.Headers.ContainsKey(OurPages) || !await MediaEndpoints.MaySeeAsync(http, rights, weddingId))
            return TypedResults.NotFound();

        // The store counts for itself and says by name what is too long; the server's own limit would answer with an error page.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        try
        {
            return Answer(words, http.Request.ContentLength > UploadStore.MaxBytes
                ? UploadStore.TooLarge(FileNames.Sanitise(name))
                : await uploads.SaveAsync(weddingId, name, http.Request.Body, http.RequestAborted));
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested && failure is not BadHttpRequestException
            && FailureMessages.Of(failure, Again.Send) is { } told)
        {
            FailureMessages.Log(logger, $"'{FileNames.Sanitise(name)}' could not be stored", failure, Again.Send);
            return TypedResults.Text(words.Of(new("Photos.UploadFailed", FileNames.Sanitise(name), told)),
                statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static IResult Answer(StudioWords words, UploadResult result) => result.Outcome switch
    {
        UploadOutcome.Saved or UploadOutcome.AlreadyHere => TypedResults.Ok(result.Path),
        UploadOutcome.TooLarge => TypedResults.Text(words.Of(result.Message), statusCode: StatusCodes.Status413PayloadTooLarge),
        UploadOutcome.DiskFull => TypedResults.Text(words.Of(result.Message), statusCode: StatusCodes.Status507InsufficientStorage),
        UploadOutcome.NoSuchWedding => TypedResults.NotFound(),
        _ => TypedResults.Text(words.Of(result.Message), statusCode: StatusCodes.Status415UnsupportedMediaType),
    };
}
