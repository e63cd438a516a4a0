using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// Looks at a photo in the other three ways up: it may lie on its side, where a camera did not note how it was held. Only the
/// shrunk copy is turned; faces come back as they lie in the photo.
/// </summary>
/// <param name="detector">Sees upright faces.</param>
/// <param name="longSidePx">What the detector shrinks photos to.</param>
/// <param name="surelyFrom">Three more looks at photos of rings and cakes may not bring three times the false faces:
/// the score somebody in them must have.</param>
internal sealed class RotatedDetection(IFaceDetector detector, int longSidePx, double surelyFrom)
{
    private static readonly int[] Turns = [1, 3, 2];

    /// <summary>Somebody is seen upright beyond doubt: no other way up is worth a look.</summary>
    public bool IsUpright(DetectedFace face) => face.Score >= surelyFrom && face.Points.QuarterLean == 0;

    /// <summary>The faces of the way up that surely shows most; none where no way up shows anybody for sure.</summary>
    public IReadOnlyList<DetectedFace> Detect(Raster photo)
    {
        var shrunk = RasterResize.FitWithin(photo, longSidePx);
        var (quarters, found) = Turns.Select(quarters => (quarters, detector.Detect(shrunk.Turned(quarters))))
            .MaxBy(turn => Sure(turn.Item2));
        if (Sure(found) == 0)
            return [];
        var (across, down) = ((double)photo.WidthPx / shrunk.WidthPx, (double)photo.HeightPx / shrunk.HeightPx);
        return [.. found.Select(face => face.TurnedBack(quarters, shrunk.WidthPx, shrunk.HeightPx).Scale(across, down))];
    }

    private double Sure(IReadOnlyList<DetectedFace> found) => found.Where(IsUpright).Sum(face => face.Score);
}
