namespace WeddingStudio.Engine.Faces;

/// <summary>
/// The five points every detector gives. Left and right are those of the image when the face is upright, not of the person.
/// </summary>
public readonly record struct FivePoints(PointPx LeftEye, PointPx RightEye, PointPx Nose, PointPx LeftMouth, PointPx RightMouth)
{
    public PointPx[] ToArray() => [LeftEye, RightEye, Nose, LeftMouth, RightMouth];

    /// <summary>How far the head leans, positive clockwise: from between the eyes to between the corners of the mouth is down.</summary>
    public double LeanRadians =>
        Math.Atan2(LeftEye.X + RightEye.X - LeftMouth.X - RightMouth.X, LeftMouth.Y + RightMouth.Y - LeftEye.Y - RightEye.Y);

    /// <summary>The nearest number of quarter turns, 0..3 clockwise: how a face lies in a photo that lies on its side.</summary>
    public int QuarterLean => ((int)Math.Round(LeanRadians / (Math.PI / 2)) + 4) % 4;

    /// <summary>What crops for models that know upright faces must lean by.</summary>
    public double QuarterLeanRadians => QuarterLean * (Math.PI / 2);

    /// <summary>The points as they lie when the picture is turned back by <see cref="QuarterLean"/>, about the origin.</summary>
    public FivePoints Upright() => QuarterLean switch
    {
        1 => Map(point => new PointPx(point.Y, -point.X)),
        2 => Map(point => new PointPx(-point.X, -point.Y)),
        3 => Map(point => new PointPx(-point.Y, point.X)),
        _ => this,
    };

    /// <summary>[10] x,y in the order of the members.</summary>
    public float[] ToFlat() => [.. ToArray().SelectMany(point => new[] { (float)point.X, (float)point.Y })];

    public static FivePoints FromFlat(float[] flat) =>
        From([.. Enumerable.Range(0, 5).Select(i => new PointPx(flat[2 * i], flat[2 * i + 1]))]);

    public static FivePoints From(IReadOnlyList<PointPx> points) => new(points[0], points[1], points[2], points[3], points[4]);

    /// <summary>The points on the way from these to others, 0 = these.</summary>
    public FivePoints Towards(FivePoints other, double share) =>
        From([.. ToArray().Zip(other.ToArray(), (a, b) => new PointPx(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y)))]);

    public FivePoints Map(Func<PointPx, PointPx> to) => new(to(LeftEye), to(RightEye), to(Nose), to(LeftMouth), to(RightMouth));
}
