using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;

namespace WeddingStudio.Engine.Hosting.Doors.Endpoints;

/// <summary>
/// What a guest's browser keeps instead of the link: a cookie that opens one gallery, in the version of the link that was used.
/// A link that was revoked, closed or has expired closes the cookie too.
/// </summary>
public sealed class GalleryCookies(IDataProtectionProvider protection, GalleryLinks links)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("WeddingStudio.Gallery")
        .ToTimeLimitedDataProtector();

    public void Give(HttpContext http, Gallery gallery)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{gallery.Id}:{gallery.Version}");
        var cookie = _protector.Protect(content, gallery.ExpiresAt);

        // A cookie has one path; the page and its pictures lie under two.
        foreach (var path in (string[])[$"/g/{gallery.Id}", MediaUrls.GuestGallery(gallery.Id)])
        {
            http.Response.Cookies.Append(GuestCookie.NameOf(gallery.Id), cookie, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                Expires = gallery.ExpiresAt,
                IsEssential = true,
                Path = path,
            });
        }
    }

    /// <summary>Whether this visitor came in by a link of this gallery that still works.</summary>
    public async Task<bool> OpensAsync(HttpContext http, int galleryId, CancellationToken ct) =>
        http.Request.Cookies[GuestCookie.NameOf(galleryId)] is { } cookie && VersionIn(cookie, galleryId) is { } version
        && await links.IsOpenAsync(galleryId, version, ct);

    private int? VersionIn(string cookie, int galleryId)
    {
        try
        {
            var parts = _protector.Unprotect(cookie).Split(':');
            return int.Parse(parts[0], CultureInfo.InvariantCulture) == galleryId ? int.Parse(parts[1], CultureInfo.InvariantCulture)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // Forged, too old, or made with other keys.
        }
    }
}
