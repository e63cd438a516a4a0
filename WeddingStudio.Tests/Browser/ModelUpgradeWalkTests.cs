using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Inference.Pulling;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>
/// The sharper analysis by one click, in a real browser; its files come from a server of this computer that breaks off once.
/// </summary>
public sealed class ModelUpgradeWalkTests
{
    private const int AnalysisMs = 300_000;
    private const int Photos = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planner_fetches_it_by_a_click_photos_are_read_anew_and_what_was_corrected_stands()
    {
        var photos = Directory.GetFiles(SharedFiles.Require("data/friends/photos")).Order(StringComparer.Ordinal).Take(Photos);
        await using var server = OpenPack.Server();
        server.BreaksAfter.AddRange([int.MaxValue, 1_000_000, int.MaxValue]);
        await using var studio = new StudioApp(("Studio:ModelsDirectory", ""), ("Studio:ModelsMirror", server.Address.AbsoluteUri));
        await using var chromium = await Chromium.StartAsync(studio.Url);
        await MakeWeddingAsync(studio, photos);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TestWedding.Id);
        var planner = await SignInAsync(chromium, "Mia");
        await planner.GetByTestId("start").ClickAsync();
        await Expect(planner.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", "Done", new() { Timeout = AnalysisMs });
        await Expect(planner.GetByTestId("photo-counts")).ToContainTextAsync("Photo analysis: standard");
        var said = await CorrectAsync(studio);
        var couple = await SignInAsync(chromium, "Anna");
        await Expect(couple.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", "Done");
        await Expect(planner.GetByTestId("sharper-offer"))
            .ToContainTextAsync("7.2 MB. Its authors publish it under Apache-2.0, trained on research data.");
        Assert.Empty(server.Asked);

        await planner.GetByTestId("sharper-fetch").ClickAsync();

        await Expect(planner.GetByTestId("sharper-pace")).ToContainTextAsync("1.3 MB of 7.2 MB. No connection, again in 1 s");
        await Expect(planner.GetByTestId("photo-counts")).ToContainTextAsync("Photo analysis: sharper");
        await Eventually.IsAsync(() => IsReadAnewAsync(studio));
        await Expect(planner.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", "Done", new() { Timeout = AnalysisMs });
        await Expect(planner.GetByTestId("sharper")).ToHaveCountAsync(0);
        await StandsAsync(studio, said);
        Assert.Equal([null, null, "bytes=1000000-", null], server.AskedWith("Range"));
        await Expect(couple.GetByTestId("photo-counts")).ToContainTextAsync("Photo analysis: sharper");
        await Expect(couple.GetByTestId("sharper")).ToHaveCountAsync(0);
        Assert.Empty(chromium.RequestsElsewhere);
    }

    private static async Task MakeWeddingAsync(StudioApp studio, IEnumerable<string> photos)
    {
        var folder = Directory.CreateDirectory(Path.Combine(studio.Folder, "photos")).FullName;
        foreach (var photo in photos)
            File.Copy(photo, Path.Combine(folder, Path.GetFileName(photo)));
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TestWedding.Id, Name = "Monica & Chandler", TimeZone = "Europe/Paris", PhotoFolder = folder,
                NextPersonId = 1, CreatedAt = DateTime.UtcNow, ConsentBy = "Monica", ConsentAt = DateTime.UtcNow });
            await db.SaveChangesAsync(Ct);
        }, Ct);
    }

    private static async Task<IPage> SignInAsync(Chromium chromium, string name)
    {
        var page = await chromium.WindowAsync();
        await page.GotoAsync("/w/w/import");
        await page.GetByTestId("name").FillAsync(name);
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("sign-in").ClickAsync();
        return page;
    }

    /// <summary>One person gets a name, the faces of two others are said to be one, one face is said to be none.</summary>
    private static async Task<Said> CorrectAsync(StudioApp studio)
    {
        var largest = (await FacesAsync(studio)).Where(face => face.PersonId is not null).GroupBy(face => face.PersonId!.Value)
            .OrderBy(person => person.Key)
            .Select(person => person.MaxBy(face => face.Box.WidthPx)!).ToList();
        var (named, first, noFace) = (largest[0], largest[1], largest[2]);
        var second = largest.Skip(3).First(face => face.PhotoId != first.PhotoId);
        await SayAsync(studio, new Statement(CorrectionKind.Named, [named.PersonId!.Value], [named.Id], []) { Name = "Monica" });
        await SayAsync(studio, new Statement(CorrectionKind.SamePerson, [], [first.Id, second.Id], []));
        await SayAsync(studio, new Statement(CorrectionKind.NotAFace, [], [noFace.Id], []));
        return new Said(named, (first, second), noFace);
    }

    private static async Task SayAsync(StudioApp studio, Statement statement) =>
        Assert.True((await studio.Get<StudioPipeline>().CorrectAsync(TestWedding.Id, "Mia", statement, Ct)).Accepted);

    private static async Task StandsAsync(StudioApp studio, Said said)
    {
        var now = await FacesAsync(studio);
        var names = await studio.Store.ReadAsync(db => db.People.ToDictionaryAsync(person => person.Id, person => person.Name, Ct), Ct);
        Face SameFace(Face before) => now.Where(face => face.PhotoId == before.PhotoId).MaxBy(face => face.Box.IoU(before.Box))!;

        Assert.Equal("Monica", names[SameFace(said.Named).PersonId!.Value]);
        Assert.NotNull(SameFace(said.One.First).PersonId);
        Assert.Equal(SameFace(said.One.First).PersonId, SameFace(said.One.Second).PersonId);
        Assert.Null(SameFace(said.NoFace).PersonId);
        Assert.All(new[] { said.Named, said.One.First, said.One.Second, said.NoFace },
            before => Assert.InRange(SameFace(before).Box.IoU(before.Box), AnchorMatcher.MinIoU, 1));
    }

    private static Task<List<Face>> FacesAsync(StudioApp studio) =>
        studio.Store.ReadAsync(db => db.Faces.OrderBy(face => face.Id).ToListAsync(Ct), Ct);

    private static async Task<bool> IsReadAnewAsync(StudioApp studio)
    {
        var pack = studio.Get<ModelLibrary>().Choose().Fingerprint;
        return await studio.Store.ReadAsync(
            async db => await db.Photos.AllAsync(photo => photo.Pack == pack && photo.State == PhotoState.Ready, Ct)
            && await db.Jobs.AllAsync(job => job.State == JobState.Done, Ct), Ct);
    }

    private sealed record Said(Face Named, (Face First, Face Second) One, Face NoFace);
}
