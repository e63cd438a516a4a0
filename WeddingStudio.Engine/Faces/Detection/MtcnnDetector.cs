using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// MTCNN (Zhang et al. 2016): a small network proposes windows of 12 pixels on a pyramid of the photo, a second one sorts
/// them out at 24 pixels, a third one decides at 48 and gives the points. The conventions of pixels (from 1, ends included)
/// are those of the original.
/// </summary>
internal sealed class MtcnnDetector : IFaceDetector
{
    private const int WindowPx = 12;
    private const int CellPx = 2;

    /// <summary>Overlaps of the original: within one size of the pyramid, and everywhere else.</summary>
    private const double MaxIoUOfOneSize = .5;
    private const double MaxIoU = .7;

    private readonly ModelSession _proposals;
    private readonly InputTensor _tensor;
    private readonly CropModel _refinement;
    private readonly CropModel _output;
    private readonly double[] _minScores;
    private readonly double _factor;
    private readonly int _minFacePx;
    private readonly int _longSidePx;

    public MtcnnDetector(SessionFactory sessions, ChosenModel model, FacesOptions options)
    {
        var (input, settings) = (model.Entry.Input, model.Entry.Options);
        if (settings.MinFace < 1 || settings.Factor is not (> 0 and < 1))
            throw new ModelPackException($"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs minFace (pixels) and a factor "
                + "between 0 and 1. Fix its manifest.");
        _proposals = sessions.Open(model, "pnet");
        _tensor = new InputTensor(input);
        _refinement = new CropModel(sessions.Open(model, "rnet"), input with { Width = 24, Height = 24 }, options.FacesAtOnce);
        _output = new CropModel(sessions.Open(model, "onet"), input with { Width = 48, Height = 48 }, options.FacesAtOnce);
        _minScores = [model.Threshold("pnet"), model.Threshold("rnet"), model.Threshold("onet")];
        (_factor, _minFacePx, _longSidePx) = (settings.Factor, settings.MinFace, options.LongSidePx);
    }

    public IReadOnlyList<DetectedFace> Detect(Raster upright)
    {
        var photo = RasterResize.FitWithin(upright, _longSidePx);
        var (across, down) = ((double)upright.WidthPx / photo.WidthPx, (double)upright.HeightPx / photo.HeightPx);
        var faces = Decide(photo, Refine(photo, Propose(photo)));
        return [.. faces.OrderByDescending(face => face.Score).Select(face => face.Scale(across, down))];
    }

    /// <summary>A box in the making; Shift is what the network wants each side moved by, in sizes of the box.</summary>
    private readonly record struct Window(FaceBox Box, double Score, FaceBox Shift)
    {
        /// <param name="endsIncluded">1 where the sides' last pixel belongs to the box.</param>
        public FaceBox Moved(double endsIncluded)
        {
            var (width, height) = (Box.WidthPx + endsIncluded, Box.HeightPx + endsIncluded);
            return new(Box.X1 + Shift.X1 * width, Box.Y1 + Shift.Y1 * height, Box.X2 + Shift.X2 * width, Box.Y2 + Shift.Y2 * height);
        }
    }

    private List<FaceBox> Propose(Raster photo)
    {
        List<Window> all = [];
        var scale = (double)WindowPx / _minFacePx;
        for (var shortSide = Math.Min(photo.WidthPx, photo.HeightPx) * scale; shortSide >= WindowPx; shortSide *= _factor, scale *= _factor)
            all.AddRange(Keep(ProposeAt(photo, scale), MaxIoUOfOneSize));
        return [.. Keep(all, MaxIoU).Select(window => Square(window.Moved(endsIncluded: 0)))];
    }

    private List<Window> ProposeAt(Raster photo, double scale)
    {
        var shrunk = RasterResize.Resize(photo, (int)(photo.WidthPx * scale + 1), (int)(photo.HeightPx * scale + 1));
        var tensor = new float[3 * shrunk.WidthPx * shrunk.HeightPx];
        _tensor.Fill(shrunk, tensor, shrunk.WidthPx, shrunk.HeightPx);
        using var outputs = _proposals.Run(tensor, 1, 3, shrunk.HeightPx, shrunk.WidthPx);
        var scores = outputs["prob"];
        var shifts = outputs["reg"];
        var columns = (int)outputs.ShapeOf("prob")[3];
        var cells = scores.Length / 2;
        List<Window> windows = [];
        for (var cell = 0; cell < cells; cell++)
        {
            var score = scores[cells + cell];
            if (!(score >= _minScores[0]))
                continue;
            var (x, y) = (CellPx * (cell % columns), CellPx * (cell / columns));
            windows.Add(new Window(
                new FaceBox(Math.Floor((x + 1) / scale), Math.Floor((y + 1) / scale), Math.Floor((x + WindowPx) / scale),
                    Math.Floor((y + WindowPx) / scale)),
                score,
                new FaceBox(shifts[cell], shifts[cells + cell], shifts[2 * cells + cell], shifts[3 * cells + cell])));
        }

        return windows;
    }

    private List<FaceBox> Refine(Raster photo, List<FaceBox> proposed)
    {
        List<Window> windows = [];
        Run(_refinement, photo, proposed, (box, outputs, i) =>
        {
            if (outputs["prob"][2 * i + 1] > _minScores[1])
                windows.Add(new Window(box, outputs["prob"][2 * i + 1], ShiftOf(outputs["reg"], i)));
        });
        return [.. Keep(windows, MaxIoU).Select(window => Square(window.Moved(endsIncluded: 1)))];
    }

    private List<DetectedFace> Decide(Raster photo, List<FaceBox> refined)
    {
        List<DetectedFace> faces = [];
        Run(_output, photo, refined, (box, outputs, i) =>
        {
            var score = outputs["prob"][2 * i + 1];
            if (!(score > _minScores[2]))
                return;
            var points = outputs["landmarks"].Slice(10 * i, 10);
            var (width, height) = (box.WidthPx + 1, box.HeightPx + 1);
            var five = new PointPx[5];
            for (var p = 0; p < 5; p++)
                five[p] = new PointPx(width * points[p] + box.X1 - 1, height * points[5 + p] + box.Y1 - 1);
            faces.Add(new DetectedFace(new Window(box, score, ShiftOf(outputs["reg"], i)).Moved(endsIncluded: 1),
                score, FivePoints.From(five)));
        });
        return NonMaxSuppression.Keep(faces, face => face.Score, (a, b) => EndsIncluded(a.Box).ShareOfSmaller(EndsIncluded(b.Box)), MaxIoU);
    }

    private static FaceBox ShiftOf(ReadOnlySpan<float> shifts, int i) =>
        new(shifts[4 * i], shifts[4 * i + 1], shifts[4 * i + 2], shifts[4 * i + 3]);

    private static List<Window> Keep(List<Window> windows, double maxIoU) =>
        NonMaxSuppression.Keep(windows, window => window.Score, (a, b) => a.Box.IoU(b.Box), maxIoU);

    private static void Run(CropModel model, Raster photo, List<FaceBox> boxes, Action<FaceBox, ModelOutputs, int> read)
    {
        List<FaceBox> used = [];
        List<Raster> crops = [];
        foreach (var box in boxes)
        {
            var (left, top) = (Math.Max((int)box.X1, 1) - 1, Math.Max((int)box.Y1, 1) - 1);
            var (right, bottom) = (Math.Min((int)box.X2, photo.WidthPx), Math.Min((int)box.Y2, photo.HeightPx));
            if (right <= left || bottom <= top)
                continue;
            used.Add(box);
            crops.Add(RasterResize.Resize(photo.Part(left, top, right - left, bottom - top), model.WidthPx, model.HeightPx));
        }

        model.Run(crops, (outputs, first, count) =>
        {
            for (var i = 0; i < count; i++)
                read(used[first + i], outputs, i);
        });
    }

    private static FaceBox Square(FaceBox box)
    {
        var side = Math.Max(box.WidthPx, box.HeightPx);
        var (x, y) = (box.X1 + (box.WidthPx - side) / 2, box.Y1 + (box.HeightPx - side) / 2);
        return new(x, y, x + side, y + side);
    }

    /// <summary>The box with its last column and row, as the original counts pixels.</summary>
    private static FaceBox EndsIncluded(FaceBox box) => box with { X2 = box.X2 + 1, Y2 = box.Y2 + 1 };
}
