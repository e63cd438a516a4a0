namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>
/// How far an eye is open: lid distance over eye width (Soukupova and Cech 2016), with the three lid pairs of the
/// 98-point set. Below .10 closed, above .17 open, laughing eyes .15 to .22 (measured on this project's models).
/// </summary>
public static class EyeAspect
{
    private const int LeftEye = 60;
    private const int RightEye = 68;

    /// <summary>Image-left and image-right eye from the 98 WFLW points.</summary>
    public static (double Left, double Right) Of(ReadOnlySpan<PointPx> points98) =>
        (Ratio(points98.Slice(LeftEye, 8)), Ratio(points98.Slice(RightEye, 8)));

    // Eight points around the eye from one corner: 0 and 4 are the corners, 1-3 the upper lid, 7-5 the lower lid below them.
    private static double Ratio(ReadOnlySpan<PointPx> eye)
    {
        var width = eye[0].DistanceTo(eye[4]);
        return width > 0 ? (eye[1].DistanceTo(eye[7]) + eye[2].DistanceTo(eye[6]) + eye[3].DistanceTo(eye[5])) / (3 * width) : 0;
    }
}
