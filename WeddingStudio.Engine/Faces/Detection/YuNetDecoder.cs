using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// YuNet (Wu, Peng and Yu 2023), without anchors: every cell of a grid per stride has two scores, a box and five points.
/// Also the form of `studio-1`'s detector.
/// </summary>
internal sealed class YuNetDecoder(ChosenModel model) : IFaceDecoder
{
    private readonly IReadOnlyList<int> _strides = model.StridesOfInput();
    private readonly double _minScore = model.Threshold("score");

    public List<DetectedFace> Decode(ModelOutputs outputs, int widthPx, int heightPx)
    {
        List<DetectedFace> found = [];
        foreach (var stride in _strides)
        {
            Decode(outputs[$"cls_{stride}"], outputs[$"obj_{stride}"], outputs[$"bbox_{stride}"], outputs[$"kps_{stride}"],
                stride, widthPx, heightPx, _minScore, found);
        }

        return found;
    }

    /// <summary>
    /// Adds the faces of one stride above the score, by row and column. The score is the geometric mean of the two given.
    /// </summary>
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
            throw new ModelPackException($"The detector gave {faceScores.Length} cells of {stride} px for {widthPx}x{heightPx}, "
                + $"there are {rows * columns}. Its manifest names wrong strides.");

        for (var cell = 0; cell < faceScores.Length; cell++)
        {
            var score = Math.Sqrt((double)faceScores[cell] * objectScores[cell]);
            if (score > minScore)
                faces.Add(DecodeOne(boxes.Slice(4 * cell, 4), score, points.Slice(10 * cell, 10), cell % columns * stride,
                    cell / columns * stride, stride));
        }
    }

    private static DetectedFace DecodeOne(
        ReadOnlySpan<float> box, double score, ReadOnlySpan<float> points, int leftPx, int topPx, int stride)
    {
        var (x, y) = (leftPx + (double)box[0] * stride, topPx + (double)box[1] * stride);
        var (halfWidth, halfHeight) = (Math.Exp(box[2]) * stride / 2, Math.Exp(box[3]) * stride / 2);
        var five = new PointPx[5];
        for (var p = 0; p < 5; p++)
            five[p] = new PointPx(leftPx + (double)points[2 * p] * stride, topPx + (double)points[2 * p + 1] * stride);
        return new DetectedFace(new FaceBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight), score, FivePoints.From(five));
    }
}
