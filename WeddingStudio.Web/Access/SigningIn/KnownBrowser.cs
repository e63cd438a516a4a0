using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>
/// Remembers in a cookie that somebody signed in here under a name. It opens nothing; it only keeps whoever guesses at that name from the
/// same address, as all do behind a proxy that is not named, from being in their way.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string Cookie = "weddingstudio-known";
    private readonly IDataProtector _protector = protection.CreateProtector("WeddingStudio.KnownBrowser");

    /// <param name="name">As the database compares it.</param>
    public void Remember(HttpContext http, string name) =>
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))} {name}"),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });

    /// <summary>A word for this browser, different for every sign-in it remembers; null when it knows nothing of this name.</summary>
    public string? Of(HttpContext http, string name)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { } cookie && _protector.Unprotect(cookie).Split(' ', 2) is [var browser, var known]
                && known == name ? browser : null;
        }
        catch (CryptographicException)
        {
            return null; // Forged, or made with other keys.
        }
    }
}
