using Microsoft.Playwright;

namespace WeddingStudio.Bench;

/// <summary>A real browser with a planner of the studio signed in, in as many windows as asked for.</summary>
internal sealed class StudioBrowser : IAsyncDisposable
{
    private const string Name = "Mia", Password = "a long password";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _setupLink;
    private bool _isSetUp;

    private StudioBrowser(IPlaywright playwright, IBrowser browser, Uri setupLink) =>
        (_playwright, _browser, _setupLink) = (playwright, browser, setupLink);

    public static async Task<StudioBrowser> LaunchAsync(string chromium, StudioServer server)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
        return new(playwright, browser, server.SetupLink);
    }

    /// <summary>The first window makes the planner, later ones sign in as them.</summary>
    public async Task<IPage> WindowAsync()
    {
        var page = await (await _browser.NewContextAsync(new()
        {
            BaseURL = _setupLink.GetLeftPart(UriPartial.Authority), ViewportSize = new() { Width = 1440, Height = 900 },
        })).NewPageAsync();
        var (path, button) = _isSetUp ? ("/sign-in", "sign-in") : (_setupLink.PathAndQuery, "set-up");
        _isSetUp = true;
        await page.GotoAsync(path);
        await page.GetByTestId("name").FillAsync(Name);
        await page.GetByTestId("password").FillAsync(Password);
        await page.GetByTestId(button).ClickAsync();
        await page.GetByTestId("add-photos").First.WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
