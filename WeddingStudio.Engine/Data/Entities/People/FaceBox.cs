namespace WeddingStudio.Engine.Data;

/// <summary>An axis-parallel face box in pixels of the upright full-size photo; (X1,Y1) is the top left corner.</summary>
public readonly record struct FaceBox(double X1, double Y1, double X2, double Y2)
{
    public double WidthPx => X2 - X1;
    public double HeightPx => Y2 - Y1;
    public double CentreX => (X1 + X2) / 2;
    public double CentreY => (Y1 + Y2) / 2;
    public double Area => Math.Max(0, WidthPx) * Math.Max(0, HeightPx);

    /// <summary>Intersection over union, 0..1; 0 when either box is empty.</summary>
    public double IoU(FaceBox other) => Shared(other) is > 0 and var shared ? shared / (Area + other.Area - shared) : 0;

    /// <summary>Intersection over the smaller box, 0..1: a box within another one has all of it. 0 when either box is empty.</summary>
    public double ShareOfSmaller(FaceBox other) => Shared(other) is > 0 and var shared ? shared / Math.Min(Area, other.Area) : 0;

    private double Shared(FaceBox other)
    {
        var width = Math.Min(X2, other.X2) - Math.Max(X1, other.X1);
        var height = Math.Min(Y2, other.Y2) - Math.Max(Y1, other.Y1);
        return width > 0 && height > 0 ? width * height : 0;
    }

    public FaceBox Scale(double factor) => new(X1 * factor, Y1 * factor, X2 * factor, Y2 * factor);
}
