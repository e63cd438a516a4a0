using System.Net;
using System.Net.Http.Headers;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;

namespace WeddingStudio.Tests.Access;

/// <summary>Links and files as chat programs, download managers and phones in a bad network ask for them.</summary>
public sealed class TransferTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_can_be_opened_can_be_asked_about_first()
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio);
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var planner = await studio.SignedInAsync("Mia");
        using var guest = await gallery.GuestAsync();

        (HttpClient, string)[] asked =
        [
            (guest, await gallery.LinkAsync()), (guest, $"/g/{gallery.GalleryId}"), (guest, gallery.Picture), (guest, gallery.Download),
            (guest, gallery.Zip),
            (guest, $"/media/g/{gallery.GalleryId}/download/999"), (guest, "/g/999/wrong"), (guest, "/sign-in"), (guest, "/"),
            (planner, "/"), (planner, wedding.PreviewUrl), (planner, wedding.FaceUrl),
            (planner, MediaUrls.Zip(TestWedding.Id, TakeAwayChoice.Album)),
            (planner, MediaUrls.Names(TestWedding.Id, TakeAwayChoice.Album, FinishingProgram.Lightroom)),
        ];
        foreach (var (visitor, url) in asked)
        {
            using var whole = await visitor.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, Ct);
            using var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, url), Ct);

            Assert.Equal((url, whole.StatusCode, whole.Content.Headers.ContentType, whole.Headers.Location,
                whole.Content.Headers.ContentDisposition),
                (url, head.StatusCode, head.Content.Headers.ContentType, head.Headers.Location, head.Content.Headers.ContentDisposition));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
        }

        using var length = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Head, gallery.Download), Ct);
        Assert.Equal((await guest.GetByteArrayAsync(gallery.Download, Ct)).Length, length.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("download")]
    [InlineData("picture")]
    [InlineData("preview")]
    public async Task A_file_that_broke_off_goes_on_where_it_was(string kind)
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var visitor = kind == "preview" ? await studio.SignedInAsync("Mia") : await gallery.GuestAsync();
        var url = kind switch
        {
            "download" => gallery.Download,
            "picture" => gallery.Picture,
            _ => MediaUrls.Preview(TestWedding.Id, gallery.Hash, 480),
        };
        using var first = await visitor.GetAsync(url, Ct);
        var whole = await first.Content.ReadAsByteArrayAsync(Ct);
        var tag = first.Headers.ETag!;

        Assert.Equal((206, 10, $"bytes 5-14/{whole.Length}"), await PartAsync(visitor, url, "5-14", null));
        Assert.Equal((206, whole.Length - 5, $"bytes 5-{whole.Length - 1}/{whole.Length}"), await PartAsync(visitor, url, "5-", tag));
        Assert.Equal((206, 7, $"bytes {whole.Length - 7}-{whole.Length - 1}/{whole.Length}"), await PartAsync(visitor, url, "-7", null));
        Assert.Equal((416, 0, $"bytes */{whole.Length}"), await PartAsync(visitor, url, $"{whole.Length}-", null));

        // It became another file meanwhile: half of one and half of the other make none.
        Assert.Equal((200, whole.Length, null), await PartAsync(visitor, url, "5-14", new EntityTagHeaderValue("\"another\"")));
    }

    [Theory]
    [InlineData("renewed")]
    [InlineData("closed")]
    [InlineData("expired")]
    public async Task A_zip_under_way_ends_with_its_link(string how)
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio, photos: 10, widthPx: 2400);
        using var guest = await gallery.GuestAsync();
        var links = studio.Get<GalleryLinks>();

        await BreaksOffAsync(guest, gallery.Zip, () => how switch
        {
            "renewed" => links.RevokeAsync(gallery.GalleryId, Ct),
            "closed" => links.CloseAsync(gallery.GalleryId, Ct),
            _ => ExpireAsync(studio),
        });
    }

    [Theory]
    [InlineData("access taken away")]
    [InlineData("signed out")]
    public async Task The_couples_zip_under_way_ends_with_their_right_to_it(string how)
    {
        await using var studio = new StudioApp();
        await OpenGallery.InAsync(studio, photos: 10, widthPx: 2400);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TestWedding.Id);
        using var couple = await studio.SignedInAsync("Anna");

        await BreaksOffAsync(couple, MediaUrls.Zip(TestWedding.Id, TakeAwayChoice.BestPhotos), () => studio.Store.WriteAsync(async db =>
        {
            db.RemoveRange(how == "signed out" ? db.SignIns.Cast<object>() : db.WeddingMembers);
            await db.SaveChangesAsync(Ct);
        }, Ct));
    }

    [Fact]
    public async Task A_zip_whose_link_stays_comes_whole()
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio, photos: 3, widthPx: 600);
        using var guest = await gallery.GuestAsync();

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await guest.GetByteArrayAsync(gallery.Zip, Ct)));

        Assert.Equal(3, zip.Entries.Count);
    }

    [Fact]
    public async Task A_whole_party_behind_one_address_gets_in_and_only_guessing_is_slowed()
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio);
        var link = await gallery.LinkAsync();
        using var party = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(studio.Url),
        };

        for (var visit = 0; visit < 200; visit++)
            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(party, link));
        var guesses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 200; guess++)
            guesses.Add(await StatusAsync(party, $"/g/{gallery.GalleryId}/guess{guess}"));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], guesses.Distinct());
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(party, link));
    }

    private static Task ExpireAsync(StudioApp studio) => studio.Store.WriteAsync(async db =>
    {
        db.Galleries.Single().ExpiresAt = DateTime.UtcNow.AddDays(-1);
        await db.SaveChangesAsync(Ct);
    }, Ct);

    /// <summary>
    /// A reader who has the first bytes when the right is taken away gets no end of the file: half a ZIP must not pass for a whole one.
    /// </summary>
    private static async Task BreaksOffAsync(HttpClient visitor, string url, Func<Task> takeRightsAway)
    {
        using var answer = await visitor.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);
        await body.ReadExactlyAsync(new byte[1000], Ct);

        await takeRightsAway();

        await Assert.ThrowsAnyAsync<Exception>(() => body.CopyToAsync(Stream.Null, Ct));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, url));
    }

    private static async Task<(int Status, int Length, string? Range)> PartAsync(
        HttpClient visitor, string url, string range, EntityTagHeaderValue? ifRange)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, url);
        question.Headers.Range = RangeHeaderValue.Parse($"bytes={range}");
        question.Headers.IfRange = ifRange is null ? null : new RangeConditionHeaderValue(ifRange);
        using var answer = await visitor.SendAsync(question, Ct);
        return ((int)answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync(Ct)).Length,
            answer.Content.Headers.ContentRange?.ToString());
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string url)
    {
        using var answer = await visitor.GetAsync(url, Ct);
        return answer.StatusCode;
    }
}
