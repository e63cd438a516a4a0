using System.Net;
using Microsoft.Net.Http.Headers;
using WeddingStudio.Web.Access;

namespace WeddingStudio.Web.Components.Galleries;

/// <summary>Asks the engine for a guest's page with the guest's own cookie; guests have no other way to data.</summary>
public sealed class GuestConnection(HttpClient http, ServerAddress address)
{
    /// <summary>Null when the cookie opens no such gallery.</summary>
    public async Task<GuestGalleryView?> GalleryAsync(int galleryId, HttpContext visitor)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, address.Engine + MediaUrls.GuestGallery(galleryId));
        if (GuestCookie.NameOf(galleryId) is var name && visitor.Request.Cookies[name] is { } cookie)
            question.Headers.TryAddWithoutValidation(HeaderNames.Cookie, $"{name}={Uri.EscapeDataString(cookie)}");
        using var answer = await http.SendAsync(question, visitor.RequestAborted);
        return answer.StatusCode == HttpStatusCode.NotFound ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<GuestGalleryView>(visitor.RequestAborted);
    }
}
