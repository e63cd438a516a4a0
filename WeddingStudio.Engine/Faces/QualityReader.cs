using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces;

/// <summary>
/// Models that judge how fit a face is for recognition from what is in its box, stretched to a square; the mean of ten answers, 0..1.
/// </summary>
internal sealed class QualityReader
{
    private const int Answers = 10;

    private readonly CropModel _model;
    private readonly double _good;

    public QualityReader(ModelSession session, ChosenModel model, int facesAtOnce)
    {
        if (model.Entry is not { Decoder: ModelSet.QualityDecoder, Input: { Width: > 0, Height: > 0, Crop.Kind: "box" } })
            throw new ModelPackException($"Quality model '{model.Entry.Name}' in '{model.Pack.Folder}' needs decoder fqa, width, "
                + "height and a box crop. Fix its manifest.");
        _model = new CropModel(session, model.Entry.Input, facesAtOnce);
        _good = model.Threshold("good");
        if (!(_good > 0))
            throw new ModelPackException($"Quality model '{model.Entry.Name}' in '{model.Pack.Folder}' needs a threshold 'good' above 0. "
                + "Fix its manifest.");
    }

    /// <summary>
    /// [faces] 0..1, by boxes that lie within the photo and how far each lies on its side (<see cref="FivePoints.QuarterLean"/>).
    /// </summary>
    public double[] Read(PhotoPixels photo, IReadOnlyList<(FaceBox Box, int QuarterLean)> faces) =>
    [
        .. _model.Run([.. faces.Select(face => Cut(photo, face.Box, face.QuarterLean))], Answers)
            .Select(answers => (double)answers.Average()),
    ];

    /// <summary>The share a face's quality is multiplied by: whatever the model calls good is not worth less.</summary>
    public double ShareOf(double quality) => double.IsFinite(quality) ? Math.Clamp(quality / _good, 0, 1) : 0;

    private Raster Cut(PhotoPixels photo, FaceBox box, int quarterLean)
    {
        var (left, top) = ((int)box.X1, (int)box.Y1);
        var area = new PixelRect(left, top, Math.Max(1, (int)box.X2 - left), Math.Max(1, (int)box.Y2 - top));
        var level = photo.LevelFor(area, (double)Math.Max(area.WidthPx, area.HeightPx) / Math.Max(_model.WidthPx, _model.HeightPx));
        return quarterLean == 0 ? RasterResize.Resize(level.Raster, level.PixelsOf(area), _model.WidthPx, _model.HeightPx)
            : RasterResize.Resize(level.Part(area).Raster.Turned(4 - quarterLean), _model.WidthPx, _model.HeightPx);
    }
}
