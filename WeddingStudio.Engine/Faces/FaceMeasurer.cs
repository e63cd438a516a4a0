using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces;

/// <summary>Sharpness and light of one face, from its aligned crop: the same scale for every face, whatever the camera.</summary>
internal static class FaceMeasurer
{
    // The inner face of the aligned crop, from brows to lips and between the temples: no hair, no background.
    private const int InnerLeft = 28, InnerRight = 84, InnerTop = 36, InnerBottom = 104;

    /// <summary>At or below, at or above: too dark or too light to hold any drawing.</summary>
    private const int Dark = 5, Light = 250;

    public static (double Sharpness, double Luma, double Clipped) Measure(Raster aligned)
    {
        var luma = Luma(aligned);
        double sum = 0;
        var clipped = 0;
        for (var y = InnerTop; y < InnerBottom; y++)
        {
            foreach (var value in luma.AsSpan(y * FaceAlignment.SizePx + InnerLeft, InnerRight - InnerLeft))
            {
                sum += value;
                clipped += value is <= Dark or >= Light ? 1 : 0;
            }
        }

        var count = (double)(InnerRight - InnerLeft) * (InnerBottom - InnerTop);
        return (LaplacianVariance(luma, aligned.WidthPx, aligned.HeightPx), sum / count / 255, clipped / count);
    }

    /// <summary>Variance of the 4-neighbour Laplacian inside the border (Pech-Pacheco et al. 2000).</summary>
    internal static double LaplacianVariance(ReadOnlySpan<float> luma, int widthPx, int heightPx)
    {
        double sum = 0, squares = 0;
        for (var y = 1; y < heightPx - 1; y++)
        {
            for (var x = 1; x < widthPx - 1; x++)
            {
                var at = y * widthPx + x;
                double value = luma[at - 1] + luma[at + 1] + luma[at - widthPx] + luma[at + widthPx] - 4 * luma[at];
                sum += value;
                squares += value * value;
            }
        }

        var count = (double)(widthPx - 2) * (heightPx - 2);
        var mean = sum / count;
        return squares / count - mean * mean;
    }

    // ITU-R BT.601 weights on the stored values, 0..255.
    private static float[] Luma(Raster picture)
    {
        var luma = new float[picture.WidthPx * picture.HeightPx];
        for (var i = 0; i < luma.Length; i++)
            luma[i] = .299f * picture.Rgb[3 * i] + .587f * picture.Rgb[3 * i + 1] + .114f * picture.Rgb[3 * i + 2];
        return luma;
    }
}
