namespace WeddingStudio.Engine.Faces;

/// <summary>The five points every detector gives. Left and right are those of the image, not of the person.</summary>
public readonly record struct FivePoints(PointPx LeftEye, PointPx RightEye, PointPx Nose, PointPx LeftMouth, PointPx RightMouth)
{
    public PointPx[] ToArray() => [LeftEye, RightEye, Nose, LeftMouth, RightMouth];

    /// <summary>How far the head leans, positive clockwise: from between the eyes to between the corners of the mouth is down.</summary>
    public double LeanRadians => Math.Atan2(LeftEye.X + RightEye.X - LeftMouth.X - RightMouth.X, LeftMouth.Y + RightMouth.Y - LeftEye.Y - RightEye.Y);

    /// <summary>The nearest quarter turn: what crops for models that know upright faces must lean by when a photo lies on its side.</summary>
    public double QuarterLeanRadians => Math.Round(LeanRadians / (Math.PI / 2)) * (Math.PI / 2);

    /// <summary>[10] x,y in the order of the members.</summary>
    public float[] ToFlat() => [.. ToArray().SelectMany(point => new[] { (float)point.X, (float)point.Y })];

    public static FivePoints From(IReadOnlyList<PointPx> points) => new(points[0], points[1], points[2], points[3], points[4]);

    /// <summary>The points on the way from these to others, 0 = these.</summary>
    public FivePoints Towards(FivePoints other, double share) =>
        From([.. ToArray().Zip(other.ToArray(), (a, b) => new PointPx(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y)))]);

    public FivePoints Map(Func<PointPx, PointPx> to) => new(to(LeftEye), to(RightEye), to(Nose), to(LeftMouth), to(RightMouth));
}
