using WeddingStudio.Engine.Hosting.Doors.Endpoints;

namespace WeddingStudio.Web.Access;

internal static class SecurityHeaders
{
    // MudBlazor writes style attributes; everything else comes from this server. `blob:` is for previews of photos being sent.
    private const string Policy = "default-src 'self'; img-src 'self' data: "
        + "blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// Nothing from elsewhere runs, frames or learns our addresses; addresses that hold a code or token are never passed on.
    /// </summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // The path as it was asked for, which an error page changes; the headers at the very last, because it also clears them.
        var asked = http.Request.Path;
        http.Response.OnStarting(() =>
        {
            Add(http.Response.Headers, asked);
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static void Add(IHeaderDictionary headers, PathString asked)
    {
        var isGuests = asked.StartsWithSegments("/g") || asked.StartsWithSegments("/media/g");
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";

        // Whatever does not say itself that it may be kept was made for one visitor.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = Caching.Nothing;
        headers["Referrer-Policy"] = isGuests || asked.StartsWithSegments("/setup") || asked.StartsWithSegments("/password") ? "no-referrer"
            : "same-origin";
        if (isGuests)
            headers["X-Robots-Tag"] = "noindex";
    }
}
