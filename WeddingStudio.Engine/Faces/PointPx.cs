namespace WeddingStudio.Engine.Faces;

/// <summary>A point in pixels; whole numbers are pixel positions as OpenCV counts them.</summary>
public readonly record struct PointPx(double X, double Y)
{
    public double DistanceTo(PointPx other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
