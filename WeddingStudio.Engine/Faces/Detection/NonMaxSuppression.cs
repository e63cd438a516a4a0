namespace WeddingStudio.Engine.Faces.Detection;

internal static class NonMaxSuppression
{
    /// <summary>
    /// Of boxes that overlap by more than <paramref name="maxIoU"/> only the best scored stays; equal scores keep their order.
    /// </summary>
    public static List<DetectedFace> Keep(IEnumerable<DetectedFace> faces, double maxIoU) =>
        Keep(faces, face => face.Score, (a, b) => a.Box.IoU(b.Box), maxIoU);

    /// <summary>The same for anything that has a score and overlaps.</summary>
    public static List<T> Keep<T>(IEnumerable<T> found, Func<T, double> score, Func<T, T, double> overlap, double mostOverlap)
    {
        List<T> kept = [];
        foreach (var one in found.OrderByDescending(score))
        {
            if (kept.TrueForAll(better => overlap(better, one) <= mostOverlap))
                kept.Add(one);
        }

        return kept;
    }
}
