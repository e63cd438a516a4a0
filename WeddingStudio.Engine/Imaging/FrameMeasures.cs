using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Imaging;

public static class FrameMeasures
{
    /// <summary>The long side at which frames are measured; smaller photos are measured as they are.</summary>
    public const int LongSidePx = 1024;

    private const int ShadowLevel = 2;
    private const int HighlightLevel = 253;

    /// <summary>
    /// The part of the pixels that <see cref="PhotoMeasures.Whites"/> looks at: a few glints say nothing about the light.
    /// </summary>
    private const double BrightShare = .01;

    public static PhotoMeasures Of(Raster raster) => Of(Small(raster), new PhotoLevel(raster, 0, 0, Shrink: 1));

    /// <summary>What is measured: neither side longer than <see cref="LongSidePx"/>.</summary>
    public static Luma Small(Raster raster)
    {
        using var small = PooledRaster.FitWithin(raster, LongSidePx);
        return Luma.Of(small.Raster);
    }

    /// <param name="luma">The photo made <see cref="Small"/>.</param>
    /// <param name="whole">The photo as large as it is at hand: shrinking wipes the edges of blocks away.</param>
    public static PhotoMeasures Of(Luma luma, PhotoLevel whole)
    {
        double sum = 0, squares = 0;
        int shadows = 0, highlights = 0;
        foreach (var value in luma.Values)
        {
            sum += value;
            squares += value * value;
            shadows += value <= ShadowLevel ? 1 : 0;
            highlights += value >= HighlightLevel ? 1 : 0;
        }

        double count = luma.Values.Length;
        var mean = sum / count;
        return new PhotoMeasures
        {
            Sharpness = luma.LaplacianVariance(),
            MeanLuma = mean / 255,
            Contrast = Math.Sqrt(Math.Max(0, squares / count - mean * mean)) / 255,
            ClippedShadows = shadows / count,
            ClippedHighlights = highlights / count,
            Noise = luma.NoiseSigma(),
            Whites = Whites(luma),
            Blocking = BlockEdges.Of(whole.Raster, BlockEdges.BlockPx / whole.Shrink),
        };
    }

    private static double Whites(Luma luma)
    {
        var counts = new int[256];
        foreach (var value in luma.Values)
            counts[(int)(value + .5f)]++;
        var level = 255;
        for (var above = counts[255]; level > 0 && above < BrightShare * luma.Values.Length; above += counts[level])
            level--;
        return level / 255.0;
    }
}
