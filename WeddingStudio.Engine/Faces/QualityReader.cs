using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Photos;

namespace WeddingStudio.Engine.Faces;

/// <summary>Models that judge how fit a face is for recognition from what is in its box, stretched to a square; the mean of ten answers, 0..1.</summary>
internal sealed class QualityReader
{
    private const int Answers = 10;

    private readonly CropModel _model;
    private readonly double _good;

    public QualityReader(ModelSession session, ChosenModel model, int facesAtOnce)
    {
        if (model.Entry is not { Decoder: "fqa", Input: { Width: > 0, Height: > 0, Crop.Kind: "box" } })
            throw new ModelPackException($"Quality model '{model.Entry.Name}' in '{model.Pack.Folder}' needs decoder fqa, width, height and a box crop. Mend its manifest.");
        _model = new CropModel(session, model.Entry.Input, facesAtOnce);
        _good = model.Threshold("good");
    }

    /// <summary>[faces] 0..1, by boxes that lie within the photo.</summary>
    public double[] Read(Raster photo, IReadOnlyList<FaceBox> boxes) =>
        [.. _model.Run([.. boxes.Select(box => Cut(photo, box))], Answers).Select(answers => (double)answers.Average())];

    /// <summary>The share a face's quality is multiplied by: whatever the model calls good is not worth less.</summary>
    public double ShareOf(double quality) => Math.Clamp(quality / _good, 0, 1);

    private Raster Cut(Raster photo, FaceBox box)
    {
        var (left, top) = ((int)box.X1, (int)box.Y1);
        return RasterResize.Resize(photo.Part(left, top, Math.Max(1, (int)box.X2 - left), Math.Max(1, (int)box.Y2 - top)), _model.WidthPx, _model.HeightPx);
    }
}
