using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>
/// Sharp and well lit: the face first, the frame a little. Marks come from 250 LFW faces, as they are and worsened: blur of
/// 1, 2 and 4 px, 1 and 2 stops either way, noise of 5, 10 and 20.
/// </summary>
public static class TechnicalScore
{
    /// <summary>Width of an aligned crop in widths of the face's box: two thirds of the crop are face.</summary>
    private const double CropPerBox = 1.4;
    private const double CropPx = 112;

    /// <summary>Frames are measured at this long side, so noise of the original is that much stronger.</summary>
    private const double MeasuredAtPx = 1024;

    /// <summary>
    /// Laplacian variance of a crop that noise of sigma 1 adds (measured 6.0 to 7.6), and some more: the estimate errs, and
    /// noise must never pass for detail.
    /// </summary>
    private const double NoiseGain = 10;

    /// <summary>Noise alone never makes a face look more blurred than this.</summary>
    private const double LeastUnderNoise = 30;

    public static double Of(MeasuredFace face, MeasuredFrame frame) =>
        .48 * Sharpness(face, frame)
        + .20 * FaceExposure(face.Measures, frame.Measures)
        + .12 * Ramp.Straight(Math.Sqrt(face.Measures.Clipped), .60, 0)
        + .10 * FrameExposure(frame.Measures)
        + .10 * Ramp.Log(frame.Measures.Noise, 20, 1);

    /// <summary>
    /// Laplacian variance of the crop, without what noise adds to it and as if the face were of middle brightness (twice the
    /// light is four times the variance). LFW faces: median 131; blurred by 1, 2, 4 px 61, 16, 3; crisp portraits 400 to 1900.
    /// </summary>
    internal static double Sharpness(MeasuredFace face, MeasuredFrame frame)
    {
        var measured = face.Measures.Sharpness;
        var detail = Math.Max(measured - NoiseInCrop(face.Box, frame), Math.Min(measured, LeastUnderNoise));
        var brightness = 2 * Math.Max(face.Measures.Luma, .1);
        return Ramp.Log(detail / (brightness * brightness), 4, 1000);
    }

    /// <summary>A crop that enlarges smooths the noise away; one that shrinks does so from half the size on (it samples bilinearly before).</summary>
    private static double NoiseInCrop(FaceBox box, MeasuredFrame frame)
    {
        var sigma = frame.Measures.Noise * Math.Max(1, Math.Max(frame.WidthPx, frame.HeightPx) / MeasuredAtPx);
        var scale = CropPx / (CropPerBox * Math.Max(box.WidthPx, 1));
        var passed = scale > 1 ? Math.Pow(scale, -4) : Math.Min(1, 4 * scale * scale);
        return NoiseGain * sigma * sigma * passed;
    }

    /// <summary>
    /// Distance in stops from a mid-bright face (.50 of the tone scale, gamma 2.2). Too bright costs more than too dark: burnt
    /// skin cannot be rescued. A dark face in a bright frame is dark skin more often than a mistake, so it costs little.
    /// </summary>
    internal static double FaceExposure(FaceMeasures face, PhotoMeasures frame)
    {
        var stops = 2.2 * Math.Log2(Math.Max(face.Luma, .01) / .50);
        return Ramp.Bell(stops, stops > 0 ? 1.3 : 1.6 + 1.4 * Ramp.Straight(frame.MeanLuma, .20, .40));
    }

    private static double FrameExposure(PhotoMeasures frame) =>
        (Ramp.Bell(2.2 * Math.Log2(Math.Max(frame.MeanLuma, .01) / .45), 2.5)
        + Ramp.Straight(frame.ClippedHighlights + frame.ClippedShadows, .40, .02)
        + Ramp.Straight(frame.Contrast, .05, .30)) / 3;
}
