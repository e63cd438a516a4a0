using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>Sharp and well lit: the face first, the frame a little.</summary>
public static class TechnicalScore
{
    public static double Of(FaceMeasures face, PhotoMeasures frame) =>
        .50 * Sharpness(face)
        + .22 * FaceExposure(face)
        + .10 * Ramp.Straight(face.Clipped, .30, 0)
        + .08 * FrameExposure(frame)
        + .10 * Ramp.Log(frame.Noise, 20, 1);

    internal static double Sharpness(FaceMeasures face) => Ramp.Log(face.Sharpness, 5, 800);

    /// <summary>
    /// Distance in stops from a mid-bright face (.50 of the tone scale, gamma 2.2). Too bright costs more than too dark:
    /// burnt skin cannot be rescued, and dark skin is no fault.
    /// </summary>
    internal static double FaceExposure(FaceMeasures face)
    {
        var stops = 2.2 * Math.Log2(Math.Max(face.Luma, .01) / .50);
        return Ramp.Bell(stops, stops > 0 ? 1.1 : 2.2);
    }

    private static double FrameExposure(PhotoMeasures frame) =>
        (Ramp.Bell(2.2 * Math.Log2(Math.Max(frame.MeanLuma, .01) / .45), 2.5)
        + Ramp.Straight(frame.ClippedHighlights + frame.ClippedShadows, .40, .02)
        + Ramp.Straight(frame.Contrast, .05, .18)) / 3;
}
