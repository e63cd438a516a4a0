using Microsoft.AspNetCore.Authentication.Cookies;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>The sign-in cookie: a copy of it is worth nothing once its sign-in has ended.</summary>
internal static class SignedInCookie
{
    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "weddingstudio";
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/sign-in";
        cookie.ExpireTimeSpan = SignIns.Lifetime;
        cookie.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = ValidateAsync,
            OnCheckSlidingExpiration = ExtendAsync,

            // The sign-in page leads on by itself, and to pages of this studio alone.
            OnRedirectToReturnUrl = _ => Task.CompletedTask,
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext visit)
    {
        var http = visit.HttpContext;
        if (!await http.RequestServices.GetRequiredService<SignIns>().IsLiveAsync(SignedIn.Of(visit.Principal), http.RequestAborted))
            visit.RejectPrincipal();
    }

    private static Task ExtendAsync(CookieSlidingExpirationContext visit)
    {
        var http = visit.HttpContext;
        return visit.ShouldRenew && SignedIn.Of(visit.Principal) is { } who
            ? http.RequestServices.GetRequiredService<SignIns>().ExtendAsync(who, http.RequestAborted)
            : Task.CompletedTask;
    }
}
