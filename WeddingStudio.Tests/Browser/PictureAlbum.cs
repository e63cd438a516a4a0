using Microsoft.Playwright;
using NetVips;
using WeddingStudio.Engine.Imaging;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>Pictures of pages on a desk and on a phone, and small ones for the start page, as WebP files of the checkout.</summary>
internal sealed class PictureAlbum(IPage wide, IPage phone, IPage small)
{
    private const int Quality = 82;
    private const int HelpWidthPx = 640;

    public static async Task<PictureAlbum> OpenAsync(Chromium chromium, IPage wide) =>
        new(wide, await chromium.WindowAsync(widthPx: 390, heightPx: 844), await chromium.WindowAsync(widthPx: 960, heightPx: 600));

    // Whatever is in view is there, and what slides in has come to rest.
    private const string Settled = """
        () => document.fonts.status === 'loaded' && [...document.images].every(image => {
          const box = image.getBoundingClientRect();
          return box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth
            || (image.complete && image.naturalWidth > 0);
        })
        """;

    private static readonly string Pictures = Path.Combine(Checkout.Root, "docs", "pictures");
    private static readonly string Help = Path.Combine(Checkout.Root, "wwwroot-assets", "help");

    public async Task SignInAsync(string name, string password)
    {
        foreach (var page in (IPage[])[phone, small])
        {
            await page.GotoAsync("/sign-in");
            await page.GetByTestId("name").FillAsync(name);
            await page.GetByTestId("password").FillAsync(password);
            await page.GetByTestId("sign-in").ClickAsync();
            await Expect(page.GetByTestId("draw-wedding")).ToBeVisibleAsync();
        }
    }

    /// <param name="name">Of the files in docs/pictures.</param>
    /// <param name="path">Of the page.</param>
    /// <param name="testId">What shows that the page is complete.</param>
    public async Task TakeAsync(string name, string path, string testId)
    {
        foreach (var (page, size) in new[] { (wide, "wide"), (phone, "phone") })
            Save(await TakeAsync(page, path, testId), Path.Combine(Pictures, $"{name}-{size}.webp"));
    }

    /// <summary>The picture of a step on the start page.</summary>
    public async Task TakeHelpAsync(string name, string path, string testId) =>
        Save(await TakeAsync(small, path, testId), Path.Combine(Help, $"{name}.webp"), HelpWidthPx);

    private static async Task<byte[]> TakeAsync(IPage page, string path, string testId)
    {
        await page.GotoAsync(path);
        await Expect(page.GetByTestId(testId).First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync(Settled);
        await page.WaitForTimeoutAsync(400);
        return await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }

    private static void Save(byte[] png, string path, int? widthPx = null)
    {
        VipsSetup.Ensure();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var picture = widthPx is { } width ? Image.ThumbnailBuffer(png, width) : Image.NewFromBuffer(png);
        picture.Webpsave(path, q: Quality, keep: Enums.ForeignKeep.None);
    }
}
