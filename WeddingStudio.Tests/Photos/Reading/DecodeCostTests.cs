using ImageMagick;
using Microsoft.Extensions.Options;
using NetVips;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Engine.Photos.HelperProcesses;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>
/// A helper that takes more memory than its photo's header promised is stopped by the system, so a good photo that is read shows that
/// the promise was enough; and that it was no boundless one, that it is read within the memory for all photos.
/// </summary>
public sealed class DecodeCostTests : IDisposable
{
    private const int WidthPx = 6000, HeightPx = 4000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cost-test-");
    private readonly PhotoHelpers _helpers = new(Options.Create(new PhotosOptions()));

    private static readonly Dictionary<string, Action<string>> Pictures = new()
    {
        ["progressive.jpg"] = path => Plain().Jpegsave(path, interlace: true, subsampleMode: Enums.ForeignSubsample.Off),
        ["progressive-inks.jpg"] = path => Inks(WidthPx, HeightPx).Jpegsave(path, interlace: true),
        ["panorama.jpg"] = path => Plain(48_000, 500).Jpegsave(path),
        ["panorama-strips-in-the-heap.jpg"] = path => Plain(10_900, 2_000).Jpegsave(path),
        ["panorama-inks.jpg"] = path => Inks(48_000, 500).Jpegsave(path),
        ["interlaced-16-bit.png"] = path => Deep(4).Pngsave(path, interlace: true, compression: 1),
        ["panorama.png"] = path => Plain(48_000, 500).Pngsave(path, compression: 1),
        ["lossy.webp"] = path => Plain().Webpsave(path, effort: 0),
        ["lossless.webp"] = path => Plain().Webpsave(path, lossless: true, effort: 0, q: 0),
        ["one-tile.tif"] = path => Plain()
            .Tiffsave(path, tile: true, tileWidth: WidthPx, tileHeight: HeightPx, compression: Enums.ForeignTiffCompression.Packbits),
        ["fractions.tif"] = path => (Plain().Cast(Enums.BandFormat.Float) / 255).Tiffsave(path),
        ["one.gif"] = path => Plain().Gifsave(path, effort: 1, dither: 0),
        ["lossy.avif"] = path => Plain().Heifsave(path, compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        ["one-piece.heic"] = path => File.WriteAllBytes(path,
            AsHeif(Plain().HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0))),
        ["12-bit.avif"] = path => Deep(3).Heifsave(path, bitdepth: 12, compression: Enums.ForeignHeifCompression.Av1, effort: 0,
            subsampleMode: Enums.ForeignSubsample.Off),
        ["lossless.jxl"] = path => SaveByMagick(path, MagickFormat.Jxl),
        ["opaque.bmp"] = path => SaveByMagick(path, MagickFormat.Bmp),
        ["raw.dng"] = path => File.WriteAllBytes(path, TestDng.Make(6, WidthPx, HeightPx)),
    };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_good_photo_is_read_with_the_memory_its_header_promises(string name)
    {
        VipsSetup.Ensure();
        var path = Path.Combine(_folder.FullName, name);
        Pictures[name](path);

        using var read = await _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize, "Europe/Paris"),
            TestContext.Current.CancellationToken);

        Assert.True(read.Pixels.Whole.Raster.WidthPx * read.Pixels.Whole.Raster.HeightPx > 20_000_000);
    }

    [Theory]
    [InlineData(14_000, 14_000, "needs [0-9]+ MB of memory to open, more than the")]
    [InlineData(10_000, 10_000, "needs [0-9]+ MB of memory to open, more than the")]
    [InlineData(16_383, 16_383, "has 16383 x 16383 pixels")]
    public async Task A_webp_is_refused_by_its_size_before_it_is_laid_out(int widthPx, int heightPx, string reason)
    {
        var path = Path.Combine(_folder.FullName, "size.webp");
        await File.WriteAllBytesAsync(path, PixelBombs.Lossless(widthPx, heightPx), TestContext.Current.CancellationToken);

        var problem = await Assert.ThrowsAsync<PhotoProblemException>(
            () => _helpers.ReadAsync(new PhotoWish(path, PhotoWant.FullSize), TestContext.Current.CancellationToken));

        Assert.Matches(reason, problem.Message);
    }

    public void Dispose()
    {
        _helpers.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Image Plain(int widthPx = WidthPx, int heightPx = HeightPx) =>
        (Image.Black(widthPx, heightPx, bands: 3) + new[] { 200.0, 150, 100 }).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);

    private static Image Inks(int widthPx, int heightPx) =>
        Image.Black(widthPx, heightPx, bands: 4).Copy(interpretation: Enums.Interpretation.Cmyk);

    private static Image Deep(int bands) => (Image.Black(WidthPx, HeightPx, bands: bands) + 40_000).Cast(Enums.BandFormat.Ushort)
        .Copy(interpretation: Enums.Interpretation.Rgb16);

    /// <summary>The same picture under the brand of any HEIF: then the other decoder reads it, as it does those of cameras.</summary>
    private static byte[] AsHeif(byte[] avif)
    {
        for (var at = 8; at + 4 <= avif[3]; at += 4)
            if (avif.AsSpan(at, 4).SequenceEqual("avif"u8))
                "mif1"u8.CopyTo(avif.AsSpan(at));
        return avif;
    }

    private static void SaveByMagick(string path, MagickFormat format)
    {
        using var image = new MagickImage(MagickColors.Peru, WidthPx, HeightPx) { Quality = 100 };
        image.Settings.SetDefine(MagickFormat.Jxl, "effort", "1");
        image.Write(path, format);
    }
}
