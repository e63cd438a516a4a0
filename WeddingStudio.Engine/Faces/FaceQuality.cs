using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// How far a face can be trusted for recognition, 0..1: the product of four shares, so that one bad part shows - size = box width / 72 px,
/// sharpness = sqrt(Laplacian variance / 150), pose = cos(yaw) cos(pitch), the detector's score - and of a fifth, the quality model's,
/// where a pack has one. Each share is at most 1. CoverFaces, guests' tiles and picks prefer good faces;
/// <see cref="Seeds"/> decides who may begin a person.
/// </summary>
internal static class FaceQuality
{
    /// <summary>
    /// Box width at which the face fills the embedder's 112 px crop without being enlarged (the template's eyes
    /// are 35 px apart, a box is about twice as wide).
    /// </summary>
    private const double FullWidthPx = 72;

    /// <summary>
    /// Laplacian variance of the aligned crop of a face in focus: measured on faces of 100 px and more, half lie
    /// above 490 and a tenth, the blurred, below 104.
    /// </summary>
    private const double FullSharpness = 150;

    /// <summary>Turned this far, half of the face is gone.</summary>
    private const double HiddenDegrees = 90;

    /// <summary>Box width; by the field's experience a face of fewer pixels has lost what tells siblings apart.</summary>
    private const double SeedsFromPx = 40;

    /// <summary>
    /// Laplacian variance of the aligned crop below which blur has eaten the likeness to oneself: of 670 faces of a drawn wedding the
    /// median cosine to the same person's others is .85 from 20 on, .69 from 10 to 20 and .48 below 10
    /// (reference embedder; the built-in one agrees).
    /// </summary>
    private const double SeedsFromSharpness = 20;

    /// <summary>In profile, as sets for recognition across poses count it (Sengupta et al. 2016).</summary>
    private const double ProfileDegrees = 60;

    /// <summary>
    /// Share of the aligned crop beyond the photo's edge. Faces cut by it are alike, whoever they are: a person of 27 faces in an album of
    /// LFW was nothing but strangers at the edge (docs/people-measured.md).
    /// </summary>
    private const double SeedsCutUpTo = .2;

    /// <summary>Whether a face is good enough to begin a person by itself or to make two groups one.</summary>
    /// <param name="widthPx">Of its box.</param>
    /// <param name="sharpness">As <see cref="FaceMeasures.Sharpness"/>.</param>
    /// <param name="yawDegrees">As <see cref="FaceMeasures.YawDegrees"/>.</param>
    /// <param name="points">Pixels of the photo.</param>
    /// <param name="photoWidthPx">Of the photo it is in.</param>
    /// <param name="photoHeightPx">Likewise.</param>
    public static bool Seeds(double widthPx, double sharpness, double yawDegrees, FivePoints points, int photoWidthPx, int photoHeightPx) =>
        widthPx >= SeedsFromPx && sharpness >= SeedsFromSharpness && Math.Abs(yawDegrees) < ProfileDegrees
        && FaceAlignment.ShareOutside(points, photoWidthPx, photoHeightPx) <= SeedsCutUpTo;

    public static double Of(FaceBox box, double confidence, FaceMeasures measures, double modelShare = 1)
    {
        var size = Math.Min(1, box.WidthPx / FullWidthPx);
        var sharpness = Math.Min(1, Math.Sqrt(measures.Sharpness / FullSharpness));
        var frontal = Math.Cos(Math.Min(HiddenDegrees, Math.Abs(measures.YawDegrees)) * Math.PI / 180)
            * Math.Cos(Math.Min(HiddenDegrees, Math.Abs(measures.PitchDegrees)) * Math.PI / 180);
        return Math.Clamp(size * sharpness * frontal * confidence * modelShare, 0, 1);
    }
}
