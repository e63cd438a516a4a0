using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Visits;

/// <summary>The two previews every page shows instead of the original; never larger than the original.</summary>
public sealed class PreviewWriter(StudioPaths paths)
{
    public const int LargePx = 2048;
    public const int SmallPx = 480;

    // Judged by eye: 85 shows no blocks at full screen, 80 none in a grid.
    private const int LargeQuality = 85;
    private const int SmallQuality = 80;

    /// <summary>
    /// Writes what is missing and returns the large preview's pixels. Previews are named by content, so one that is there is right.
    /// </summary>
    public Raster Write(WeddingId weddingId, string contentHash, Raster raster)
    {
        var large = RasterResize.FitWithin(raster, LargePx);
        WriteMissing(paths.Preview(weddingId, contentHash, LargePx), () => large, LargeQuality);
        WriteMissing(paths.Preview(weddingId, contentHash, SmallPx), () => RasterResize.FitWithin(large, SmallPx), SmallQuality);
        return large;
    }

    private static void WriteMissing(string path, Func<Raster> picture, int quality)
    {
        if (!File.Exists(path))
            JpegWriter.Save(picture(), path, quality);
    }
}
