namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>How far a mouth is open: the distance of the lips' inner edges over that of the mouth's inner corners.</summary>
public static class MouthGap
{
    /// <param name="points">[196] or [136] x,y as in <see cref="Data.Face.Landmarks"/>.</param>
    /// <returns>Null for other sets of points.</returns>
    public static double? Of(ReadOnlySpan<float> points) => points.Length switch
    {
        2 * 98 => Distance(points, 90, 94) / Math.Max(1e-6, Distance(points, 88, 92)),
        2 * 68 => Distance(points, 62, 66) / Math.Max(1e-6, Distance(points, 60, 64)),
        _ => null,
    };

    private static double Distance(ReadOnlySpan<float> points, int a, int b) =>
        Math.Sqrt(Math.Pow(points[2 * a] - points[2 * b], 2) + Math.Pow(points[2 * a + 1] - points[2 * b + 1], 2));
}
