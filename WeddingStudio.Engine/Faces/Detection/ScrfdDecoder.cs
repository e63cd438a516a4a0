using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// SCRFD (Guo et al. 2021) in the form with five points, as in InsightFace's packs: nine outputs, scores, boxes and points of
/// three strides. Two anchors in every cell's top left corner give the distances to the box's sides, in strides.
/// </summary>
internal sealed class ScrfdDecoder(ChosenModel model) : IFaceDecoder
{
    private const int AnchorsPerCell = 2;

    private readonly IReadOnlyList<int> _strides = model.StridesOfInput();
    private readonly double _minScore = model.Threshold("score");

    public List<DetectedFace> Decode(ModelOutputs outputs, int widthPx, int heightPx)
    {
        if (outputs.Count != 3 * _strides.Count)
            throw new ModelPackException($"The detector has {outputs.Count} outputs; SCRFD with five points has {3 * _strides.Count}. "
                + "Use a pack whose detector gives points.");
        List<DetectedFace> found = [];
        for (var i = 0; i < _strides.Count; i++)
            Decode(outputs[i], outputs[i + _strides.Count], outputs[i + 2 * _strides.Count], _strides[i], widthPx,
                heightPx, _minScore, found);
        return found;
    }

    /// <summary>Adds the faces of one stride above the score, by row, column and anchor.</summary>
    /// <param name="scores">[cells x 2] 0..1.</param>
    /// <param name="sides">[cells x 2, 4] distance to left, top, right and bottom, in strides.</param>
    /// <param name="points">[cells x 2, 10] x, y of the five points from the cell's corner, in strides.</param>
    internal static void Decode(
        ReadOnlySpan<float> scores, ReadOnlySpan<float> sides, ReadOnlySpan<float> points,
        int stride, int widthPx, int heightPx, double minScore, List<DetectedFace> faces)
    {
        var (columns, rows) = (widthPx / stride, heightPx / stride);
        if (scores.Length != AnchorsPerCell * rows * columns || sides.Length != 4 * scores.Length || points.Length != 10 * scores.Length)
            throw new ModelPackException($"The detector gave {scores.Length} anchors of {stride} px for {widthPx}x{heightPx}, "
                + $"there are {AnchorsPerCell * rows * columns}. Its manifest names wrong strides.");

        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] > minScore))
                continue;
            var cell = i / AnchorsPerCell;
            var (x, y) = ((double)(cell % columns * stride), (double)(cell / columns * stride));
            var side = sides.Slice(4 * i, 4);
            var point = points.Slice(10 * i, 10);
            var five = new PointPx[5];
            for (var p = 0; p < 5; p++)
                five[p] = new PointPx(x + point[2 * p] * stride, y + point[2 * p + 1] * stride);
            var box = new FaceBox(x - side[0] * stride, y - side[1] * stride, x + side[2] * stride, y + side[3] * stride);
            faces.Add(new DetectedFace(box, scores[i], FivePoints.From(five)));
        }
    }
}
