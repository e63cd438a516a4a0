using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>How the people of a photo look at each other: who looks at whom, who kisses, and whose eyes may be shut.</summary>
internal static class MutualGaze
{
    /// <summary>Faces whose heights differ by more are at different distances and do not meet.</summary>
    private const double MostTimesLarger = 1.8;

    /// <summary>Beyond this turn a face looks past the camera; the pose from five points errs by some 5 degrees.</summary>
    private const double TurnedDegrees = 20;

    /// <summary>Heads that close, in widths of a face, touch; a box ends at the cheek.</summary>
    private const double TouchingGap = .15;

    /// <summary>Two who are turned to each other this close, in widths, are about to kiss or have just done so.</summary>
    private const double KissingGap = .6;

    /// <summary>Who looks across more than this, in widths, looks at nobody we can name.</summary>
    private const double FarthestLooked = 5;

    /// <summary>
    /// A laugh narrows the eyes and shuts some: half as good as open ones, so that of two frames of one laugh the open-eyed one is better.
    /// A kiss is none the worse for shut eyes.
    /// </summary>
    private const double ExcusedByLaugh = .5, ExcusedByKiss = Look.Open;

    /// <summary>The look of a face among all faces of its photo.</summary>
    public static Look In(MeasuredFace face, Look look, IReadOnlyList<MeasuredFace> everybody)
    {
        var others = everybody.Where(other => !ReferenceEquals(other, face) && Meets(face.Box, other.Box)).ToList();
        var kiss = others.Exists(other => Kiss(face, other));
        return look with
        {
            Excused = kiss ? ExcusedByKiss : look.Smile >= 1 ? ExcusedByLaugh : 0,
            AtSomeone = kiss ? 1 : others.Exists(other => LooksAt(face, other)) ? 1 : 0,
        };
    }

    /// <summary>Touching while one is turned to the other, or close and both turned to each other.</summary>
    private static bool Kiss(MeasuredFace a, MeasuredFace b)
    {
        var gap = Gap(a.Box, b.Box);
        return (gap <= TouchingGap && (TurnedTo(a, b) || TurnedTo(b, a))) || (gap <= KissingGap && TurnedTo(a, b) && TurnedTo(b, a));
    }

    private static bool LooksAt(MeasuredFace face, MeasuredFace other) =>
        TurnedTo(face, other) && Gap(face.Box, other.Box) <= FarthestLooked;

    private static bool TurnedTo(MeasuredFace face, MeasuredFace other) =>
        face.Measures.YawDegrees * Math.Sign(other.Box.CentreX - face.Box.CentreX) >= TurnedDegrees;

    /// <summary>About equally far from the camera, and at about the same height in the photo.</summary>
    private static bool Meets(FaceBox a, FaceBox b) =>
        Math.Max(a.HeightPx, b.HeightPx) <= MostTimesLarger * Math.Min(a.HeightPx, b.HeightPx)
        && Math.Abs(a.CentreY - b.CentreY) <= .75 * Math.Max(a.HeightPx, b.HeightPx);

    /// <summary>Between the nearer sides, in mean widths; negative where boxes overlap.</summary>
    private static double Gap(FaceBox a, FaceBox b) =>
        (Math.Max(a.X1, b.X1) - Math.Min(a.X2, b.X2)) / Math.Max(1, (a.WidthPx + b.WidthPx) / 2);
}
