namespace WeddingStudio.Engine.Faces.Alignment;

/// <summary>Scale, turn and shift in the plane: x' = A x - B y + ShiftX, y' = B x + A y + ShiftY.</summary>
public readonly record struct Similarity(double A, double B, double ShiftX, double ShiftY)
{
    public double Scale => Math.Sqrt(A * A + B * B);

    public PointPx Map(PointPx p) => new(A * p.X - B * p.Y + ShiftX, B * p.X + A * p.Y + ShiftY);

    /// <summary>The way back; only for a scale above 0.</summary>
    public Similarity Inverse()
    {
        var square = A * A + B * B;
        var (a, b) = (A / square, -B / square);
        return new(a, b, b * ShiftY - a * ShiftX, -b * ShiftX - a * ShiftY);
    }

    /// <summary>
    /// The same for a picture that begins at a place of the photo and in which squares of its pixels became one; pixel centres lie at
    /// whole numbers, and the value of a square belongs to its middle.
    /// </summary>
    public Similarity From(int left, int top, int shrink)
    {
        var middle = (shrink - 1) / 2.0;
        var corner = Map(new PointPx(left + middle, top + middle));
        return new(A * shrink, B * shrink, corner.X, corner.Y);
    }

    /// <summary>
    /// Least squares without reflection (Umeyama 1991; in the plane it has this closed form). Points that all
    /// coincide have no turn and no scale: A and B are 0 then.
    /// </summary>
    public static Similarity Fit(ReadOnlySpan<PointPx> from, ReadOnlySpan<PointPx> to)
    {
        var (fromMean, toMean) = (Mean(from), Mean(to));
        double along = 0, across = 0, spread = 0;
        for (var i = 0; i < from.Length; i++)
        {
            var (x, y) = (from[i].X - fromMean.X, from[i].Y - fromMean.Y);
            var (u, v) = (to[i].X - toMean.X, to[i].Y - toMean.Y);
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }

        var (a, b) = spread > 0 ? (along / spread, across / spread) : (0, 0);
        return new(a, b, toMean.X - a * fromMean.X + b * fromMean.Y, toMean.Y - b * fromMean.X - a * fromMean.Y);
    }

    private static PointPx Mean(ReadOnlySpan<PointPx> points)
    {
        double x = 0, y = 0;
        foreach (var point in points)
            (x, y) = (x + point.X, y + point.Y);
        return new(x / points.Length, y / points.Length);
    }
}
