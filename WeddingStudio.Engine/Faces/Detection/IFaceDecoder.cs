using WeddingStudio.Engine.Inference;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>How a family of one-stage detectors writes faces into its outputs; one sealed class per family.</summary>
internal interface IFaceDecoder
{
    /// <summary>
    /// Faces above the score, in the network's order, in pixels of the tensor, which is
    /// <paramref name="widthPx"/> x <paramref name="heightPx"/>.
    /// </summary>
    List<DetectedFace> Decode(ModelOutputs outputs, int widthPx, int heightPx);
}
