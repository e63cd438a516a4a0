using NetVips;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>A picture of patches of one colour each, from which stored values and shown colours are read again.</summary>
internal static class Patches
{
    public const int SidePx = 16, Across = 6, Down = 4;
    public const int WidthPx = SidePx * Across, HeightPx = SidePx * Down;

    /// <summary>Shares 0..1 of each channel: neutrals, darks, and colours from pale to as strong as the channels allow.</summary>
    public static IReadOnlyList<double[]> Rgb { get; } =
    [
        [0, 0, 0], [1, 1, 1], [.5, .5, .5], [.02, .02, .02], [.1, .1, .1], [.9, .9, .9],
        [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [0, 1, 1], [1, 0, 1],
        [.8, .4, .3], [.3, .6, .35], [.25, .3, .7], [.95, .8, .7], [.6, .45, .4], [.35, .25, .2],
        [.05, .1, .2], [.2, .05, .05], [.04, .03, .06], [.7, .75, .1], [.1, .5, .55], [.55, .1, .6],
    ];

    /// <summary>Of four inks; no darker than print can be.</summary>
    public static IReadOnlyList<double[]> Inks { get; } =
        [.. Rgb.Select((rgb, i) => new[] { .8 * (1 - rgb[0]), .8 * (1 - rgb[1]), .8 * (1 - rgb[2]), i % 4 * .12 })];

    public static IReadOnlyList<double[]> Greys { get; } =
        [.. Enumerable.Range(0, Across * Down).Select(i => new[] { i / (Across * Down - 1.0) })];

    /// <summary>L 0..100, a and b, all within what sRGB can show.</summary>
    public static IReadOnlyList<double[]> Lab { get; } =
    [
        .. Rgb.Select((rgb, i) => new[] { 8 + 3.7 * i, 45 * (rgb[0] - rgb[1]) * (1 - i / 30.0), 40 * (rgb[1] - rgb[2]) * (1 - i / 30.0) }),
    ];

    /// <summary>The picture as libvips holds it, channels in 0..<paramref name="white"/>.</summary>
    public static Image Image(
        IReadOnlyList<double[]> shares, int white, Enums.BandFormat format, Enums.Interpretation meaning, byte[]? profile = null)
    {
        var values = new double[WidthPx * HeightPx * shares[0].Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (pixel, band) = (i / shares[0].Length, i % shares[0].Length);
            values[i] = Stored(shares, white)[pixel / WidthPx / SidePx * Across + pixel % WidthPx / SidePx][band];
        }

        using var all = NetVips.Image.NewFromMemoryCopy<double>(values, WidthPx, HeightPx, shares[0].Length, Enums.BandFormat.Double);
        return all.Cast(format).Copy(interpretation: meaning).Mutate(image =>
        {
            if (profile is not null)
                image.Set(GValue.BlobType, "icc-profile-data", profile);
        });
    }

    /// <summary>What is stored for each patch when white is this number; 1 for fractions, which are not rounded.</summary>
    public static IReadOnlyList<double[]> Stored(IReadOnlyList<double[]> shares, int white) =>
        white == 1 ? shares : [.. shares.Select(s => s.Select(x => Math.Round(x * white)).ToArray())];

    /// <summary>The middle of each patch as the photo reader shows it.</summary>
    public static double[][] Shown(string path)
    {
        var raster = PhotoReader.Read(path);
        Assert.Equal((WidthPx, HeightPx), (raster.WidthPx, raster.HeightPx));
        return [.. Enumerable.Range(0, Across * Down).Select(i =>
        {
            var at = 3 * ((i / Across * SidePx + SidePx / 2) * WidthPx + i % Across * SidePx + SidePx / 2);
            return raster.Rgb.Slice(at, 3).ToArray().Select(x => (double)x).ToArray();
        })];
    }

    /// <summary>The largest difference in any patch and channel; grey is compared with what it is shown as.</summary>
    public static double Farthest(IReadOnlyList<double[]> one, IReadOnlyList<double[]> other) =>
        one.Zip(other, (a, b) => a.Select((x, i) => Math.Abs(x - b[Math.Min(i, b.Length - 1)])).Max()).Max();

    /// <summary>Two steps of 255: one for rounding to 8 bits here and there, one for the tables colour engines work with.</summary>
    public static void AssertShown(IReadOnlyList<double[]> right, string path, double tolerance = 2)
    {
        var shown = Shown(path);
        for (var i = 0; i < right.Count; i++)
        {
            var off = right[i].Zip(shown[i], (a, b) => Math.Abs(a - b)).Max();
            Assert.True(off <= tolerance, $"Patch {i}: ({string.Join(", ", shown[i])}) instead of "
                + $"({string.Join(", ", right[i].Select(x => x.ToString("f1", System.Globalization.CultureInfo.InvariantCulture)))})");
        }
    }
}
