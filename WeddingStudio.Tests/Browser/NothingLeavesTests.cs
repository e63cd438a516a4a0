using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Commands;
using WeddingStudio.Tests.Photos;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>
/// "It sends nothing out": the real program under a tracer, with a home and a folder of its own that must stay empty. What it says to
/// the network stays on this computer, what it writes lies in its data directory, its results or the folder for temporary files.
/// </summary>
public sealed partial class NothingLeavesTests : IDisposable
{
    private const int AnalysisMs = 300_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-leaves-");

    [Fact]
    public async Task The_studio_asks_nobody_and_writes_nowhere_else_from_its_first_import_to_its_end()
    {
        PhotosOfManyKinds();
        using var studio = Start("--no-browser", "--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", At("data"),
            "--Studio:ImportRoots:0", _folder.FullName,
            "--Studio:Drawn:Photos", "12", "--Studio:Drawn:People", "6", "--Studio:Drawn:Megapixels", "0.5");
        var setUp = SetUpLink().Match(await studio.SaysAsync("╰"));

        await using (var chromium = await Chromium.StartAsync(setUp.Groups[1].Value))
        {
            var planner = await chromium.WindowAsync();
            await SetUpAsync(planner, setUp.Value);
            await DrawnWeddingAsync(planner);
            var link = await ShareAsync(planner);
            await VisitAsync(await chromium.WindowAsync(script: false), link);
            await ImportAsync(planner);
        }

        studio.Signal("TERM");
        Assert.Equal(0, await studio.ExitCodeAsync(Ct));
        await NothingLeftAsync(studio, At("data"));
    }

    [Fact]
    public async Task An_analysis_on_the_command_line_asks_nobody_and_writes_nowhere_else()
    {
        PhotosOfManyKinds();
        await DrawnWedding.DrawAsync(new DrawnOptions { Photos = 6, People = 4, Megapixels = .5, Seed = 1 }, At("drawn"),
            new Progress<DrawnProgress>(), Ct);
        foreach (var photo in Directory.GetFiles(Path.Combine(At("drawn"), "photos")))
            File.Move(photo, Path.Combine(At("photos"), Path.GetFileName(photo)));

        using var studio = Start("analyze", At("photos"), "--out", At("results"), "--guests", Path.Combine(At("drawn"), "guests.csv"));

        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);
        await NothingLeftAsync(studio, At("results"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Trace => At("trace.txt");

    /// <summary>As on the computer of somebody new: nothing in the environment that would switch anything off.</summary>
    private StudioProcess Start(params string[] args)
    {
        string[] unset = ["CI", "ORT_DISABLE_TELEMETRY", "WEDDINGSTUDIO_MODELS", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
            "XDG_RUNTIME_DIR", "DOTNET_CLI_HOME", "DOTNET_EnableDiagnostics"];
        var environment = unset.ToDictionary(name => name, _ => (string?)null);
        environment["HOME"] = Directory.CreateDirectory(At("home")).FullName;
        environment["TMPDIR"] = Directory.CreateDirectory(At("temp")).FullName;
        return StudioProcess.StartTraced(Trace, Directory.CreateDirectory(At("here")).FullName, environment, args);
    }

    private async Task NothingLeftAsync(StudioProcess studio, string kept)
    {
        var offences = await new Strace(At("here"), [kept, At("temp")]).OffencesAsync(Trace, studio.Id, Ct);
        Assert.True(offences.Count == 0, string.Join('\n', offences));
        Assert.Empty(Directory.GetFileSystemEntries(At("home")));
        Assert.Empty(Directory.GetFileSystemEntries(At("here")));
    }

    /// <summary>Every library that opens pictures gets one to open.</summary>
    private void PhotosOfManyKinds()
    {
        Directory.CreateDirectory(At("photos"));
        using var picture = TestPhotos.Vips(TestPhotos.Picture(640, 480));
        foreach (var ending in (string[])["jpg", "png", "webp", "tif", "avif"])
            picture.WriteToFile(Path.Combine(At("photos"), $"kind.{ending}"));
        File.WriteAllBytes(Path.Combine(At("photos"), "kind.dng"), TestDng.Make(1));
        JpegWriter.Save(TestPhotos.Picture(640, 480, seed: 2), At("sent.jpg"), 90);
    }

    private static async Task SetUpAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("set-up").ClickAsync();
    }

    /// <summary>Drawn and analysed, then looked at page by page.</summary>
    private static async Task DrawnWeddingAsync(IPage page)
    {
        await page.GetByTestId("draw-wedding").ClickAsync();
        await AnalysedAsync(page);
        await page.GetByTestId("tab-album").ClickAsync();
        await Expect(page.GetByTestId("album-photo").First).ToBeVisibleAsync();
        await page.GetByTestId("tab-people").ClickAsync();
        await page.GetByTestId("person").First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByTestId("best-photo").First).ToBeVisibleAsync();
    }

    private static async Task<string> ShareAsync(IPage page)
    {
        await page.GetByTestId("share").ClickAsync();
        await page.GetByTestId("make-link").ClickAsync();
        await page.GetByTestId("address-field").FillAsync("https://photos.example.org");
        await page.GetByTestId("set-address").ClickAsync();
        await Expect(page.GetByTestId("qr")).ToBeVisibleAsync();
        return new Uri(await page.GetByTestId("link").InputValueAsync()).AbsolutePath;
    }

    private static async Task VisitAsync(IPage guest, string link)
    {
        await guest.GotoAsync(link);
        await Expect(guest.GetByTestId("guest-photo").First).ToBeVisibleAsync();
        await guest.RunAndWaitForDownloadAsync(() => guest.GetByTestId("zip").ClickAsync());
    }

    /// <summary>A folder of this computer and a photo through the browser.</summary>
    private async Task ImportAsync(IPage page)
    {
        var chosen = new TaskCompletionSource();
        await page.RouteAsync("**/js/upload*.js", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/");
        await page.GetByTestId("add-photos").ClickAsync();
        await page.GetByTestId("wedding-name-input").FillAsync("Monica & Chandler");
        await page.GetByTestId("make-wedding").ClickAsync();
        await SendAsync(page, At("sent.jpg"), chosen);
        await page.GetByTestId("choose-folder").ClickAsync();
        await page.Locator($"[data-path='{_folder.FullName}']").ClickAsync();
        await page.Locator($"[data-path='{At("photos")}']").ClickAsync();
        await page.GetByTestId("use-folder").ClickAsync();
        await page.GetByTestId("start").ClickAsync();
        await page.GetByTestId("consent-who").FillAsync("Everybody, on the invitation");
        await page.GetByTestId("consent-yes").ClickAsync();
        await AnalysedAsync(page);
    }

    /// <summary>Chosen before the page's script has come, as on a slow line.</summary>
    private static async Task SendAsync(IPage page, string file, TaskCompletionSource chosen)
    {
        await page.GetByTestId("upload-files").SetInputFilesAsync(file);
        chosen.SetResult();
        await Expect(page.GetByTestId("upload-state")).ToHaveAttributeAsync("data-done", new Regex("[1-9]"));
    }

    private static Task AnalysedAsync(IPage page) =>
        Expect(page.GetByTestId("analysis")).ToHaveAttributeAsync("data-state", "Done", new() { Timeout = AnalysisMs });

    [GeneratedRegex(@"(http://127\.0\.0\.1:\d+)/setup\?code=\S+")]
    private static partial Regex SetUpLink();
}
