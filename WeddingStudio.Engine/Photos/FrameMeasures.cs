using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Photos;

public static class FrameMeasures
{
    /// <summary>The long side at which frames are measured; smaller photos are measured as they are.</summary>
    public const int LongSidePx = 1024;

    private const int ShadowLevel = 2;
    private const int HighlightLevel = 253;

    public static PhotoMeasures Of(Raster raster)
    {
        var luma = Luma.Of(RasterResize.FitWithin(raster, LongSidePx));
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
        };
    }
}
