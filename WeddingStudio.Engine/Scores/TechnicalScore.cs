using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Measures;

namespace WeddingStudio.Engine.Scores;

/// <summary>
/// Sharp and well lit: the face first, the frame a little. Marks come from 200 LFW faces of middle brightness, as they are and worsened:
/// blur of 1, 2 and 4 px, 1 and 2 stops either way, noise of 5, 10 and 20, JPEG of quality 90, 50 and 20 (docs/scores-measured.md). What
/// was not measured yet is taken as neither good nor bad.
/// </summary>
public static class TechnicalScore
{
    /// <summary>Width of an aligned crop in widths of the face's box: two thirds of the crop are face.</summary>
    private const double CropPerBox = 1.4;
    private const double CropPx = 112;

    /// <summary>
    /// Frames are measured at this long side: noise of the original is that much stronger, edges of blocks show that much less.
    /// </summary>
    private const double MeasuredAtPx = 1024;

    /// <summary>
    /// Laplacian variance of a crop that noise of sigma 1 adds (measured 6.0 to 7.6), and some more: the estimate errs, and
    /// noise must never pass for detail. Edges of blocks of one step add .6 to 1.5.
    /// </summary>
    private const double NoiseGain = 10, BlockGain = 1.5;

    /// <summary>Noise alone never makes a face look more blurred than this.</summary>
    private const double LeastUnderNoise = 30;

    /// <summary>From here on down it is no more than less and less likely that anything is left beside blocks.</summary>
    private const double LeastUnderBlocks = 10;

    /// <summary>Edges of blocks, in luma steps: from 1 on they begin to show (quality 80: 2, 50: 4, 20: 6).</summary>
    private const double BlocksShow = 1, BlocksSpoil = 16;

    /// <summary>What a photo reaches with its brightest hundredth: 98 % of LFW .67 to 1, one stop darker .49 to .73.</summary>
    private const double DimWhites = .4, UsualWhites = .9;

    public static double Of(MeasuredFace face, MeasuredFrame frame) =>
        .36 * Sharpness(face, frame)
        + .03 * ColourDetail(face, frame)
        + .16 * FaceExposure(face.Measures, frame.Measures)
        + .10 * Ramp.Straight(Math.Sqrt(Clipped(face.Measures)), .75, 0)
        + .10 * Ramp.Straight(frame.Measures.Whites ?? UsualWhites, DimWhites, 1)
        + .08 * FrameExposure(frame.Measures)
        + .10 * Ramp.Log(frame.Measures.Noise, 20, 1)
        + .07 * Ramp.Log((frame.Measures.Blocking ?? 0) * Math.Min(1, MeasuredAtPx / LongSide(frame)), BlocksSpoil, BlocksShow);

    /// <summary>
    /// Laplacian variance of the inner face, without what noise and blocks add to it and as if the face were of middle brightness (twice
    /// the light is four times the variance). LFW faces: median 131; blurred by 1, 2, 4 px 61, 16, 3; crisp portraits 400 to 1900.
    /// </summary>
    internal static double Sharpness(MeasuredFace face, MeasuredFrame frame)
    {
        var measured = face.Measures.Detail ?? face.Measures.Sharpness;
        var (noise, blocks) = AddedBy(face.Box, frame);
        var without = Math.Max(measured - noise, Math.Min(measured, LeastUnderNoise));
        return Ramp.Log(Less(without, blocks) / BrightnessSquared(face.Measures), 4, 1000);
    }

    /// <summary>The difference, and a hyperbola towards 0 from where it would be too small to be believed.</summary>
    private static double Less(double measured, double blocks)
    {
        var least = Math.Min(measured, LeastUnderBlocks);
        var left = measured - blocks;
        return left >= least ? left : least * least / Math.Max(2 * least - left, 1e-9);
    }

    /// <summary>Of LFW's faces 98 of 100 lie between .6 and 80. A black and white photo is judged by its drawing alone.</summary>
    private static double ColourDetail(MeasuredFace face, MeasuredFrame frame) =>
        face.Measures.ColourDetail is { } colour and > NoColour ? Ramp.Log(colour, .5, 200) : Sharpness(face, frame);

    /// <summary>Rounding alone leaves this much in a grey picture.</summary>
    private const double NoColour = .05;

    private static double BrightnessSquared(FaceMeasures face) => Math.Pow(2 * Math.Max(face.Luma, .1), 2);

    private static double Clipped(FaceMeasures face) => Math.Max(face.Burnt ?? 0, face.Clipped);

    /// <summary>
    /// What noise and blocks add to the variance: all of it at the photo's own scale, less
    /// where the face is shrunk and pixels are averaged.
    /// </summary>
    private static (double Noise, double Blocks) AddedBy(FaceBox box, MeasuredFrame frame)
    {
        var sigma = frame.Measures.Noise * Math.Max(1, LongSide(frame) / MeasuredAtPx);
        var blocks = frame.Measures.Blocking ?? 0;
        var scale = Math.Min(CropPx / (CropPerBox * Math.Max(box.WidthPx, 1)), FacePlate.FrameLongSidePx / LongSide(frame));
        var passed = Math.Min(1, 2 * scale * scale);
        return (NoiseGain * sigma * sigma * passed, BlockGain * blocks * blocks * passed);
    }

    private static double LongSide(MeasuredFrame frame) => Math.Max(1, Math.Max(frame.WidthPx, frame.HeightPx));

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
