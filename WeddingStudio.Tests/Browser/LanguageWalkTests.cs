using WeddingStudio.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>A German browser reads German, in open windows too, until somebody chooses otherwise.</summary>
public sealed class LanguageWalkTests
{
    [Fact]
    public async Task A_German_couple_reads_German_until_it_chooses_English()
    {
        await using var studio = new StudioApp();
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var page = await chromium.WindowAsync(locale: "de-AT");
        await page.GotoAsync(studio.SetupLink);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("set-up").ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Jeder Gast verdient schöne Fotos von sich");
        await page.GetByTestId("language").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Every guest deserves great photos of themselves");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }
}
