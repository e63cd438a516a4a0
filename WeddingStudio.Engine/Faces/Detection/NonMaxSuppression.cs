using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces.Detection;

internal static class NonMaxSuppression
{
    /// <summary>Of boxes that overlap by more than <paramref name="maxIoU"/> only the best scored stays; equal scores keep their order.</summary>
    public static List<DetectedFace> Keep(IEnumerable<DetectedFace> faces, double maxIoU)
    {
        List<DetectedFace> kept = [];
        foreach (var face in faces.OrderByDescending(face => face.Score))
        {
            if (kept.TrueForAll(better => better.Box.IoU(face.Box) <= maxIoU))
                kept.Add(face);
        }

        return kept;
    }
}
