using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>Photos go, come back and move while a couple and a guest look on, in a real browser.</summary>
public sealed class PhotosComeAndGoWalkTests
{
    private const int Photos = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_gone_leaves_every_page_and_what_moved_is_shown_again_by_telling_where_it_is()
    {
        SharedFiles.Require("models/manifest.json");
        await using var studio = new StudioApp();
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var folder = CopyPhotos(Path.Combine(studio.Folder, "photos"));
        await MakeWeddingAsync(studio, folder);
        var planner = await SignInAsync(chromium, studio);
        await LookAsync(planner, studio, "start", JobState.Done);
        var (gallery, guest, photo) = await ShareAsync(studio);
        var seen = await SeenAsync(studio, guest, gallery);
        Assert.Contains(photo.Id, seen);

        File.Move(Path.Combine(folder, photo.Path), Path.Combine(studio.Folder, "kept.jpg"));
        await LookAsync(planner, studio, "start", JobState.Done);
        await Expect(planner.GetByTestId("analysis")).ToContainTextAsync("Done, but 1 photo is no longer there");
        await Expect(planner.GetByTestId("gone")).ToContainTextAsync($"{photo.Path}is no longer there.");
        Assert.Equal(seen.Where(id => id != photo.Id), await SeenAsync(studio, guest, gallery));
        Assert.Equal(404, (int)(await guest.GetAsync(MediaUrls.GuestDownload(gallery, photo.Id), Ct)).StatusCode);
        Assert.Equal(404,
            (await planner.APIRequest.GetAsync(MediaUrls.Preview(TestWedding.Id, photo.ContentHash!, MediaUrls.TilePx))).Status);
        await NowhereAsync(planner, photo);

        File.Move(Path.Combine(studio.Folder, "kept.jpg"), Path.Combine(folder, "put back.jpg"));
        await LookAsync(planner, studio, "start", JobState.Done);
        await Expect(planner.GetByTestId("gone")).ToHaveCountAsync(0);
        Assert.Equal(seen, await SeenAsync(studio, guest, gallery));

        var moved = Path.Combine(studio.Folder, "other drive");
        Directory.Move(folder, moved);
        Directory.CreateDirectory(folder);
        await LookAsync(planner, studio, "start", JobState.Failed);
        await Expect(planner.GetByTestId("photos-moved")).ToContainTextAsync("Your photos moved?");
        await Expect(planner.GetByTestId("photos-moved")).ToContainTextAsync($"'{folder}' holds no photos any more.");
        await planner.GetByTestId("show-where").ClickAsync();
        await planner.Locator($"[data-path='{studio.Folder}']").ClickAsync();
        await planner.Locator($"[data-path='{moved}']").ClickAsync();
        await Expect(planner.GetByTestId("folder-path")).ToHaveTextAsync(moved);
        await LookAsync(planner, studio, "use-folder", JobState.Done);
        await Expect(planner.GetByTestId("photos-moved")).ToHaveCountAsync(0);
        Assert.Equal(seen, await SeenAsync(studio, guest, gallery));
        Assert.Equal(Photos,
            await studio.Store.ReadAsync(db => db.Photos.CountAsync(p => p.State == PhotoState.Ready && p.Attempts == 0, Ct), Ct));
        Assert.Empty(chromium.RequestsElsewhere);
    }

    private static string CopyPhotos(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var photo in Directory.GetFiles(SharedFiles.Require("data/friends/photos")).Order(StringComparer.Ordinal).Take(Photos))
            File.Copy(photo, Path.Combine(folder, Path.GetFileName(photo)));
        return folder;
    }

    private static Task MakeWeddingAsync(StudioApp studio, string folder) => studio.Store.WriteAsync(async db =>
    {
        db.Add(new Wedding { Id = TestWedding.Id, Name = "Robin & Kim", TimeZone = "Europe/Paris", PhotoFolder = folder, NextPersonId = 1,
            CreatedAt = DateTime.UtcNow, ConsentBy = "Robin", ConsentAt = DateTime.UtcNow, PublishesAtOnce = true });
        await db.SaveChangesAsync(Ct);
    }, Ct);

    private static async Task<IPage> SignInAsync(Chromium chromium, StudioApp studio)
    {
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        var page = await chromium.WindowAsync();
        await page.GotoAsync("/w/w/import");
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("sign-in").ClickAsync();
        return page;
    }

    /// <summary>Presses a button that begins an analysis, and waits until the page shows its end.</summary>
    private static async Task LookAsync(IPage page, StudioApp studio, string button, JobState end)
    {
        var jobs = await JobsAsync(studio);
        await page.GetByTestId(button).ClickAsync();
        await Eventually.IsAsync(async () => (await JobsAsync(studio)).Skip(jobs.Count)
            .Any(state => state is JobState.Done or JobState.Failed));
        await Expect(page.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", end.ToString());
    }

    private static Task<List<JobState>> JobsAsync(StudioApp studio) =>
        studio.Store.ReadAsync(db => db.Jobs.OrderBy(j => j.Id).Select(j => j.State).ToListAsync(Ct), Ct);

    /// <summary>Whoever has most best photos gets a link; the first of these is theirs.</summary>
    private static async Task<(int Gallery, HttpClient Guest, Photo Best)> ShareAsync(StudioApp studio)
    {
        var (person, photo) = await studio.Store.ReadAsync(async db =>
        {
            var person = await db.Picks.GroupBy(p => p.PersonId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(Ct);
            return (person, await db.Picks.Where(p => p.PersonId == person && p.Rank == 1)
                .Join(db.Photos, k => k.PhotoId, p => p.Id, (_, p) => p).SingleAsync(Ct));
        }, Ct);
        var link = await studio.Get<GalleryLinks>().ShareAsync(TestWedding.Id, person, Ct);
        var guest = studio.Visitor();
        await guest.GetAsync(link.Path, Ct);
        return (link.GalleryId, guest, photo);
    }

    /// <summary>The photos a guest sees; every picture and file their page offers is there, and the ZIP holds as many.</summary>
    private static async Task<IReadOnlyList<int>> SeenAsync(StudioApp studio, HttpClient guest, int gallery)
    {
        var view = (await studio.Get<GuestDesk>().GalleryAsync(gallery, Ct))!;
        var html = await guest.GetStringAsync($"/g/{gallery}", Ct);
        Assert.All(view.Best.Concat(view.All), photo => Assert.Contains($"data-photo=\"{photo.PhotoId}\"", html));
        foreach (var url in view.All.SelectMany(photo => new[] { photo.TileUrl, photo.ScreenUrl, photo.DownloadUrl }))
            Assert.Equal(200, (int)(await guest.GetAsync(url, Ct)).StatusCode);
        await using var zip = new ZipArchive(await guest.GetStreamAsync(MediaUrls.GuestZip(gallery), Ct));
        Assert.Equal(view.All.Count, zip.Entries.Count);
        Assert.Subset(view.All.Select(photo => photo.PhotoId).ToHashSet(), view.Best.Select(photo => photo.PhotoId).ToHashSet());
        return [.. view.All.Select(photo => photo.PhotoId).Order()];
    }

    /// <summary>Neither a best photo of anybody nor in the album, nor in what the couple takes along.</summary>
    private static async Task NowhereAsync(IPage planner, Photo photo)
    {
        foreach (var what in Enum.GetValues<TakeAwayChoice>())
        {
            await using var zip = new ZipArchive(
                new MemoryStream(await (await planner.APIRequest.GetAsync(MediaUrls.Zip(TestWedding.Id, what))).BodyAsync()));
            Assert.NotEmpty(zip.Entries);
            Assert.DoesNotContain(zip.Entries,
                entry => entry.FullName.EndsWith(photo.Path, StringComparison.Ordinal) || entry.FullName == "not-included.txt");
        }
    }
}
