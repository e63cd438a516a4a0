using Microsoft.Playwright;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>
/// The studio is told to stop while people look at it: it is gone, they are told, and it is back when it is started again.
/// </summary>
public sealed class StopTests : IDisposable
{
    private const int Windows = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-stop-");
    private readonly StudioPaths _paths;

    public StopTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        _paths = new StudioPaths(Path.Combine(_folder.FullName, "data"));
    }

    [Fact]
    public async Task Open_pages_do_not_hold_the_studio_they_say_that_it_stopped_and_come_back_with_it()
    {
        // So patient that only what closes the pages' lines can end it in time.
        string[] patient = ["--shutdownTimeoutSeconds", "300"];
        using var studio = await ServedStudio.StartAsync(_paths, patient);
        await studio.SetUpAsync();
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var pages = new List<IPage>();
        for (var i = 0; i < Windows; i++)
            pages.Add(await SignedInAsync(chromium));

        studio.Process.Signal("TERM");

        Assert.Equal(0, await studio.Process.StoppedAsync());
        Assert.Contains("Stopped. Whatever was under way goes on at the next start.", studio.Process.Output);
        Assert.DoesNotContain("   at ", studio.Process.Output);
        foreach (var page in pages)
        {
            await Expect(page.GetByTestId("line-notice")).ToBeVisibleAsync();
            await Expect(page.GetByTestId("line-notice")).ToContainTextAsync("stopped");
        }

        using var again = await ServedStudio.StartAsync(_paths, ["--urls", studio.Url, .. patient]);
        foreach (var page in pages)
        {
            await Expect(page.GetByTestId("line-notice")).ToBeHiddenAsync();
            await Expect(page.GetByTestId("add-photos")).ToBeVisibleAsync();
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<IPage> SignedInAsync(Chromium chromium)
    {
        var page = await chromium.WindowAsync();
        await page.GotoAsync("/");
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("sign-in").ClickAsync();
        await Expect(page.GetByTestId("add-photos")).ToBeVisibleAsync();
        return page;
    }
}
