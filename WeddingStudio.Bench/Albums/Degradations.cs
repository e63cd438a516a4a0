using NetVips;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Bench.Albums;

/// <summary>
/// A picture made worse, step by step. The first step is compared with the picture as it is, each further one with the step before.
/// </summary>
internal static class Degradations
{
    /// <summary>sRGB's transfer is near a power of this; exposure changes in linear light.</summary>
    private const double Gamma = 2.2;

    /// <summary>A ladder of steps of one kind; each gives the bytes of a file, as a photo would come in.</summary>
    public sealed record Ladder(string Kind, IReadOnlyList<(string Step, Func<Raster, byte[]> Worsen)> Steps);

    public static readonly IReadOnlyList<Ladder> All =
    [
        new("blur", [.. new[] { 1.0, 2, 4 }.Select(sigma => Step($"sigma {sigma}", picture => Png(Blurred(picture, sigma))))]),
        new("darker", [.. new[] { -1.0, -2 }.Select(stops => Step($"EV {stops}", picture => Png(Exposed(picture, stops))))]),
        new("brighter", [.. new[] { 1.0, 2 }.Select(stops => Step($"EV +{stops}", picture => Png(Exposed(picture, stops))))]),
        new("noise", [.. new[] { 5.0, 10, 20 }.Select(sigma => Step($"sigma {sigma}", picture => Png(Noisy(picture, sigma))))]),
        new("JPEG", [.. new[] { 90, 50, 20 }.Select(quality => Step($"quality {quality}", picture => Jpeg(picture, quality)))]),
    ];

    private static (string, Func<Raster, byte[]>) Step(string name, Func<Raster, byte[]> worsen) => (name, worsen);

    public static byte[] Png(Raster picture)
    {
        using var image = Image(picture);
        return image.PngsaveBuffer(compression: 1);
    }

    /// <summary>With halved colour, as libjpeg does unless told otherwise, and so nearly every program and messenger.</summary>
    public static byte[] Jpeg(Raster picture, int quality)
    {
        using var image = Image(picture);
        return image.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None, subsampleMode: Enums.ForeignSubsample.On);
    }

    public static Raster Blurred(Raster picture, double sigma)
    {
        using var image = Image(picture);
        using var blurred = image.Gaussblur(sigma);
        return new Raster(picture.WidthPx, picture.HeightPx, blurred.WriteToMemory<byte>());
    }

    /// <summary>The camera moved in a straight line while the shutter was open.</summary>
    public static Raster Moved(Raster picture, double lengthPx, double degrees)
    {
        var side = 2 * (int)Math.Ceiling(lengthPx / 2) + 1;
        var kernel = new double[side * side];
        var (cos, sin) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
        for (var t = -lengthPx / 2; t <= lengthPx / 2; t += .05)
            kernel[(int)Math.Round(side / 2 + t * sin) * side + (int)Math.Round(side / 2 + t * cos)]++;
        using var mask = NetVips.Image.NewFromMemoryCopy(kernel, side, side, 1, Enums.BandFormat.Double);
        using var unit = mask / kernel.Sum();
        using var image = Image(picture);
        using var moved = image.Conv(unit, precision: Enums.Precision.Float).Cast(Enums.BandFormat.Uchar);
        return new Raster(picture.WidthPx, picture.HeightPx, moved.WriteToMemory<byte>());
    }

    public static Raster Exposed(Raster picture, double stops) =>
        Each(picture, v => 255 * Math.Pow(Math.Pow(v / 255.0, Gamma) * Math.Pow(2, stops), 1 / Gamma));

    public static Raster Noisy(Raster picture, double sigma)
    {
        var random = new Random(1);
        return Each(picture, v =>
            v + sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    private static Raster Each(Raster picture, Func<byte, double> change) =>
        new(picture.WidthPx, picture.HeightPx,
            Array.ConvertAll(picture.Rgb.ToArray(), v => (byte)Math.Clamp(Math.Round(change(v)), 0, 255)));

    internal static Image Image(Raster picture)
    {
        using var plain = NetVips.Image.NewFromMemoryCopy<byte>(picture.Rgb, picture.WidthPx, picture.HeightPx, 3, Enums.BandFormat.Uchar);
        return plain.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
