using System.Net;
using System.Net.Http.Headers;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;

namespace WeddingStudio.Tests.Access;

/// <summary>What a browser or a proxy may keep, and whom it asks before it shows it again.</summary>
public sealed class CachingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_leaves_as_a_file_is_kept_by_no_cache()
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var planner = await studio.SignedInAsync("Mia");
        using var guest = await gallery.GuestAsync();

        string[] forGuests = [gallery.Download, gallery.Zip, gallery.Pictures];
        string[] forPlanners =
        [
            .. Enum.GetValues<TakeAwayChoice>().Select(what => MediaUrls.Zip(TestWedding.Id, what)),
            .. Enum.GetValues<FinishingProgram>().Select(program => MediaUrls.Names(TestWedding.Id, TakeAwayChoice.Album, program)),
        ];

        foreach (var (visitor, url) in forGuests.Select(url => (guest, url)).Concat(forPlanners.Select(url => (planner, url))))
        {
            using var answer = await visitor.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, Ct);
            Assert.Equal((HttpStatusCode.OK, "no-store, private"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task A_guests_picture_is_asked_for_again_and_sent_again_only_when_it_changed()
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio);
        using var guest = await gallery.GuestAsync();

        await IsAskedForAgainAsync(guest, gallery.Picture, () => studio.Get<GalleryLinks>().CloseAsync(gallery.GalleryId, Ct));
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("face")]
    public async Task A_couples_picture_is_asked_for_again_and_sent_again_only_when_it_changed(string kind)
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Anna", StudioUser.CoupleRole, wedding.WeddingId);
        using var couple = await studio.SignedInAsync("Anna");

        await IsAskedForAgainAsync(couple, kind == "face" ? wedding.FaceUrl : wedding.PreviewUrl, () => studio.Store.WriteAsync(async db =>
        {
            db.RemoveRange(db.WeddingMembers.Where(m => m.UserId == userId));
            await db.SaveChangesAsync(Ct);
        }, Ct));
    }

    [Fact]
    public async Task No_cache_keeps_a_page_or_a_refusal()
    {
        await using var studio = new StudioApp();
        var gallery = await OpenGallery.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var planner = await studio.SignedInAsync("Mia");
        using var guest = await gallery.GuestAsync();
        using var stranger = studio.Visitor();

        (HttpClient, string)[] asked =
        [
            (planner, "/"), (planner, "/w/w/people"), (planner, "/sign-out"), (planner, "/media/w/w/preview/x"),
            (guest, $"/g/{gallery.GalleryId}"), (guest, await gallery.LinkAsync()),
            (stranger, "/"), (stranger, "/sign-in"), (stranger, "/nothing"), (stranger, gallery.Picture), (stranger, gallery.Zip),
            (stranger, MediaUrls.Zip(TestWedding.Id, TakeAwayChoice.Album)), (stranger, "/g/1/wrong"),
        ];
        foreach (var (visitor, url) in asked)
        {
            using var answer = await visitor.GetAsync(url, Ct);
            Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"{url}: {answer.Headers.CacheControl}");
        }
    }

    private static async Task IsAskedForAgainAsync(HttpClient visitor, string url, Func<Task> takeRightsAway)
    {
        using var first = await visitor.GetAsync(url, Ct);
        Assert.Equal(("no-cache, private", true), (first.Headers.CacheControl?.ToString(), first.Headers.ETag is { IsWeak: false }));

        using var again = await AskAgainAsync(visitor, url, first.Headers.ETag!);
        Assert.Equal((HttpStatusCode.NotModified, "no-cache, private"), (again.StatusCode, again.Headers.CacheControl?.ToString()));
        using var other = await AskAgainAsync(visitor, url, new EntityTagHeaderValue("\"another\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        // Who knows the picture still may not learn that it is there.
        await takeRightsAway();
        using var late = await AskAgainAsync(visitor, url, first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAgainAsync(HttpClient visitor, string url, EntityTagHeaderValue known)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, url);
        question.Headers.IfNoneMatch.Add(known);
        return await visitor.SendAsync(question, Ct);
    }
}
