using NetVips;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>The patches in files of every kind.</summary>
public sealed partial class ColourTests
{
    private string Save(string name, IReadOnlyList<double[]> shares, byte[]? profile)
    {
        var (white, bands, path) = (White(name), shares[0].Length, Path.Combine(_folder, name));
        var isWide = white > 255;
        if (InBoxes(name, shares) is { } make)
            return Write(name, make(TestHeics.Profile(profile!)));
        if (name.EndsWith("32f.tif"))
            return Write(name, TestTiffs.Make(shares, 32, bands switch { 1 => TestTiffs.Grey, 3 => TestTiffs.Rgb, _ => TestTiffs.Inks },
                true, profile is null ? [] : [TestTiffs.Profile(profile)]));
        var meaning = (bands, isWide) switch
        {
            (1, false) => Enums.Interpretation.Bw,
            (1, true) => Enums.Interpretation.Grey16,
            (4, _) when shares == Patches.Inks => Enums.Interpretation.Cmyk,
            (_, false) => Enums.Interpretation.Srgb,
            _ => Enums.Interpretation.Rgb16,
        };
        var stored = name.EndsWith(".avif") && isWide ? 65535 : white;
        using var image = Patches.Image(shares, stored, isWide ? Enums.BandFormat.Ushort : Enums.BandFormat.Uchar, meaning, profile);
        File.WriteAllBytes(path, Path.GetExtension(name) switch
        {
            ".png" => image.PngsaveBuffer(),
            ".tif" => image.TiffsaveBuffer(),
            ".webp" => image.WebpsaveBuffer(lossless: true),
            ".avif" => image.HeifsaveBuffer(lossless: true, bitdepth: int.Parse(Path.GetFileNameWithoutExtension(name),
                System.Globalization.CultureInfo.InvariantCulture), compression: Enums.ForeignHeifCompression.Av1),
            ".jpg" => image.JpegsaveBuffer(q: 100, subsampleMode: Enums.ForeignSubsample.Off),
            _ => InJxl(image),
        });
        return path;
    }

    /// <summary>How to make one of the kinds that no library here writes, given its colour box.</summary>
    private static Func<byte[], byte[]>? InBoxes(string name, IReadOnlyList<double[]> shares) =>
        (Path.GetExtension(name), shares == Patches.Greys) switch
        {
            (".heic", true) => TestHeics.Greys,
            (".heic", false) => TestHeics.Colours,
            (".avif", true) => TestHeics.GreysInAvif,
            _ => null,
        };

    private static byte[] InJxl(Image image, uint quality = 100)
    {
        using var picture = new ImageMagick.MagickImage(image.PngsaveBuffer());
        picture.Quality = quality;
        return picture.ToByteArray(ImageMagick.MagickFormat.Jxl);
    }

    private string Write(string name, byte[] file)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, file);
        return path;
    }

    /// <summary>The number that is white in the test's own words: "12.avif" has 12 bits.</summary>
    private static int White(string name) => name.Split('-')[^1].Split('.')[0] is "32f" ? 1
        : (1 << int.Parse(name.Split('-')[^1].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)) - 1;

    /// <summary>What the file really keeps of these shares, before any profile, in 0..255: JPEG and HEIC are no exact copies.</summary>
    private IEnumerable<double[]> Kept(string path, IReadOnlyList<double[]> shares) => InBoxes(path, shares) switch
    {
        { } make => Patches.Shown(Write("plain" + Path.GetExtension(path), make(TestHeics.Untold)))
            .Select(v => shares == Patches.Greys ? [v[1]] : v),
        _ when path.EndsWith(".jpg") => InJpeg(path),
        _ => Patches.Stored(shares, White(Path.GetFileName(path)))
            .Select(v => v.Select(x => x * 255 / White(Path.GetFileName(path))).ToArray()),
    };

    private static double[][] InJpeg(string path)
    {
        using var jpeg = Image.Jpegload(path).CopyMemory();
        return [.. Enumerable.Range(0, Patches.Rgb.Count).Select(i => jpeg.Getpoint(
            i % Patches.Across * Patches.SidePx + Patches.SidePx / 2, i / Patches.Across * Patches.SidePx + Patches.SidePx / 2))];
    }
}
