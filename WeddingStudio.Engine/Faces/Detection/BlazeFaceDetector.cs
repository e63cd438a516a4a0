using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// BlazeFace (Bazarevsky et al. 2019; MediaPipe), front or back camera: a square input of fixed size, boxes and six points
/// decoded in the graph. Boxes that overlap become their mean, weighted by score. Blind for faces under a tenth of the photo.
/// </summary>
internal sealed class BlazeFaceDetector : IFaceDetector
{
    private const int PointCount = 6;

    /// <summary>Half the distance of the mouth's corners in distances of the eyes, as the template for alignment has it.</summary>
    private static readonly double HalfMouthPerEyes =
        FaceAlignment.Template.LeftMouth.DistanceTo(FaceAlignment.Template.RightMouth) / 2
        / FaceAlignment.Template.LeftEye.DistanceTo(FaceAlignment.Template.RightEye);

    private readonly ModelSession _session;
    private readonly InputTensor _tensor;
    private readonly int _sidePx;
    private readonly double _minScore;
    private readonly double _maxIoU;

    public BlazeFaceDetector(ModelSession session, ChosenModel model)
    {
        var input = model.Entry.Input;
        if (input.Width < 1 || input.Width != input.Height)
            throw new ModelPackException($"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs a square input: width and height. "
                + "Fix its manifest.");
        (_session, _tensor, _sidePx) = (session, new InputTensor(input), input.Width);
        (_minScore, _maxIoU) = (model.Threshold("score"), model.Threshold("nms"));
    }

    public IReadOnlyList<DetectedFace> Detect(Raster upright)
    {
        var longSidePx = Math.Max(upright.WidthPx, upright.HeightPx);
        var fitted = RasterResize.Resize(upright, Side(upright.WidthPx), Side(upright.HeightPx));
        var tensor = new float[3 * _sidePx * _sidePx];
        _tensor.Fill(fitted, tensor, _sidePx, _sidePx);
        using var outputs = _session.Run(tensor, 1, 3, _sidePx, _sidePx);
        return Blend(Candidates(outputs["boxes"], outputs["keypoints"], outputs["scores"], _minScore), _maxIoU, longSidePx);

        int Side(int px) => Math.Clamp((int)Math.Round(px * (double)_sidePx / longSidePx), 1, _sidePx);
    }

    /// <summary>One anchor that saw a face: [4 + 12] numbers, corners of the box and the six points, 0..1 of the input square.</summary>
    internal readonly record struct Candidate(double Score, double[] Numbers)
    {
        public FaceBox Box => new(Numbers[0], Numbers[1], Numbers[2], Numbers[3]);
    }

    private static List<Candidate> Candidates(
        ReadOnlySpan<float> boxes, ReadOnlySpan<float> points, ReadOnlySpan<float> scores, double minScore)
    {
        List<Candidate> found = [];
        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] >= minScore))
                continue;
            var numbers = new double[4 + 2 * PointCount];
            for (var k = 0; k < numbers.Length; k++)
                numbers[k] = k < 4 ? boxes[4 * i + k] : points[2 * PointCount * i + k - 4];
            found.Add(new Candidate(scores[i], numbers));
        }

        return found;
    }

    /// <summary>
    /// Weighted suppression: the best candidate and all that overlap it by more than
    /// <paramref name="maxIoU"/> become one; its score is their mean.
    /// </summary>
    internal static List<DetectedFace> Blend(List<Candidate> candidates, double maxIoU, double longSidePx)
    {
        List<DetectedFace> faces = [];
        var left = candidates.OrderByDescending(candidate => candidate.Score).ToList();
        while (left.Count > 0)
        {
            var best = left[0];
            var group = left.Where((candidate, i) => i == 0 || best.Box.IoU(candidate.Box) > maxIoU).ToList();
            left = [.. left.Where((candidate, i) => i > 0 && !(best.Box.IoU(candidate.Box) > maxIoU))];
            var weight = group.Sum(candidate => candidate.Score);
            var mean = Enumerable.Range(0, best.Numbers.Length)
                .Select(k => group.Sum(c => c.Score * c.Numbers[k]) / weight * longSidePx).ToArray();
            faces.Add(new DetectedFace(new FaceBox(mean[0], mean[1], mean[2], mean[3]), weight / group.Count, Five(mean.AsSpan(4))));
        }

        return faces;
    }

    /// <summary>
    /// Eyes, nose and the mouth's centre decide the alignment: the corners are put beside the centre, as far as the eyes tell.
    /// </summary>
    private static FivePoints Five(ReadOnlySpan<double> six)
    {
        PointPx leftEye = new(six[0], six[1]), rightEye = new(six[2], six[3]), mouth = new(six[6], six[7]);
        var (across, down) = ((rightEye.X - leftEye.X) * HalfMouthPerEyes, (rightEye.Y - leftEye.Y) * HalfMouthPerEyes);
        return new FivePoints(leftEye, rightEye, new(six[4], six[5]), new(mouth.X - across, mouth.Y - down),
            new(mouth.X + across, mouth.Y + down));
    }
}
