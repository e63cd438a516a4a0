using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Scores;

/// <summary>How the face sits in the frame: size, rule of thirds, whole, with room above the head.</summary>
public static class CompositionScore
{
    /// <summary>
    /// Where eyes sit well, in shares of the frame: the four crossings of the thirds, and centred
    /// on the upper third for portraits and groups.
    /// </summary>
    private static readonly (double X, double Y)[] _anchors =
        [(1 / 3.0, 1 / 3.0), (2 / 3.0, 1 / 3.0), (1 / 3.0, 2 / 3.0), (2 / 3.0, 2 / 3.0), (.5, 1 / 3.0)];

    /// <summary>The farthest a point of the frame can be from the nearest anchor: a corner.</summary>
    private const double FarthestFromAnchor = .4714;

    /// <param name="points">[10] the five points; the first two are the eyes.</param>
    public static double Of(FaceBox box, float[] points, int widthPx, int heightPx) =>
        .30 * Size(box, heightPx)
        + .20 * Thirds(points, widthPx, heightPx)
        + .30 * Whole(box, widthPx, heightPx)
        + .20 * HeadRoom(box);

    /// <summary>From a speck (4 % of the height) to a clear subject (20 %); only an eye-to-chin crop is too close again.</summary>
    internal static double Size(FaceBox box, int heightPx)
    {
        var share = box.HeightPx / heightPx;
        return Math.Min(Ramp.Log(share, .04, .20), .5 + .5 * Ramp.Straight(share, 1, .6));
    }

    internal static double Thirds(float[] points, int widthPx, int heightPx)
    {
        var x = (points[0] + points[2]) / 2 / widthPx;
        var y = (points[1] + points[3]) / 2 / heightPx;
        return 1 - Math.Clamp(_anchors.Min(a => Math.Sqrt((a.X - x) * (a.X - x) + (a.Y - y) * (a.Y - y))) / FarthestFromAnchor, 0, 1);
    }

    /// <summary>1 when the face keeps .15 of its width from every edge, 0 when an edge cuts a twentieth of it off.</summary>
    internal static double Whole(FaceBox box, int widthPx, int heightPx)
    {
        var room = Math.Min(Math.Min(box.X1, widthPx - box.X2), Math.Min(box.Y1, heightPx - box.Y2));
        return Ramp.Straight(room / Math.Max(box.WidthPx, 1), -.05, .15);
    }

    /// <summary>A box ends at the hair line: the head needs about .3 of its height above it. Much air above is only a small loss.</summary>
    internal static double HeadRoom(FaceBox box)
    {
        var room = box.Y1 / Math.Max(box.HeightPx, 1);
        return Math.Min(Ramp.Straight(room, 0, .35), .6 + .4 * Ramp.Straight(room, 6, 2));
    }
}
