namespace WeddingStudio.Drawn.Day;

/// <summary>A place on the canvas, in units: every canvas is 1000 units high, x to the right, y down.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator -(Spot a, Spot b) => new(a.X - b.X, a.Y - b.Y);

    public static Spot operator *(Spot a, double factor) => new(a.X * factor, a.Y * factor);

    public Spot Towards(Spot other, double share) => this + (other - this) * share;

    public double Length => Math.Sqrt(X * X + Y * Y);
}
