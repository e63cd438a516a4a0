namespace WeddingStudio.Web.Access;

internal static class SecurityHeaders
{
    // MudBlazor writes style attributes; everything else comes from this server. `blob:` is for previews of photos being sent.
    private const string Policy = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Nothing from elsewhere runs, frames or learns our addresses; addresses that hold a code or token are never passed on.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = http.Request.Path.StartsWithSegments("/g") || http.Request.Path.StartsWithSegments("/setup")
            ? "no-referrer"
            : "same-origin";
        return next(http);
    });
}
