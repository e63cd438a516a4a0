using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces.Detection;

/// <summary>
/// What a detector found: box (may reach over the picture's edge), score 0..1 and five points, in pixels of the picture it was given.
/// </summary>
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

    /// <summary>
    /// Found in a copy that was turned clockwise by some quarters: where it is in the picture itself, which is
    /// <paramref name="widthPx"/> x <paramref name="heightPx"/>.
    /// </summary>
    public DetectedFace TurnedBack(int quarters, int widthPx, int heightPx)
    {
        var (a, b) = (Back(new PointPx(Box.X1, Box.Y1)), Back(new PointPx(Box.X2, Box.Y2)));
        return new(new FaceBox(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)), Score, Points.Map(Back));

        PointPx Back(PointPx point) => quarters switch
        {
            1 => new PointPx(point.Y, heightPx - point.X),
            2 => new PointPx(widthPx - point.X, heightPx - point.Y),
            _ => new PointPx(widthPx - point.Y, point.X),
        };
    }
}
