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
    /// Writes what is missing and returns the large preview's pixels, to be disposed. Previews are named by content, so one that is there
    /// is right.
    /// </summary>
    internal PooledRaster Write(WeddingId weddingId, string contentHash, Raster raster)
    {
        var large = PooledRaster.FitWithin(raster, LargePx);
        WriteMissing(paths.Preview(weddingId, contentHash, LargePx), large.Raster, LargePx, LargeQuality);
        WriteMissing(paths.Preview(weddingId, contentHash, SmallPx), large.Raster, SmallPx, SmallQuality);
        return large;
    }

    private static void WriteMissing(string path, Raster raster, int longSidePx, int quality)
    {
        if (File.Exists(path))
            return;
        using var picture = PooledRaster.FitWithin(raster, longSidePx);
        JpegWriter.Save(picture.Raster, path, quality);
    }
}
