using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Faces.Detection;

public static class Detectors
{
    /// <summary>The detector of a chosen model. Throws <see cref="ModelPackException"/> for a family this program does not know.</summary>
    public static IFaceDetector Open(ChosenModel model, SessionFactory sessions, FacesOptions options)
    {
        return model.Entry.Decoder switch
        {
            "retinaface" => OneStage(new RetinaFaceDecoder(model)),
            "scrfd" => OneStage(new ScrfdDecoder(model)),
            "yolov8-face" => OneStage(new YoloV8Decoder(model)),
            "yunet" => OneStage(new YuNetDecoder(model)),
            "blazeface" => new BlazeFaceDetector(sessions.Open(model), model),
            "mtcnn" => new MtcnnDetector(sessions, model, options),
            var unknown => throw new ModelPackException(
                $"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs the decoder '{unknown}'; this program knows: "
                + "blazeface, mtcnn, retinaface, scrfd, yolov8-face, yunet."),
        };

        OneStageDetector OneStage(IFaceDecoder decoder) => new(sessions.Open(model), model, decoder, options.LongSidePx);
    }

    /// <summary>The manifest's strides, for families whose input must be whole multiples of them.</summary>
    internal static IReadOnlyList<int> StridesOfInput(this ChosenModel model)
    {
        var strides = model.Entry.Options.Strides;
        return strides.Count > 0 && strides.All(stride => stride >= 1 && model.Entry.Input.MultipleOf % stride == 0)
            ? strides
            : throw new ModelPackException($"Detector '{model.Entry.Name}' in '{model.Pack.Folder}' needs strides that divide its input's "
                + "multipleOf. Fix its manifest.");
    }
}
