using System.IO.Compression;
using System.Net;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Access;

public sealed class TakeAwayAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<string> UrlsOf(WeddingId weddingId) => Enum.GetValues<TakeAwayChoice>().SelectMany(what =>
        Enum.GetValues<FinishingProgram>().Select(program => MediaUrls.Names(weddingId, what, program))
            .Append(MediaUrls.Zip(weddingId, what)));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string url)
    {
        using var answer = await visitor.GetAsync(url, Ct);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Originals_and_names_leave_for_planner_and_couple_alone()
    {
        await using var studio = new StudioApp();
        var (first, second) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, first.WeddingId);
        using var planner = await studio.SignedInAsync("Mia");
        using var couple = await studio.SignedInAsync("Anna");
        using var stranger = studio.Visitor();
        using var guest = studio.Visitor();
        await Guests.EnterAsync(studio, guest, first);

        foreach (var url in UrlsOf(first.WeddingId))
        {
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(planner, url), await StatusAsync(couple, url)));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (await StatusAsync(guest, url), await StatusAsync(stranger, url)));
        }

        foreach (var url in UrlsOf(second.WeddingId).Concat(UrlsOf(new("nowhere"))))
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(couple, url));
    }

    [Theory]
    [InlineData("everything.zip")]
    [InlineData("album-for-photoshop.txt")]
    [InlineData("..%2F..%2Fstudio.db.zip")]
    public async Task Nothing_else_can_be_asked_for(string file)
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var planner = await studio.SignedInAsync("Mia");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(planner, $"/media/w/{first.WeddingId}/take/{file}"));
    }

    [Fact]
    public async Task A_download_bears_the_weddings_name()
    {
        await using var studio = new StudioApp();
        var (first, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var planner = await studio.SignedInAsync("Mia");

        using var answer = await planner.GetAsync(MediaUrls.Zip(first.WeddingId, TakeAwayChoice.BestPhotos), Ct);

        Assert.Equal("anna-ben - best-photos.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Empty(zip.Entries);
    }
}
