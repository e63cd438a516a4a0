namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>
/// Where a head is turned, in degrees: the face looks yaw to the image's right and pitch down; before that it leans by roll,
/// positive clockwise in the image.
/// </summary>
public readonly record struct HeadPose(double YawDegrees, double PitchDegrees, double RollDegrees)
{
    // The five points on MediaPipe's canonical face (Apache-2.0; vertices 33/133 and 263/362 for the eyes, 1 nose tip, 61 and 291
    // mouth corners), in cm around their mean: x right, y down, z away from the viewer.
    internal static readonly (double X, double Y, double Z)[] Shape = Centred(
        (-3.151146, -2.624618, -3.465663), (3.151146, -2.624618, -3.465663), (0, 1.126865, -7.475604), (-2.456206, 4.342621, -4.283884),
        (2.456206, 4.342621, -4.283884));

    /// <summary>
    /// What a face that looks straight ahead reads with the shape above (median of 331 portraits of LFW): detectors put the nose
    /// point elsewhere on the nose than the shape does.
    /// </summary>
    internal const double StraightAheadDegrees = 3;

    /// <summary>
    /// The turn of a rigid face seen from afar (scaled orthographic projection, DeMenthon and Davis 1995): least squares from
    /// shape to image, then the nearest turn. Good to some 5 degrees, for faces differ from the shape.
    /// </summary>
    public static HeadPose From(FivePoints points)
    {
        var (right, down) = Project(points.ToArray());
        var (r, d) = Orthogonal(right, down);
        if (r.Length == 0)
            return default;

        // The face looks along -z of the shape; these are the image coordinates of that direction.
        var away = Cross(r, d);
        var (lookRight, lookDown) = (-r[2], -d[2]);
        return new HeadPose(
            Degrees(Math.Atan2(lookRight, Math.Abs(away[2]))),
            Degrees(Math.Asin(Math.Clamp(lookDown, -1, 1))) - StraightAheadDegrees,
            Degrees(Math.Atan2(d[0], d[1])));
    }

    // Rows u, v with u . shape = x and v . shape = y in the least squares sense. The shape is symmetric: x is independent of
    // y and z, which leaves one 2x2 system.
    private static (double[] Right, double[] Down) Project(PointPx[] points)
    {
        double xx = 0, yy = 0, zz = 0, yz = 0;
        double[] ofX = [0, 0, 0], ofY = [0, 0, 0];
        for (var i = 0; i < Shape.Length; i++)
        {
            var (x, y, z) = Shape[i];
            (xx, yy, zz, yz) = (xx + x * x, yy + y * y, zz + z * z, yz + y * z);
            ofX = [ofX[0] + x * points[i].X, ofX[1] + y * points[i].X, ofX[2] + z * points[i].X];
            ofY = [ofY[0] + x * points[i].Y, ofY[1] + y * points[i].Y, ofY[2] + z * points[i].Y];
        }

        var determinant = yy * zz - yz * yz;
        return (Solve(ofX), Solve(ofY));

        double[] Solve(double[] sums) =>
            [sums[0] / xx, (sums[1] * zz - sums[2] * yz) / determinant, (sums[2] * yy - sums[1] * yz) / determinant];
    }

    // Two unit rows at a right angle, as near to both as can be; empty when the points coincide.
    private static (double[] Right, double[] Down) Orthogonal(double[] right, double[] down)
    {
        if (Unit(right) is not { Length: 3 } u || Unit(down) is not { Length: 3 } v
            || Unit([u[0] + v[0], u[1] + v[1], u[2] + v[2]]) is not { Length: 3 } sum
            || Unit([u[0] - v[0], u[1] - v[1], u[2] - v[2]]) is not { Length: 3 } difference)
            return ([], []);
        return (Mix(1), Mix(-1));

        double[] Mix(int sign) => [.. sum.Zip(difference, (s, t) => (s + sign * t) / Math.Sqrt(2))];
    }

    private static double[] Unit(double[] a)
    {
        var length = Math.Sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
        return length > 1e-9 ? [a[0] / length, a[1] / length, a[2] / length] : [];
    }

    private static double[] Cross(double[] a, double[] b) =>
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

    private static double Degrees(double radians) => radians * 180 / Math.PI;

    private static (double X, double Y, double Z)[] Centred(params (double X, double Y, double Z)[] points)
    {
        var (x, y, z) = (points.Average(p => p.X), points.Average(p => p.Y), points.Average(p => p.Z));
        return [.. points.Select(p => (p.X - x, p.Y - y, p.Z - z))];
    }
}
