using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>A family of detectors; one sealed class per family, chosen by the manifest's `decoder`.</summary>
public interface IFaceDetector
{
    /// <summary>All faces of an upright picture, best first. Safe to call from many threads at once.</summary>
    IReadOnlyList<DetectedFace> Detect(Raster upright);
}
