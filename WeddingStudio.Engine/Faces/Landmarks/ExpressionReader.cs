using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>
/// Seven expressions from a square around a face's points (as face-api's): neutral, happy, sad, angry, fearful, disgusted, surprised.
/// </summary>
public sealed class ExpressionReader
{
    public const int ClassCount = 7;

    private readonly CropModel _model;
    private readonly double _enlarge;

    public ExpressionReader(ModelSession session, ChosenModel model, int facesAtOnce)
    {
        var entry = model.Entry;
        if (entry is not { Decoder: "faceapi7", Options.Classes.Count: ClassCount,
            Input: { Width: > 0, Crop: { Kind: "landmarks" or "landmarks68" } crop } })
            throw new ModelPackException($"Expression model '{entry.Name}' in '{model.Pack.Folder}' needs decoder faceapi7, "
                + "seven classes and a landmarks crop. Fix its manifest.");
        _model = new CropModel(session, entry.Input, facesAtOnce);
        _enlarge = crop.Enlarge;
    }

    /// <summary>
    /// [faces][7] probabilities; <paramref name="points"/> are the points of each face by the model it needs, in photo pixels.
    /// </summary>
    public float[][] Read(PhotoPixels photo, IReadOnlyList<DetectedFace> faces, IReadOnlyList<PointPx[]> points) =>
        _model.Run([.. faces.Zip(points, (face, around) =>
            SquareCrop.Around(BoxAround(around, _enlarge), leanRadians: face.Points.QuarterLeanRadians).Cut(photo, _model.WidthPx))],
            ClassCount);

    internal static FaceBox BoxAround(PointPx[] points, double enlarge)
    {
        var box = new FaceBox(points.Min(p => p.X), points.Min(p => p.Y), points.Max(p => p.X), points.Max(p => p.Y));
        var (across, down) = (box.WidthPx * enlarge / 2, box.HeightPx * enlarge / 2);
        return new FaceBox(box.X1 - across, box.Y1 - down, box.X2 + across, box.Y2 + down);
    }
}
