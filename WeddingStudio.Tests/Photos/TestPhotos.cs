using NetVips;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Photos;

/// <summary>Small pictures with known contents.</summary>
internal static class TestPhotos
{
    /// <summary>Left to right darker to lighter red, top to bottom green, a blue corner top left: no two turns look alike.</summary>
    public static Raster Picture(int widthPx = 60, int heightPx = 40, int seed = 0)
    {
        var rgb = new byte[widthPx * heightPx * 3];
        for (var y = 0; y < heightPx; y++)
        {
            for (var x = 0; x < widthPx; x++)
            {
                var at = (y * widthPx + x) * 3;
                rgb[at] = (byte)(255 * x / widthPx);
                rgb[at + 1] = (byte)(255 * y / heightPx);
                rgb[at + 2] = (byte)(x < widthPx / 3 && y < heightPx / 3 ? 255 : 40 * seed);
            }
        }

        return new Raster(widthPx, heightPx, rgb);
    }

    public static Raster Flat(int widthPx, int heightPx, byte level) =>
        new(widthPx, heightPx, [.. Enumerable.Repeat(level, widthPx * heightPx * 3)]);

    public static Image Vips(Raster raster)
    {
        VipsSetup.Ensure();
        return Image.NewFromMemoryCopy<byte>(raster.Rgb, raster.WidthPx, raster.HeightPx, 3, Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static void SaveJpeg(string path, int seed = 0, int widthPx = 60, int heightPx = 40) =>
        JpegWriter.Save(Picture(widthPx, heightPx, seed), path, 95);

    /// <summary>A JPEG with EXIF fields named as libvips names them, such as `exif-ifd2-DateTimeOriginal`.</summary>
    public static void SaveJpeg(string path, params (string Field, string Value)[] exif)
    {
        using var image = Vips(Picture()).Mutate(mutable =>
        {
            foreach (var (field, value) in exif)
                mutable.Set(GValue.GStrType, field, $"{value} ({value}, ASCII, {value.Length + 1} components, {value.Length + 1} bytes)");
        });
        image.Jpegsave(path);
    }

    public static double MeanDifference(Raster a, Raster b)
    {
        Assert.Equal((a.WidthPx, a.HeightPx), (b.WidthPx, b.HeightPx));
        long sum = 0;
        for (var i = 0; i < a.Rgb.Length; i++)
            sum += Math.Abs(a.Rgb[i] - b.Rgb[i]);
        return (double)sum / a.Rgb.Length;
    }
}
