using System.Net;
using System.Net.Http.Headers;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Tests.Access;

public sealed class MediaAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_of_a_wedding_exist_only_for_those_who_may_see_it()
    {
        await using var studio = new StudioApp();
        var (first, second) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, first.WeddingId);
        using var couple = await studio.SignedInAsync("Anna");
        using var stranger = studio.Visitor();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(couple, first.PreviewUrl));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(couple, first.FaceUrl));
        foreach (var url in (string[])[second.PreviewUrl, second.FaceUrl])
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(couple, url));
        foreach (var url in (string[])[first.PreviewUrl, first.FaceUrl, "/media/w/nowhere/face/aaaaaaaaaaaaaaaa.jpg"])
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, url));
    }

    [Theory]
    [InlineData("/media/w/anna-ben/preview/..%2F..%2F..%2Fstudio.db-480.jpg")]
    [InlineData("/media/w/..%2F..%2Fanna-ben/face/aaaaaaaaaaaaaaaa.jpg")]
    [InlineData("/media/w/anna-ben/face/..%5C..%5Cstudio.db.jpg")]
    [InlineData("/media/w/anna-ben/preview/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-4096.jpg")]
    public async Task No_address_leads_out_of_the_pictures(string url)
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var planner = await studio.SignedInAsync("Mia");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(planner, url));
    }

    [Fact]
    public async Task A_guest_sees_their_own_gallery_and_nothing_besides()
    {
        await using var studio = new StudioApp();
        var (first, second) = await TwoWeddings.InAsync(studio);
        using var guest = studio.Visitor();
        await Guests.EnterAsync(studio, guest, first);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guest, $"/g/{first.GalleryId}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guest, $"/media/g/{first.GalleryId}/photo/{first.PhotoId}-480.jpg"));
        string[] others =
        [
            $"/g/{second.GalleryId}",
            $"/media/g/{second.GalleryId}",
            $"/media/g/{second.GalleryId}/photo/{second.PhotoId}-480.jpg",
            $"/media/g/{second.GalleryId}/download/{second.PhotoId}",
            $"/media/g/{second.GalleryId}/photos.zip",
            $"/media/g/{first.GalleryId}/photo/{second.PhotoId}-480.jpg",
            $"/media/g/{first.GalleryId}/download/{second.PhotoId}",
            first.PreviewUrl,
            first.FaceUrl,
        ];
        foreach (var url in others)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(guest, url));
    }

    [Fact]
    public async Task A_gallery_cookie_under_another_gallerys_name_opens_nothing()
    {
        await using var studio = new StudioApp();
        var (first, second) = await TwoWeddings.InAsync(studio);
        var link = await studio.Get<GalleryLinks>().ShareAsync(first.WeddingId, 1, Ct);
        using var guest = studio.Visitor();
        var given = (await guest.GetAsync(link.Path, Ct)).Headers.GetValues("Set-Cookie").First().Split(';')[0].Split('=', 2)[1];
        using var cheat = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(studio.Url) };
        cheat.DefaultRequestHeaders.Add("Cookie", $"gallery-{second.GalleryId}={given}");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(cheat, $"/media/g/{second.GalleryId}"));
    }

    [Fact]
    public async Task A_new_link_closes_the_old_one_and_the_cookies_it_gave()
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        var links = studio.Get<GalleryLinks>();
        var old = await links.ShareAsync(first.WeddingId, 1, Ct);
        using var guest = studio.Visitor();
        await Guests.EnterAsync(studio, guest, first);

        await links.RevokeAsync(first.GalleryId, Ct);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(guest, $"/media/g/{first.GalleryId}"));
        var answer = await guest.GetAsync(old.Path, Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("new link", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task The_token_leaves_the_address_and_the_cookie_is_out_of_reach_of_scripts()
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        var link = await studio.Get<GalleryLinks>().ShareAsync(first.WeddingId, 1, Ct);
        using var guest = studio.Visitor();

        var answer = await guest.GetAsync(link.Path, Ct);

        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain(link.Token, answer.Headers.Location!.OriginalString);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Collection(cookies, page => Assert.Contains($"path=/g/{first.GalleryId};", page),
            pictures => Assert.Contains($"path=/media/g/{first.GalleryId};", pictures));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie);
            Assert.Contains("samesite=lax", cookie);
            Assert.DoesNotContain(link.Token, cookie);
        });
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.DoesNotContain("<script", await guest.GetStringAsync($"/g/{first.GalleryId}", Ct));
    }

    [Fact]
    public async Task Photos_are_taken_from_our_own_pages_and_members_only()
    {
        await using var studio = new StudioApp();
        var (first, second) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, first.WeddingId);
        using var couple = await studio.SignedInAsync("Anna");
        using var stranger = studio.Visitor();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await UploadAsync(couple, first, fromOurPage: true));
        Assert.Equal(HttpStatusCode.NotFound, await UploadAsync(couple, first, fromOurPage: false));
        Assert.Equal(HttpStatusCode.NotFound, await UploadAsync(couple, second, fromOurPage: true));
        Assert.Equal(HttpStatusCode.NotFound, await UploadAsync(stranger, first, fromOurPage: true));
    }

    [Fact]
    public async Task A_photo_above_the_limit_is_refused_in_plain_words_before_it_is_sent()
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, first.WeddingId);
        using var couple = await studio.SignedInAsync("Anna");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/media/w/{first.WeddingId}/uploads?name=big.jpg");
        request.Headers.Add("X-Studio-Upload", "1");
        request.Headers.ExpectContinue = true;
        request.Content = new Announced(UploadStore.MaxBytes + 1);

        using var answer = await couple.SendAsync(request, Ct);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "text/plain"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("'big.jpg' is larger than 200 MB", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Error_pages_carry_the_security_headers_too()
    {
        await using var studio = new StudioApp();
        using var stranger = studio.Visitor();

        var missing = await stranger.GetAsync("/g/999", Ct);

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("frame-ancestors 'none'", missing.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("no-referrer", "noindex"),
            (missing.Headers.GetValues("Referrer-Policy").Single(), missing.Headers.GetValues("X-Robots-Tag").Single()));
    }

    /// <summary>A body whose length is announced and whose bytes are only sent when the server asks for them.</summary>
    private sealed class Announced(long bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new InvalidOperationException("The server asked for the photo.");

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return true;
        }
    }

    private static async Task<HttpStatusCode> UploadAsync(HttpClient visitor, Seeded wedding, bool fromOurPage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/media/w/{wedding.WeddingId}/uploads?name=note.txt")
        {
            Content = new ByteArrayContent("just words"u8.ToArray())
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
            },
        };
        if (fromOurPage)
            request.Headers.Add("X-Studio-Upload", "1");
        return (await visitor.SendAsync(request, Ct)).StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string url)
    {
        using var answer = await visitor.GetAsync(url, Ct);
        return answer.StatusCode;
    }
}
