using Microsoft.Playwright;
using NetVips;
using WeddingStudio.Engine;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>Pictures of pages on a desk and on a phone, as WebP files of the checkout.</summary>
internal sealed class PictureAlbum(IPage wide, IPage phone)
{
    private const int Quality = 82;
    private const int HelpWidthPx = 640;

    // Whatever is in view is there, and what slides in has come to rest.
    private const string Settled = """
        () => document.fonts.status === 'loaded' && [...document.images].every(image => {
          const box = image.getBoundingClientRect();
          return box.bottom < 0 || box.top > innerHeight || (image.complete && image.naturalWidth > 0);
        })
        """;

    private static readonly string Pictures = Path.Combine(Checkout.Root, "docs", "pictures");
    private static readonly string Help = Path.Combine(Checkout.Root, "WeddingStudio.Web", "wwwroot", "help");

    public async Task SignInAsync(string name, string password)
    {
        await phone.GotoAsync("/sign-in");
        await phone.GetByTestId("name").FillAsync(name);
        await phone.GetByTestId("password").FillAsync(password);
        await phone.GetByTestId("sign-in").ClickAsync();
        await Expect(phone.GetByTestId("draw-wedding")).ToBeVisibleAsync();
    }

    /// <param name="name">Of the files in docs/pictures.</param>
    /// <param name="path">Of the page.</param>
    /// <param name="testId">What shows that the page is complete.</param>
    /// <param name="help">Of the small picture for the start page; null = none.</param>
    public async Task TakeAsync(string name, string path, string testId, string? help = null)
    {
        foreach (var (page, size) in new[] { (wide, "wide"), (phone, "phone") })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByTestId(testId).First).ToBeVisibleAsync();
            await page.WaitForFunctionAsync(Settled);
            await page.WaitForTimeoutAsync(400);
            var picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
            Save(picture, Path.Combine(Pictures, $"{name}-{size}.webp"));
            if (help is not null && page == wide)
                Save(picture, Path.Combine(Help, $"{help}.webp"), HelpWidthPx);
        }
    }

    private static void Save(byte[] png, string path, int? widthPx = null)
    {
        VipsSetup.Ensure();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var picture = widthPx is { } width ? Image.ThumbnailBuffer(png, width) : Image.NewFromBuffer(png);
        picture.Webpsave(path, q: Quality, keep: Enums.ForeignKeep.None);
    }
}
