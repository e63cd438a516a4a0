using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>RetinaFace (Deng et al. 2019): anchors of set sizes on a grid per stride, each with score, box and five points.</summary>
internal sealed class RetinaFaceDecoder(ChosenModel model) : IFaceDecoder
{
    private readonly Anchors _anchors = Anchors.From(model.Entry);
    private readonly double _minScore = model.Threshold("score");

    public List<DetectedFace> Decode(ModelOutputs outputs, int widthPx, int heightPx) =>
        Decode(outputs["loc"], outputs["conf"], outputs["landms"], widthPx, heightPx, _anchors, _minScore);

    /// <summary>Faces above the score, in anchor order: by stride, row, column, size.</summary>
    /// <param name="boxes">[anchors, 4] offset of the centre and logarithm of the size, in variances.</param>
    /// <param name="scores">[anchors, 2] softmax, the second is "face".</param>
    /// <param name="points">[anchors, 10] offsets of the points, in variances.</param>
    internal static List<DetectedFace> Decode(
        ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, ReadOnlySpan<float> points,
        int widthPx, int heightPx, Anchors anchors, double minScore)
    {
        List<DetectedFace> faces = [];
        var i = 0;
        for (var level = 0; level < anchors.Strides.Count; level++)
        {
            var stride = anchors.Strides[level];
            var (columns, rows) = ((widthPx + stride - 1) / stride, (heightPx + stride - 1) / stride);
            for (var cell = 0; cell < rows * columns; cell++)
            {
                var centre = new PointPx((cell % columns + .5) * stride, (cell / columns + .5) * stride);
                foreach (var sizePx in anchors.SizesPx[level])
                {
                    if (scores[2 * i + 1] > minScore)
                        faces.Add(DecodeOne(boxes.Slice(4 * i, 4), scores[2 * i + 1], points.Slice(10 * i, 10), centre, sizePx, anchors));
                    i++;
                }
            }
        }

        return 2 * i == scores.Length ? faces : throw new ModelPackException(
            $"The detector gave {scores.Length / 2} anchors for {widthPx}x{heightPx}, its manifest's strides and sizes make {i}.");
    }

    private static DetectedFace DecodeOne(
        ReadOnlySpan<float> box, double score, ReadOnlySpan<float> points, PointPx centre, int sizePx, Anchors anchors)
    {
        var step = anchors.CentreVariance * sizePx;
        var (x, y) = (centre.X + box[0] * step, centre.Y + box[1] * step);
        var halfWidth = sizePx * Math.Exp(box[2] * anchors.SizeVariance) / 2;
        var halfHeight = sizePx * Math.Exp(box[3] * anchors.SizeVariance) / 2;
        var five = new PointPx[5];
        for (var p = 0; p < 5; p++)
            five[p] = new PointPx(centre.X + points[2 * p] * step, centre.Y + points[2 * p + 1] * step);
        return new DetectedFace(new FaceBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight), score, FivePoints.From(five));
    }

    /// <summary>Where anchors sit and how large they are; SizesPx has one list per stride.</summary>
    internal sealed record Anchors(
        IReadOnlyList<int> Strides, IReadOnlyList<IReadOnlyList<int>> SizesPx, double CentreVariance, double SizeVariance)
    {
        public static Anchors From(ModelEntry model)
        {
            var options = model.Options;
            return options.Strides.Count > 0 && options.MinSizes.Count == options.Strides.Count && options.Variances.Count == 2
                ? new Anchors(options.Strides, options.MinSizes, options.Variances[0], options.Variances[1])
                : throw new ModelPackException($"Detector '{model.Name}' needs strides, a list of minSizes for each and two variances. "
                    + "Fix its manifest.");
        }
    }
}
