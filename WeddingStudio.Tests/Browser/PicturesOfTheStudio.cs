using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>Makes the pictures of the README and of the start page from the drawn wedding; run by docs/make-pictures.sh.</summary>
public sealed class PicturesOfTheStudio
{
    private const string User = "Mia";
    private const int AnalysisMs = 1_200_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task All_pages_of_the_drawn_wedding()
    {
        await using var studio = new StudioApp();
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var wide = await chromium.WindowAsync();
        var album = await PictureAlbum.OpenAsync(chromium, wide);
        await SetUpAsync(wide, studio.SetupLink);
        await album.SignInAsync(User, StudioApp.Password);
        await album.TakeAsync("start", "/", "draw-wedding");

        var weddingId = await DrawAsync(wide, album);
        await NameAsync(studio, new(weddingId));
        var bride = await CoupleAsync(studio, new(weddingId));
        await album.TakeAsync("photos", $"/w/{weddingId}/import", "to-people");
        // On a phone the questions fill the window and no tile below it is made yet: what is there
        // once people are loaded is the line after them.
        await album.TakeAsync("people", $"/w/{weddingId}/people", "rare");
        await album.TakeAsync("person", $"/w/{weddingId}/people/{bride}", "best-photo");
        await album.TakeAsync("album", $"/w/{weddingId}/album", "album-photo");
        var link = await ShareAsync(wide, new(weddingId), bride);
        await album.TakeAsync("share", $"/w/{weddingId}/share/{bride}", "qr");
        await album.TakeAsync("guest", link, "guest-best");

        var next = (await studio.Get<WeddingDesk>().CreateAsync("Anna & Ben", Ct)).WeddingId;
        await album.TakeHelpAsync("add-photos", $"/w/{next}/import", "upload");
        await album.TakeHelpAsync("name-people", $"/w/{weddingId}/people", "rare");
        await album.TakeHelpAsync("share", $"/w/{weddingId}/share/{bride}", "qr");
    }

    private static async Task SetUpAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByTestId("name").FillAsync(User);
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("set-up").ClickAsync();
        await Expect(page.GetByTestId("draw-wedding")).ToBeVisibleAsync();
    }

    private static async Task<string> DrawAsync(IPage page, PictureAlbum album)
    {
        await page.GetByTestId("draw-wedding").ClickAsync();
        await page.WaitForFunctionAsync("() => { const line = document.querySelector(\"[data-stage='Drawing']\"); "
            + "return line && 3 * line.dataset.done > line.dataset.total; }",
            null, new() { Timeout = AnalysisMs });
        var import = new Uri(page.Url).AbsolutePath;
        await album.TakeAsync("drawing", import, "analysis");
        await Expect(page.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", "Done", new() { Timeout = AnalysisMs });
        return import.Split('/')[2];
    }

    /// <summary>Gives everybody who is surely one person the name the truth has for them, as a planner with a good memory would.</summary>
    private static async Task NameAsync(StudioApp studio, WeddingId weddingId)
    {
        var truth = TruthFile.Read(Path.Combine(studio.Paths.Drawn(weddingId), TruthFile.FileName));
        var (found, userId) = await studio.Store.ReadAsync(async db => (
            await db.Faces.Where(f => f.WeddingId == weddingId && f.PersonId != null)
                .Select(f => new { f.Photo!.Path, f.Box, f.PersonId }).ToListAsync(Ct),
            await db.Users.Select(u => u.Id).SingleAsync(Ct)), Ct);
        var match = TruthMatch.Of(truth.Photos, found.Select(f => new FoundFace(f.Path, f.Box, 1, f.PersonId!.Value, null, null)));
        var known = from face in match.OfPeople
                    where face.Found is not null && face.Truth.Person > 0
                    group face.Truth.Person!.Value by face.Found!.Person into faces
                    let best = faces.CountBy(person => person).MaxBy(person => person.Value)
                    where best.Value > 2 && best.Value > .9 * faces.Count()
                    select (Group: faces.Key, Person: best.Key, Faces: best.Value);
        foreach (var (group, person, _) in known.OrderByDescending(k => k.Faces).DistinctBy(k => k.Person).ToList())
        {
            var name = truth.People.First(p => p.Id == person);
            await studio.Get<StudioPipeline>().CorrectAsync(weddingId, userId,
                new Statement(CorrectionKind.Named, [group], [], []) { Name = name.Name, Role = name.Role }, Ct);
        }
    }

    /// <summary>The more photographed of the couple; where neither was named, whoever is in most photos.</summary>
    private static Task<int> CoupleAsync(StudioApp studio, WeddingId weddingId) => studio.Store.ReadAsync(async db =>
        (await db.People.Where(p => p.WeddingId == weddingId && p.RedirectToId == null).ToListAsync(Ct))
            .OrderByDescending(p => Roles.IsCouple(p.Role)).ThenByDescending(p => p.PhotoCount).First().Id, Ct);

    /// <summary>The address is an example: the pictures go out into the world.</summary>
    private static async Task<string> ShareAsync(IPage page, WeddingId weddingId, int personId)
    {
        await page.GotoAsync($"/w/{weddingId}/share/{personId}");
        await page.GetByTestId("make-link").ClickAsync();
        await page.GetByTestId("address-field").FillAsync("https://photos.example.org");
        await page.GetByTestId("set-address").ClickAsync();
        await Expect(page.GetByTestId("qr")).ToBeVisibleAsync();
        return new Uri(await page.GetByTestId("link").InputValueAsync()).AbsolutePath;
    }
}
