using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WeddingStudio.Tests.Browser;

/// <summary>The Chromium of this computer, and a list of every request that left the studio's own address.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _home;

    private Chromium(IPlaywright playwright, IBrowser browser, string home) => (_playwright, _browser, _home) = (playwright, browser, home);

    public ConcurrentBag<string> RequestsElsewhere { get; } = [];

    /// <summary>Skips the test (in CI: fails it) where there is no Chromium.</summary>
    public static async Task<Chromium> StartAsync(string home)
    {
        var path = Usual.FirstOrDefault(File.Exists);
        if (path is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("There is no Chromium on this machine.");
        Assert.SkipUnless(path is not null, "There is no Chromium on this machine.");
        // What shall be seen comes sooner or later: how soon is no matter of these tests, and
        // other tests keep the processors busy beside them.
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
        return new Chromium(playwright, browser, home);
    }

    /// <summary>A window of somebody new: no cookies, no memory.</summary>
    public async Task<IPage> WindowAsync(bool script = true, int widthPx = 1440, int heightPx = 900, string locale = "en-US")
    {
        var context = await _browser.NewContextAsync(
            new() { BaseURL = _home, JavaScriptEnabled = script, ViewportSize = new() { Width = widthPx, Height = heightPx },
                Locale = locale });
        context.SetDefaultTimeout(60_000);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_home, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                RequestsElsewhere.Add(request.Url);
        };
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
