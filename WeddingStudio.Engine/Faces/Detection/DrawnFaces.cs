using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// Finds the face in a box that a user has drawn: they know that there is one, so the detector looks closer and doubts less.
/// </summary>
/// <param name="eager">A detector with <see cref="LeastScore"/>.</param>
/// <param name="longSidePx">What the detector shrinks photos to.</param>
internal sealed class DrawnFaces(IFaceDetector eager, int longSidePx)
{
    /// <summary>Where a user vouches for a face, a hint of one is enough to say where its eyes are.</summary>
    public const double LeastScore = .2;

    /// <summary>Detectors know whole heads with something around them. Side of the look in longer sides of the box.</summary>
    private const double Around = 2;

    /// <summary>Smaller faces are enlarged to this before the look. Pixels.</summary>
    private const double SmallestPx = 64;

    /// <summary>Frames drawn by hand are loose or tight, but the face in them is theirs. Share of the smaller one.</summary>
    private const double LeastShared = .5;

    /// <summary>
    /// Boxes of detectors on the template for alignment: centre and size (medians of 61 faces, two detectors agree to 1 px).
    /// </summary>
    private const double TemplateX = 56, TemplateY = 64, TemplateWidthPx = 81, TemplateHeightPx = 110;

    private readonly RotatedDetection _turned = new(eager, longSidePx, LeastScore);

    /// <summary>The face as the detector frames it, or null where it sees none at all.</summary>
    public DetectedFace? Find(PhotoPixels photo, FaceBox drawn)
    {
        var side = Math.Max(drawn.WidthPx, drawn.HeightPx) * Around;
        var (left, top) = (Start(drawn.CentreX, photo.WidthPx), Start(drawn.CentreY, photo.HeightPx));
        var area = new PixelRect(left, top, End(drawn.CentreX, photo.WidthPx) - left, End(drawn.CentreY, photo.HeightPx) - top);
        var part = photo.Part(area, Math.Max(area.WidthPx, area.HeightPx) / (double)longSidePx);
        var (raster, enlarge) = (part.Raster, Math.Max(1, SmallestPx * Around / side * part.Shrink));
        var look = RasterResize.Resize(raster, (int)Math.Round(raster.WidthPx * enlarge), (int)Math.Round(raster.HeightPx * enlarge));
        var (across, down) = ((double)raster.WidthPx * part.Shrink / look.WidthPx, (double)raster.HeightPx * part.Shrink / look.HeightPx);
        return Best(eager.Detect(look)) ?? Best(_turned.Detect(look));

        int Start(double centre, int lengthPx) => Math.Clamp((int)(centre - side / 2), 0, lengthPx - 1);
        int End(double centre, int lengthPx) => Math.Clamp((int)(centre + side / 2), 1, lengthPx);
        DetectedFace? Best(IReadOnlyList<DetectedFace> found) => found.Select(face => face.Scale(across, down).Move(part.Left, part.Top))
            .Where(face => face.Box.ShareOfSmaller(drawn) >= LeastShared).MaxBy(face => face.Box.IoU(drawn));
    }

    /// <summary>Where the five points of an upright face lie in its box, as a first guess.</summary>
    public static FivePoints Guess(FaceBox box)
    {
        var scale = (box.WidthPx / TemplateWidthPx + box.HeightPx / TemplateHeightPx) / 2;
        return FaceAlignment.Template.Map(
            point => new PointPx(box.CentreX + (point.X - TemplateX) * scale, box.CentreY + (point.Y - TemplateY) * scale));
    }
}
