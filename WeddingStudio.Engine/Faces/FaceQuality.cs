using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// How far a face can be trusted for recognition, 0..1: the product of four shares, so that one bad part shows.
/// </summary>
internal static class FaceQuality
{
    /// <summary>Box width at which the face fills the embedder's 112 px crop without being enlarged (the template's eyes are 35 px apart, a box is about twice as wide).</summary>
    private const double FullWidthPx = 72;

    /// <summary>Laplacian variance of the aligned crop of a face in focus: measured on faces of 100 px and more, half lie above 490 and a tenth, the blurred, below 104.</summary>
    private const double FullSharpness = 150;

    /// <summary>Turned this far, half of the face is gone.</summary>
    private const double HiddenDegrees = 90;

    public static double Of(FaceBox box, double confidence, FaceMeasures measures)
    {
        var size = Math.Min(1, box.WidthPx / FullWidthPx);
        var sharpness = Math.Min(1, Math.Sqrt(measures.Sharpness / FullSharpness));
        var frontal = Math.Cos(Math.Min(HiddenDegrees, Math.Abs(measures.YawDegrees)) * Math.PI / 180)
            * Math.Cos(Math.Min(HiddenDegrees, Math.Abs(measures.PitchDegrees)) * Math.PI / 180);
        return Math.Clamp(size * sharpness * frontal * confidence, 0, 1);
    }
}
