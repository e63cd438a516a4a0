using System.Net;
using WeddingStudio.Engine.Galleries.Access;

namespace WeddingStudio.Tests.Access;

internal static class Guests
{
    /// <summary>Opens the person's link as a guest does: the browser then holds the gallery's cookie.</summary>
    public static async Task EnterAsync(StudioApp studio, HttpClient guest, Seeded wedding)
    {
        var link = await studio.Get<GalleryLinks>().ShareAsync(wedding.WeddingId, 1, TestContext.Current.CancellationToken);
        var answer = await guest.GetAsync(link.Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/g/{wedding.GalleryId}", answer.Headers.Location?.OriginalString);
    }
}
