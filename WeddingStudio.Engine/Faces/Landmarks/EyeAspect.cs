namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>
/// How far an eye is open: lid distance over eye width (Soukupova and Cech 2016), with as many lid pairs as the set of points
/// has. Below .10 closed, above .17 open, laughing eyes .15 to .22 (measured on this project's models, 98 points).
/// </summary>
public static class EyeAspect
{
    /// <summary>Image-left and image-right eye from the points of a face: 68 iBUG, 98 WFLW or 106 InsightFace.</summary>
    public static (double Left, double Right) Of(ReadOnlySpan<PointPx> points)
    {
        var (left, right) = EyePoints.Among(points.Length);
        return (Ratio(points, left.Outline), Ratio(points, right.Outline));
    }

    private static double Ratio(ReadOnlySpan<PointPx> points, int[] outline)
    {
        var half = outline.Length / 2;
        var width = points[outline[0]].DistanceTo(points[outline[half]]);
        var lids = 0.0;
        for (var i = 1; i < half; i++)
            lids += points[outline[i]].DistanceTo(points[outline[^i]]);
        return width > 0 ? lids / ((half - 1) * width) : 0;
    }
}
