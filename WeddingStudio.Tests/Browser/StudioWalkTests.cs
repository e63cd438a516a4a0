using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>The whole way in a real browser, from the set-up link on the console to a guest with their photos.</summary>
public sealed partial class StudioWalkTests
{
    private const int PhotoCount = 40;
    private const int AnalysisMs = 300_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planner_turns_a_folder_into_galleries_and_a_guest_sees_their_own_photos_only()
    {
        var photos = Directory.GetFiles(SharedFiles.Require("data/friends/photos")).Order(StringComparer.Ordinal).Take(PhotoCount);
        SharedFiles.Require("models/manifest.json");
        await using var studio = new StudioApp();
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var folder = Directory.CreateDirectory(Path.Combine(studio.Folder, "photos")).FullName;
        foreach (var photo in photos)
            File.Copy(photo, Path.Combine(folder, Path.GetFileName(photo)));

        var planner = await chromium.WindowAsync();
        await SetUpAsync(planner, studio.SetupLink);
        await ImportAsync(planner, studio.Folder, folder);
        var person = await NameOneAsync(planner, "Chandler");
        var second = await chromium.WindowAsync();
        await SignInAsync(second, person);
        await MergeTwoAsync(planner, second, person);
        await SplitAndUndoAsync(planner, second, person);
        await DrawFaceAsync(planner, studio);
        var link = await ShareAsync(planner, studio.Url);

        var guest = await chromium.WindowAsync(script: false);
        var seen = await VisitAsync(guest, link, studio);
        await NothingElseOpensAsync(guest, seen, studio);
        Assert.Empty(chromium.RequestsElsewhere);
    }

    private static async Task SetUpAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("set-up").ClickAsync();
        await page.GetByTestId("add-photos").ClickAsync();
        await page.GetByTestId("wedding-name-input").FillAsync("Monica & Chandler");
        await page.GetByTestId("make-wedding").ClickAsync();
        await Expect(page.GetByTestId("wedding-name")).ToHaveTextAsync("Monica & Chandler");
    }

    private static async Task ImportAsync(IPage page, string root, string folder)
    {
        await page.GetByTestId("choose-folder").ClickAsync();
        await page.Locator($"[data-path='{root}']").ClickAsync();
        await page.Locator($"[data-path='{folder}']").ClickAsync();
        await Expect(page.GetByTestId("folder-count")).ToContainTextAsync($"{PhotoCount} photos in here");
        await page.GetByTestId("use-folder").ClickAsync();
        await page.GetByTestId("start").ClickAsync();
        await page.GetByTestId("consent-who").FillAsync("Monica and Chandler, on the invitation");
        await page.GetByTestId("consent-yes").ClickAsync();

        // Seen moving: the page shows a step in the middle and later a further one.
        var faces = page.Locator("[data-stage='Faces']");
        var middle = await faces.EvaluateAsync<int>("""
            line => new Promise(seen => {
              const look = () => {
                const done = +line.dataset.done;
                done > 0 && done < +line.dataset.total ? seen(done) : requestAnimationFrame(look);
              };
              look();
            })
            """, null);
        await page.WaitForFunctionAsync("before => +document.querySelector(\"[data-stage='Faces']\").dataset.done > before", middle,
            new() { Timeout = AnalysisMs });
        await Expect(page.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", "Done", new() { Timeout = AnalysisMs });
        await page.GetByTestId("to-people").ClickAsync();
        await Expect(page.GetByTestId("person").Nth(5)).ToBeVisibleAsync();
    }

    /// <summary>Names the most photographed person; returns the address of their page.</summary>
    private static async Task<string> NameOneAsync(IPage page, string name)
    {
        await page.GetByTestId("person").First.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByTestId("edit-name").ClickAsync();
        await page.GetByTestId("name-field").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("person-title")).ToHaveTextAsync(name);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task SignInAsync(IPage page, string target)
    {
        await page.GotoAsync(target);
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("sign-in").ClickAsync();
        await Expect(page.GetByTestId("best-photo").First).ToBeVisibleAsync();
        await page.EvaluateAsync("window.neverReloaded = true");
    }

    private static async Task MergeTwoAsync(IPage planner, IPage second, string person)
    {
        var before = await BestAsync(second);
        await planner.GetByTestId("tab-people").ClickAsync();
        var tiles = planner.GetByTestId("person");
        await Expect(tiles.Nth(1)).ToBeVisibleAsync();
        var others = await tiles.CountAsync();
        Assert.EndsWith($"/{await tiles.First.GetAttributeAsync("data-person")}", person);
        await tiles.Nth(0).GetByTestId("select").ClickAsync();
        await tiles.Nth(1).GetByTestId("select").ClickAsync();

        await planner.GetByTestId("merge").ClickAsync();

        await Expect(tiles).ToHaveCountAsync(others - 1);
        await ChangesAsync(second, before);
        await planner.Keyboard.PressAsync("Control+z");
        await Expect(tiles).ToHaveCountAsync(others);
        await BecomesAsync(second, before);
    }

    private static async Task SplitAndUndoAsync(IPage planner, IPage second, string person)
    {
        await planner.GotoAsync(person);
        await Expect(planner.GetByTestId("best-photo").First).ToBeVisibleAsync();
        await planner.EvaluateAsync("window.neverReloaded = true");
        var before = await BestAsync(planner);
        var best = planner.Locator("[data-testid='face']:has-text('best')").First;
        await best.GetByTestId("select").ClickAsync();

        await planner.GetByTestId("split").ClickAsync();
        await ChangesAsync(planner, before);
        await ChangesAsync(second, before);

        await planner.GetByTestId("undo").ClickAsync();
        await BecomesAsync(planner, before);
        await BecomesAsync(second, before);
        foreach (var page in (IPage[])[planner, second])
            Assert.True(await page.EvaluateAsync<bool>("window.neverReloaded === true"));
    }

    /// <summary>Somebody no detector saw gets a frame, a name of their own, and is taken back.</summary>
    private static async Task DrawFaceAsync(IPage page, StudioApp studio)
    {
        await page.GetByTestId("face").First.Locator(".tile-link").ClickAsync();
        var frames = page.Locator(".photo-face");
        await Expect(frames.First).ToBeVisibleAsync();
        var before = await frames.CountAsync();
        await page.GetByTestId("draw-face").ClickAsync();
        await Expect(page.GetByTestId("draw-sheet")).ToBeFocusedAsync();
        var sheet = (await page.GetByTestId("draw-sheet").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(sheet.X + (.02f * sheet.Width), sheet.Y + (.8f * sheet.Height));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(sheet.X + (.14f * sheet.Width), sheet.Y + (.98f * sheet.Height), new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.Keyboard.PressAsync("ArrowLeft");

        await page.GetByTestId("whose-face").ClickAsync();
        await page.GetByTestId("pick-new").ClickAsync();

        await Expect(frames).ToHaveCountAsync(before + 1);
        var drawn = await studio.Store.ReadAsync(db => db.Faces.Include(f => f.Photo).SingleAsync(f => f.Drawn, Ct), Ct);
        Assert.True(drawn is { PersonId: not null, Points.Length: 10, Embedding.Length: > 0 });
        Assert.InRange(drawn.Box.CentreX / drawn.Photo!.WidthPx, .02, .14);
        await page.GetByTestId("close-photo").ClickAsync();
        await Expect(page.Locator(".photo-dialog")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.GetByText("Undone: a face drawn.")).ToBeVisibleAsync();
    }

    private static async Task<string> ShareAsync(IPage page, string address)
    {
        await page.GetByTestId("share").ClickAsync();
        await page.GetByTestId("make-link").ClickAsync();
        await page.GetByTestId("address-field").FillAsync(address);
        await page.GetByTestId("set-address").ClickAsync();
        await Expect(page.GetByTestId("qr")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("who-can-open")).ToContainTextAsync("Whoever has this link");
        var link = await page.GetByTestId("link").InputValueAsync();
        Assert.StartsWith(address, link);
        return link;
    }

    private static async Task<IReadOnlyList<int>> VisitAsync(IPage guest, string link, StudioApp studio)
    {
        await guest.GotoAsync(link);
        Assert.DoesNotContain(new Uri(link).Segments[^1], guest.Url);
        await Expect(guest.GetByTestId("guest-name")).ToContainTextAsync("Chandler");
        var shown = (await guest.GetByTestId("guest-photo").EvaluateAllAsync<string[]>("links => links.map(l => l.dataset.photo)"))
            .Select(int.Parse).Order().ToList();
        var theirs = await studio.Store.ReadAsync(db => db.Faces.Where(f => db.People.Any(p => p.Id == f.PersonId && p.Name == "Chandler"))
            .Select(f => f.PhotoId).Distinct().Order().ToListAsync(Ct), Ct);
        Assert.Equal(theirs, shown);

        var download = await guest.RunAndWaitForDownloadAsync(() => guest.GetByTestId("zip").ClickAsync());
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), Ct);
        Assert.Equal(shown.Count, zip.Entries.Count);
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 1000, entry.FullName));
        return shown;
    }

    private static async Task NothingElseOpensAsync(IPage guest, IReadOnlyList<int> seen, StudioApp studio)
    {
        var (other, face) = await studio.Store.ReadAsync(async db => (
            await db.Photos.FirstAsync(p => p.State == PhotoState.Ready && !seen.Contains(p.Id), Ct),
            await db.Faces.FirstAsync(Ct)), Ct);
        var galleryId = Number().Match(guest.Url).Value;
        string[] closed =
        [
            $"/media/g/{galleryId}/photo/{other.Id}-480.jpg", $"/media/g/{galleryId}/photo/{other.Id}-2048.jpg",
            $"/media/g/{galleryId}/download/{other.Id}",
            $"/media/w/{other.WeddingId}/preview/{other.ContentHash}-480.jpg", $"/media/w/{other.WeddingId}/face/{face.Key}.jpg",
        ];
        foreach (var url in closed)
            Assert.Equal(404, (await guest.APIRequest.GetAsync(url)).Status);
        Assert.Contains((await guest.APIRequest.PostAsync("/hub/negotiate?negotiateVersion=1")).Status, (int[])[401, 403]);
    }

    private static async Task<string> BestAsync(IPage page) =>
        await page.GetByTestId("best-photo").EvaluateAllAsync<string>("photos => photos.map(p => p.dataset.photo).join()");

    private static Task ChangesAsync(IPage page, string before) => page.WaitForFunctionAsync(
        "before => { const now = [...document.querySelectorAll('[data-testid=best-photo]')].map(p => p.dataset.photo).join(); "
        + "return now && now !== before; }", before);

    private static Task BecomesAsync(IPage page, string best) => page.WaitForFunctionAsync(
        "best => [...document.querySelectorAll('[data-testid=best-photo]')].map(p => p.dataset.photo).join() === best", best);

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Number();
}
