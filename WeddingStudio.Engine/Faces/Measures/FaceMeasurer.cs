using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Measures;

/// <summary>Sharpness and light of one face, from its aligned crop: the same scale for every face, whatever the camera.</summary>
internal static class FaceMeasurer
{
    // The inner face of the aligned crop, from brows to lips and between the temples: no hair, no background.
    private const int InnerLeft = 28, InnerRight = 84, InnerTop = 36, InnerBottom = 104;

    /// <summary>At or below, at or above: too dark or too light to hold any drawing.</summary>
    private const int Dark = 5, Light = 250;

    public static (double Sharpness, double Luma, double Clipped) Measure(Raster aligned)
    {
        var luma = Luma.Of(aligned);
        double sum = 0;
        var clipped = 0;
        for (var y = InnerTop; y < InnerBottom; y++)
        {
            foreach (var value in luma.Values.AsSpan(y * FaceAlignment.SizePx + InnerLeft, InnerRight - InnerLeft))
            {
                sum += value;
                clipped += value is <= Dark or >= Light ? 1 : 0;
            }
        }

        var count = (double)(InnerRight - InnerLeft) * (InnerBottom - InnerTop);
        return (luma.LaplacianVariance(), sum / count / 255, clipped / count);
    }
}
