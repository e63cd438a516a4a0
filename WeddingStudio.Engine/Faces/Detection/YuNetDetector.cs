using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// YuNet (Wu, Peng and Yu 2023), without anchors: every cell of a grid per stride has two scores, a box and five points.
/// Also the form of `studio-1`'s detector.
/// </summary>
public sealed class YuNetDetector : IFaceDetector
{
    /// <summary>Smaller faces in a reduced look are better seen in the first one. Pixels of the look.</summary>
    private const double SmallestInReducedLookPx = 40;

    private readonly ModelSession _session;
    private readonly InputTensor _tensor;
    private readonly IReadOnlyList<int> _strides;
    private readonly double _minScore;
    private readonly double _maxIoU;
    private readonly int _longSidePx;
    private readonly int _smallestPx;
    private readonly IReadOnlyList<double> _reducedLooks;
    private readonly int _multipleOf;

    public YuNetDetector(ModelSession session, ChosenModel model, int longSidePx)
    {
        _session = session;
        _tensor = new InputTensor(model.Entry.Input);
        _strides = model.Entry.Options.Strides;
        if (_strides.Count == 0 || _strides.Any(stride => stride < 1 || model.Entry.Input.MultipleOf % stride != 0))
            throw new ModelPackException($"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs strides that divide its input's multipleOf. Mend its manifest.");
        _minScore = model.Threshold("score");
        _maxIoU = model.Threshold("nms");
        _longSidePx = longSidePx;
        _smallestPx = model.Entry.Options.MinFace;
        _reducedLooks = model.Entry.Options.ReducedLooks;
        _multipleOf = model.Entry.Input.MultipleOf;
    }

    public IReadOnlyList<DetectedFace> Detect(Raster upright)
    {
        var found = Look(upright, _longSidePx, _smallestPx);
        foreach (var share in _reducedLooks)
        {
            var longSidePx = (int)(_longSidePx * share);
            if (longSidePx < Math.Max(upright.WidthPx, upright.HeightPx))
                found = found.Concat(Look(upright, longSidePx, SmallestInReducedLookPx));
        }

        return NonMaxSuppression.Keep(found, _maxIoU);
    }

    private IEnumerable<DetectedFace> Look(Raster upright, int longSidePx, double smallestPx)
    {
        using var input = DetectorInput.From(upright, _tensor, longSidePx, _multipleOf);
        using var outputs = _session.Run(input.Tensor, 1, 3, input.HeightPx, input.WidthPx);
        List<DetectedFace> found = [];
        foreach (var stride in _strides)
        {
            Decode(outputs[$"cls_{stride}"], outputs[$"obj_{stride}"], outputs[$"bbox_{stride}"], outputs[$"kps_{stride}"],
                stride, input.WidthPx, input.HeightPx, _minScore, found);
        }

        var (across, down) = (input.BackAcross, input.BackDown);
        return found.Where(face => Math.Max(face.Box.WidthPx, face.Box.HeightPx) >= smallestPx).Select(face => face.Scale(across, down));
    }

    /// <summary>Adds the faces of one stride above the score, by row and column. The score is the geometric mean of the two given.</summary>
    /// <param name="faceScores">[cells] 0..1, "this is a face".</param>
    /// <param name="objectScores">[cells] 0..1, "the box is good".</param>
    /// <param name="boxes">[cells, 4] centre from the cell's top left corner and logarithm of the size, in strides.</param>
    /// <param name="points">[cells, 10] x, y of the five points from the same corner, in strides.</param>
    /// <param name="stride">Pixels between cells.</param>
    /// <param name="widthPx">Size of the tensor; whole multiples of the stride.</param>
    /// <param name="heightPx">Its height.</param>
    /// <param name="minScore">Faces need more.</param>
    /// <param name="faces">Where they go.</param>
    internal static void Decode(
        ReadOnlySpan<float> faceScores, ReadOnlySpan<float> objectScores, ReadOnlySpan<float> boxes, ReadOnlySpan<float> points,
        int stride, int widthPx, int heightPx, double minScore, List<DetectedFace> faces)
    {
        var (columns, rows) = (widthPx / stride, heightPx / stride);
        if (faceScores.Length != rows * columns)
            throw new ModelPackException($"The detector gave {faceScores.Length} cells of {stride} px for {widthPx}x{heightPx}, there are {rows * columns}. Its manifest names wrong strides.");

        for (var cell = 0; cell < faceScores.Length; cell++)
        {
            var score = Math.Sqrt((double)faceScores[cell] * objectScores[cell]);
            if (score > minScore)
                faces.Add(DecodeOne(boxes.Slice(4 * cell, 4), score, points.Slice(10 * cell, 10), cell % columns * stride, cell / columns * stride, stride));
        }
    }

    private static DetectedFace DecodeOne(ReadOnlySpan<float> box, double score, ReadOnlySpan<float> points, int leftPx, int topPx, int stride)
    {
        var (x, y) = (leftPx + (double)box[0] * stride, topPx + (double)box[1] * stride);
        var (halfWidth, halfHeight) = (Math.Exp(box[2]) * stride / 2, Math.Exp(box[3]) * stride / 2);
        var five = new PointPx[5];
        for (var p = 0; p < 5; p++)
            five[p] = new PointPx(leftPx + (double)points[2 * p] * stride, topPx + (double)points[2 * p + 1] * stride);
        return new DetectedFace(new FaceBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight), score, FivePoints.From(five));
    }
}
