using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>
/// A head as a stack of horizontal ellipses, turned and laid on the canvas. Its own coordinates: x to the right of the
/// picture, y down, z towards the viewer, origin between the eyes at the head's axis; the crown is at y = -1, the chin near
/// y = 1, so one unit is about 11.5 cm. Widths follow adult means (Farkas 1994) and the traits of the person.
/// </summary>
internal sealed class HeadForm
{
    private static readonly double[] _levels = [-1, -.94, -.82, -.58, -.28, 0, .22, .45, .66, .83, .94, 1];
    private readonly double[] _halfWidth;
    private readonly double[] _front = [0, .30, .50, .68, .73, .70, .70, .70, .69, .67, .63, .52];
    private readonly double[] _middle = [0, .06, .12, .18, .21, .20, .21, .23, .26, .31, .37, .42];

    /// <summary>A skull reaches 9 cm behind the ears' axis and is a quarter deeper than wide.</summary>
    private const double SkullMiddle = -.10;
    private const double SkullDepth = 1.25;

    private readonly double _sinYaw, _cosYaw, _sinPitch, _cosPitch, _sinRoll, _cosRoll;
    private readonly double _chin;

    /// <param name="looks">Whose head.</param>
    /// <param name="pose">How it is held.</param>
    /// <param name="at">The head's origin on the canvas.</param>
    /// <param name="unit">Half the height of the head, in units of the canvas.</param>
    public HeadForm(Looks looks, Pose pose, Spot at, double unit)
    {
        (Looks, Pose, Origin, Unit) = (looks, pose, at, unit);
        (_sinYaw, _cosYaw) = Math.SinCos(pose.Yaw * Math.PI / 180);
        (_sinPitch, _cosPitch) = Math.SinCos(pose.Pitch * Math.PI / 180);
        (_sinRoll, _cosRoll) = Math.SinCos(pose.Roll * Math.PI / 180);

        var child = looks.Childlike;
        var width = looks.In(Trait.FaceWidth, .90, 1.10) * (1 + .07 * child);
        var forehead = width * looks.In(Trait.Forehead, .95, 1.05);
        var cheeks = width * looks.In(Trait.Cheeks, .94, 1.07) * (1 + .05 * child);
        var jaw = width * looks.In(Trait.Jaw, .88, 1.13) * (looks.Feminine ? .95 : 1.02) * (1 - .02 * child);
        var chin = width * looks.In(Trait.Chin, .76, 1.26) * (looks.Feminine ? .92 : 1.05);
        _halfWidth = [0, .30 * forehead, .47 * forehead, .595 * forehead, .635 * forehead, .63 * width, .605 * cheeks, .555 * jaw,
            .46 * jaw, .335 * chin, .225 * chin, .10 * chin];
        _chin = looks.In(Trait.ChinLength, .95, 1.07) * (1 - .05 * child);
    }

    public Looks Looks { get; }
    public Pose Pose { get; }
    public Spot Origin { get; }
    public double Unit { get; }

    /// <summary>The lowest point of the chin.</summary>
    public double ChinY => _chin;

    /// <summary>A point of space, on the canvas.</summary>
    public Spot At(double x, double y, double z)
    {
        var turned = x * _cosYaw + z * _sinYaw;
        var depth = z * _cosYaw - x * _sinYaw;
        var bowed = y * _cosPitch + depth * _sinPitch;
        return Origin + new Spot(turned * _cosRoll - bowed * _sinRoll, turned * _sinRoll + bowed * _cosRoll) * Unit;
    }

    /// <summary>A point of the face's surface; beyond the side of the head it stays at the side.</summary>
    /// <param name="x">Across.</param>
    /// <param name="y">Down.</param>
    /// <param name="lift">Towards the viewer, above the skin.</param>
    public Spot On(double x, double y, double lift = 0)
    {
        var (width, middle, depth) = Slice(y);
        var share = Math.Clamp(x / Math.Max(width, 1e-6), -1, 1);
        return At(share * width, y, middle + depth * Math.Sqrt(1 - share * share) + lift);
    }

    /// <summary>A point around the head by angle, 0 = the middle of the face, 90 = its right side; never beyond the outline.</summary>
    /// <param name="degrees">Around.</param>
    /// <param name="y">Down.</param>
    /// <param name="swell">How much the slice is larger than the head, 1 = not at all.</param>
    /// <param name="hold">Below this height the slice stays as it is there: hair falls straight from the cheeks.</param>
    public Spot Around(double degrees, double y, double swell = 1, double hold = double.MaxValue)
    {
        var (width, middle, depth) = Slice(Math.Min(y, hold));
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var horizon = Math.Atan2(width * _cosYaw, depth * _sinYaw) * 180 / Math.PI;
        if (degrees > horizon)
            (sin, cos) = Math.SinCos(horizon * Math.PI / 180);
        else if (degrees < horizon - 180)
            (sin, cos) = Math.SinCos((horizon - 180) * Math.PI / 180);
        return At(sin * width * swell, y, middle + cos * depth * swell);
    }

    /// <summary>The outline's point at a height, on the left (-1) or right (1) of the picture.</summary>
    /// <param name="y">Down.</param>
    /// <param name="side">-1 or 1.</param>
    /// <param name="swell">Hair and cloth stand off the head by this much.</param>
    /// <param name="hold">As in <see cref="Around"/>.</param>
    public Spot Edge(double y, int side, double swell = 0, double hold = double.MaxValue)
    {
        var (width, middle, depth) = Slice(Math.Min(y, hold));
        var reach = side * middle * _sinYaw + Math.Sqrt(width * width * _cosYaw * _cosYaw + depth * depth * _sinYaw * _sinYaw);

        // The back of the skull shows on the side the face turns away from.
        var skull = Math.Clamp((.42 - Math.Min(y, hold)) / .35, 0, 1);
        var back = side * SkullMiddle * _sinYaw
            + .97 * Math.Sqrt(width * width * _cosYaw * _cosYaw + SkullDepth * SkullDepth * width * width * _sinYaw * _sinYaw);
        return Flat(side * (Math.Max(reach, reach + (back - reach) * skull) + swell), y, middle);
    }

    /// <summary>The rim of the head or of what covers it: from one side's end over the crown to the other's, without corners.</summary>
    /// <param name="top">How far it stands above the crown.</param>
    /// <param name="side">How far it stands off the sides.</param>
    /// <param name="leftEnd">Where it ends below, at the left of the picture.</param>
    /// <param name="rightEnd">And at the right.</param>
    /// <param name="hold">As in <see cref="Around"/>.</param>
    /// <param name="below">Steps from the eyes' height to the ends.</param>
    public List<Spot> Dome(double top, double side, double leftEnd, double rightEnd, double hold = double.MaxValue, int below = 6)
    {
        List<Spot> Half(int sign) =>
        [
            .. Heights(12, 84, 6).Select(a =>
            {
                var (sin, cos) = Math.SinCos(a * Math.PI / 180);
                return Edge(-cos, sign, side * sin) + Up(top * cos);
            }),
            .. Heights(0, sign < 0 ? leftEnd : rightEnd, below).Select(y => Edge(y, sign, side, hold)),
        ];
        var left = Half(-1);
        left.Reverse();
        return [.. left, Edge(-.995, -1).Towards(Edge(-.995, 1), .5) + Up(top), .. Half(1)];
    }

    private Spot Up(double length) => new Spot(_sinRoll, -_cosRoll) * (length * Unit);

    /// <summary>A point beside the head in the plane of the picture: turned by roll and bow, but not by yaw.</summary>
    public Spot Flat(double x, double y, double z = 0)
    {
        var bowed = y * _cosPitch + z * _cosYaw * _sinPitch;
        return Origin + new Spot(x * _cosRoll - bowed * _sinRoll, x * _sinRoll + bowed * _cosRoll) * Unit;
    }

    /// <summary>The whole head without ears and hair.</summary>
    public Outline Silhouette()
    {
        var rim = Dome(0, 0, .985 * _chin, .985 * _chin, below: 9);
        return new Outline().Through([.. rim, Edge(_chin, 1).Towards(Edge(_chin, -1), .5)], closed: true);
    }

    public double HalfWidth(double y) => Slice(y).Width;

    public static IEnumerable<double> Heights(double from, double to, int steps = 16) =>
        Enumerable.Range(0, steps + 1).Select(i => from + (to - from) * i / steps);

    private (double Width, double Middle, double Depth) Slice(double y)
    {
        var level = y > 0 ? y / _chin : y;
        var width = Between(_halfWidth, level);
        var middle = Between(_middle, level);
        return (width, middle, Math.Max(Between(_front, level) - middle, .02));
    }

    /// <summary>Cubic interpolation that never overshoots (Fritsch and Carlson 1980): no dents between the levels.</summary>
    private static double Between(double[] values, double level)
    {
        level = Math.Clamp(level, _levels[0], _levels[^1]);
        var i = Math.Clamp(Array.FindLastIndex(_levels, l => l <= level), 0, _levels.Length - 2);
        var h = _levels[i + 1] - _levels[i];
        var t = (level - _levels[i]) / h;
        double m0 = Tangent(values, i), m1 = Tangent(values, i + 1);
        return values[i] * (1 + 2 * t) * (1 - t) * (1 - t) + h * m0 * t * (1 - t) * (1 - t)
            + values[i + 1] * t * t * (3 - 2 * t) + h * m1 * t * t * (t - 1);
    }

    private static double Tangent(double[] values, int i)
    {
        double Slope(int k) => (values[k + 1] - values[k]) / (_levels[k + 1] - _levels[k]);
        if (i == 0)
            return Slope(0);
        if (i == _levels.Length - 1)
            return Slope(i - 1);
        double before = Slope(i - 1), after = Slope(i);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
}
