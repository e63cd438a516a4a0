using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// Networks that see the whole photo and give all faces at once. Those that know small faces only look again at reduced
/// copies, where large faces are small.
/// </summary>
internal sealed class OneStageDetector(ModelSession session, ChosenModel model, IFaceDecoder decoder, int longSidePx) : IFaceDetector
{
    /// <summary>Smaller faces in a reduced look are better seen in the first one. Pixels of the look.</summary>
    private const double SmallestInReducedLookPx = 40;

    private readonly InputTensor _tensor = new(model.Entry.Input);
    private readonly double _maxIoU = model.Threshold("nms");
    private readonly ModelSettings _settings = model.Entry.Options;
    private readonly int _multipleOf = model.Entry.Input.MultipleOf;

    public IReadOnlyList<DetectedFace> Detect(Raster upright)
    {
        var found = Look(upright, longSidePx, _settings.MinFace);
        foreach (var share in _settings.ReducedLooks)
        {
            var reducedPx = (int)(longSidePx * share);
            if (reducedPx < Math.Max(upright.WidthPx, upright.HeightPx))
                found = found.Concat(Look(upright, reducedPx, SmallestInReducedLookPx));
        }

        return NonMaxSuppression.Keep(found, _maxIoU);
    }

    private IEnumerable<DetectedFace> Look(Raster upright, int longSidePx, double smallestPx)
    {
        using var input = DetectorInput.From(upright, _tensor, longSidePx, _multipleOf);
        using var outputs = session.Run(input.Tensor, 1, 3, input.HeightPx, input.WidthPx);
        var (across, down) = (input.BackAcross, input.BackDown);
        return decoder.Decode(outputs, input.WidthPx, input.HeightPx)
            .Where(face => Math.Max(face.Box.WidthPx, face.Box.HeightPx) >= smallestPx)
            .Select(face => face.Scale(across, down));
    }
}
