using System.Numerics.Tensors;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// YOLOv8-face: every cell of a grid per stride gives how far it is to the four sides of the box, each as a distribution over
/// whole cells (distribution focal loss, Li et al. 2020), a face score and five points with their visibility.
/// </summary>
internal sealed class YoloV8Decoder : IFaceDecoder
{
    private const int Sides = 4;
    private const int PointCount = 5;

    private readonly IReadOnlyList<int> _strides;
    private readonly int _bins;
    private readonly double _minScore;

    public YoloV8Decoder(ChosenModel model)
    {
        _strides = model.StridesOfInput();
        _bins = model.Entry.Options.DflBins;
        if (_bins < 2)
            throw new ModelPackException($"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs dflBins, "
                + "the length of each side's distribution (16 as a rule). Fix its manifest.");
        _minScore = model.Threshold("score");
    }

    public List<DetectedFace> Decode(ModelOutputs outputs, int widthPx, int heightPx)
    {
        List<DetectedFace> found = [];
        for (var i = 0; i < _strides.Count; i++)
            Decode(outputs[i], _strides[i], widthPx, heightPx, _bins, _minScore, found);
        return found;
    }

    /// <summary>Adds the faces of one stride above the score, by row and column.</summary>
    /// <param name="values">[4 bins + 1 + 15, rows, columns]: logits of left, top, right, bottom; the face's
    /// logit; x, y, visibility of each point.</param>
    internal static void Decode(
        ReadOnlySpan<float> values, int stride, int widthPx, int heightPx, int bins, double minScore, List<DetectedFace> faces)
    {
        var (columns, rows) = (widthPx / stride, heightPx / stride);
        var cells = columns * rows;
        var channels = Sides * bins + 1 + 3 * PointCount;
        if (values.Length != channels * cells)
            throw new ModelPackException($"The detector gave {values.Length} numbers for stride {stride} of {widthPx}x{heightPx}, "
                + $"its manifest makes {channels} x {cells}.");

        var scores = values.Slice(Sides * bins * cells, cells);
        for (var cell = 0; cell < cells; cell++)
        {
            var score = 1 / (1 + Math.Exp(-scores[cell]));
            if (score > minScore)
                faces.Add(DecodeOne(values, cell, cells, bins, score, cell % columns, cell / columns, stride));
        }
    }

    private static DetectedFace DecodeOne(
        ReadOnlySpan<float> values, int cell, int cells, int bins, double score, int column, int row, int stride)
    {
        Span<float> logits = stackalloc float[bins];
        Span<double> sides = stackalloc double[Sides];
        for (var side = 0; side < Sides; side++)
        {
            for (var bin = 0; bin < bins; bin++)
                logits[bin] = values[(side * bins + bin) * cells + cell];
            TensorPrimitives.SoftMax<float>(logits, logits);
            for (var bin = 1; bin < bins; bin++)
                sides[side] += bin * (double)logits[bin];
        }

        var five = new PointPx[PointCount];
        for (var p = 0; p < PointCount; p++)
        {
            var at = (Sides * bins + 1 + 3 * p) * cells + cell;
            five[p] = new PointPx((2 * values[at] + column) * stride, (2 * values[at + cells] + row) * stride);
        }

        var (x, y) = (column + .5, row + .5);
        return new DetectedFace(
            new FaceBox((x - sides[0]) * stride, (y - sides[1]) * stride, (x + sides[2]) * stride, (y + sides[3]) * stride),
            score, FivePoints.From(five));
    }
}
