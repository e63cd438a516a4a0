using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>What a detector found: box (may reach over the picture's edge), score 0..1 and five points, in pixels of the picture it was given.</summary>
public sealed record DetectedFace(FaceBox Box, double Score, FivePoints Points)
{
    public DetectedFace Scale(double across, double down) => new(
        new FaceBox(Box.X1 * across, Box.Y1 * down, Box.X2 * across, Box.Y2 * down),
        Score,
        Points.Map(point => new PointPx(point.X * across, point.Y * down)));

    public DetectedFace Move(double across, double down) => new(
        new FaceBox(Box.X1 + across, Box.Y1 + down, Box.X2 + across, Box.Y2 + down),
        Score,
        Points.Map(point => new PointPx(point.X + across, point.Y + down)));
}
