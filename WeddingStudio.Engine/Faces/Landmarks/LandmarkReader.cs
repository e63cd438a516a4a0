using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>
/// Models that give many points of a face within a square crop: 98 in WFLW order or 68 in iBUG order as shares of it, 106 in
/// InsightFace's order counted from its middle in half sides. `wflw98+5` gives
/// the five points for alignment after the 98: seen at 112 pixels they are surer than the detector's. The 98 hold the same five
/// places; on what is no face at all (a rose, an ear, a fist) the two contradict each other.
/// </summary>
public sealed class LandmarkReader
{
    private const int FivePointCount = 5;

    // Where the 98 points of WFLW have the five: both eyes' outlines, the tip of the nose, the corners of the mouth.
    private static readonly int[][] FiveAmong98 = [[.. Enumerable.Range(60, 8)], [.. Enumerable.Range(68, 8)], [54], [76], [82]];

    private readonly CropModel _model;
    private readonly ModelCrop _crop;
    private readonly bool _givesFivePoints;
    private readonly bool _countsFromMiddle;
    private readonly double _detectorShare;
    private readonly double _mostApart;

    public LandmarkReader(ModelSession session, ChosenModel model, int facesAtOnce)
    {
        var entry = model.Entry;
        PointCount = entry.Decoder switch
        {
            "wflw98" or "wflw98+5" => 98,
            "ibug68" => 68,
            "insight106" => 106,
            var unknown => throw new ModelPackException(
                $"Landmarks '{entry.Name}' in '{model.Pack.Folder}' need the decoder '{unknown}'; this program knows: "
                + "ibug68, insight106, wflw98, wflw98+5."),
        };
        if (entry.Input is not { Width: > 0, Crop: { Kind: "square" } crop } || entry.Input.Width != entry.Input.Height)
            throw new ModelPackException($"Landmarks '{entry.Name}' in '{model.Pack.Folder}' need a square input and a square crop. "
                + "Fix the manifest.");
        _crop = crop;
        _givesFivePoints = entry.Decoder == "wflw98+5";
        _countsFromMiddle = entry.Decoder == "insight106";
        _detectorShare = entry.Options.DetectorShare;
        _mostApart = entry.Thresholds.GetValueOrDefault("pointsApart", double.PositiveInfinity);
        _model = new CropModel(session, entry.Input, facesAtOnce);
    }

    public int PointCount { get; }

    /// <summary>In photo pixels. The boxes are the detector's own, even where they reach over the photo's edge.</summary>
    public FaceLandmarks[] Read(PhotoPixels photo, IReadOnlyList<DetectedFace> faces)
    {
        var squares = faces.Select(face => SquareCrop.Around(
            face.Box, _crop.Scale, _crop.ShiftDown, _crop.Upright ? face.Points.LeanRadians : face.Points.QuarterLeanRadians)).ToArray();
        var count = PointCount + (_givesFivePoints ? FivePointCount : 0);
        var numbers = _model.Run([.. squares.Select(square => square.Cut(photo, _model.WidthPx))], 2 * count);
        return [.. faces.Select((face, i) => ToPhoto(face, squares[i], numbers[i]))];
    }

    private FaceLandmarks ToPhoto(DetectedFace face, SquareCrop square, float[] numbers)
    {
        var points = new PointPx[numbers.Length / 2];
        for (var i = 0; i < points.Length; i++)
            points[i] = square.ToPhoto(Share(numbers[2 * i]), Share(numbers[2 * i + 1]));
        return _givesFivePoints
            ? new FaceLandmarks(points[..PointCount], FivePoints.From(points[PointCount..]).Towards(face.Points, _detectorShare),
                Apart(points) / square.SidePx <= _mostApart)
            : new FaceLandmarks(points, null, IsFace: true);
    }

    private double Share(float number) => _countsFromMiddle ? (number + 1d) / 2 : number;

    /// <summary>The five places among 98 points.</summary>
    internal static FivePoints FiveOf(PointPx[] points98) =>
        FivePoints.From(
            [.. FiveAmong98.Select(among => new PointPx(among.Average(j => points98[j].X), among.Average(j => points98[j].Y)))]);

    /// <summary>Mean distance of the five points from their places among the 98.</summary>
    internal static double Apart(PointPx[] points) =>
        FiveOf(points).ToArray().Select((place, i) => points[98 + i].DistanceTo(place)).Average();
}

/// <summary>The points of one face; Five is null for models that give none of their own.</summary>
/// <param name="IsFace">False where the five are further from their places among the 98 than the pack's
/// `pointsApart` (in sides of the crop).</param>
public readonly record struct FaceLandmarks(PointPx[] Points, FivePoints? Five, bool IsFace);
