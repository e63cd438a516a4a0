using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Engine.Faces.Detection;

public static class Detectors
{
    /// <summary>The detector of a chosen model. Throws <see cref="ModelPackException"/> for a family this program does not know.</summary>
    public static IFaceDetector Open(ChosenModel model, SessionFactory sessions, FacesOptions options) => model.Entry.Decoder switch
    {
        "retinaface" => new RetinaFaceDetector(sessions.Open(model), model, options.LongSidePx),
        "yunet" => new YuNetDetector(sessions.Open(model), model, options.LongSidePx),
        var unknown => throw new ModelPackException(
            $"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs the decoder '{unknown}'; this program knows: retinaface, yunet."),
    };
}
