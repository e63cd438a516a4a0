using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Hosting.Doors.Endpoints;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Web.Access;

/// <summary>
/// The lines that pages keep open. A browser lends its cookies to sockets of any page whatever, so a line is for pages of this studio
/// alone; those of windows are for the signed in, and of those one address holds a bounded number.
/// </summary>
internal sealed class LiveConnections(RequestDelegate next, IOptions<StudioOptions> studio)
{
    private const string Windows = "/_blazor";

    // A window is one line; nobody looks at so many.
    private const int WindowsPerAddress = 64;

    private readonly PerAddressLimit _windows = new(WindowsPerAddress);
    private readonly string? _public = AuthorityOf(studio.Value.PublicUrl);

    public Task InvokeAsync(HttpContext http)
    {
        var ofWindow = http.Request.Path.StartsWithSegments(Windows);
        if (!ofWindow && !http.Request.Path.StartsWithSegments(HubAddress.Path))
            return next(http);
        if (!IsFromOurPages(http.Request))
            return Refuse(http, StatusCodes.Status403Forbidden);
        if (!ofWindow)
            return next(http);
        return http.User.Identity is { IsAuthenticated: true } ? HoldAsync(http) : Refuse(http, StatusCodes.Status401Unauthorized);
    }

    private async Task HoldAsync(HttpContext http)
    {
        var address = VisitorAddress.Of(http);
        if (!_windows.TryTake(address))
        {
            await Refuse(http, StatusCodes.Status429TooManyRequests);
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            _windows.Return(address);
        }
    }

    /// <summary>Without the page that people get: a script asked.</summary>
    private static Task Refuse(HttpContext http, int status)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Programs that are no browser name no origin, and hold no cookies of somebody else.</summary>
    private bool IsFromOurPages(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return false;
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (AuthorityOf(origin) is { } theirs && (theirs == Ours(request) || theirs == _public));
    }

    /// <summary>
    /// As the browser asked for it. A proxy may take the encryption off, so that the usual port of either scheme counts as none.
    /// </summary>
    private static string Ours(HttpRequest request) =>
        request.Host.Port is null or 80 or 443 ? request.Host.Host : request.Host.ToUriComponent();

    private static string? AuthorityOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.Authority : null;
}
