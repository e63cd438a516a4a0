using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>
/// Where a body's places lie on the canvas. Body units: half the head's height, the eyes at (0, 0), the chin at y 1; the pit
/// of the neck 1.5, the waist 4.6, the hips 6.2, the soles 14. Half-widths were read off figure-drawing charts of 7.5 heads.
/// </summary>
internal sealed class Frame
{
    private readonly Spot _head;
    private readonly double _sin;
    private readonly double _narrow;
    private readonly double _lean;

    public Frame(Outfit outfit, double build, double stature, BodyPose pose, Spot head, double unit, double lightFrom)
    {
        (_head, Unit, Stature, Light, Build) = (head, unit, stature, Math.Clamp(lightFrom, -1, 1), build);
        var turn = Math.Clamp(pose.TurnDegrees, -35, 35) * Math.PI / 180;
        _sin = Math.Sin(turn);
        // A torso is half as deep as wide, so it narrows less than a flat board would.
        _narrow = Math.Sqrt(Math.Cos(turn) * Math.Cos(turn) + .25 * _sin * _sin);
        _lean = pose.Lean;
        Feminine = outfit.Feminine;
        var child = Math.Clamp((1 - stature) / .45, 0, 1);
        Neck = (Feminine ? .37 : .47 - .1 * child) * (1 + .16 * build);
        Shoulder = (Feminine ? 1.36 : 1.64 - .24 * child) + .14 * build;
        Chest = (Feminine ? 1.12 : 1.34 - .18 * child) + .36 * build;
        Waist = (Feminine ? .88 + .22 * child : 1.16 - .04 * child) + .62 * build;
        Hip = (Feminine ? 1.26 - .14 * child : 1.2 - .06 * child) + .46 * build;
    }

    public double Unit { get; }

    public double Stature { get; }

    /// <summary>-1 = light from the left of the picture, 1 = from its right.</summary>
    public double Light { get; }

    public double Build { get; }

    public bool Feminine { get; }

    public double Neck { get; }

    public double Shoulder { get; }

    public double Chest { get; }

    public double Waist { get; }

    public double Hip { get; }

    /// <summary>Children are narrower in units of their head, but less so than they are short.</summary>
    public double Wide => .5 + .5 * Stature;

    /// <summary>One body unit across, on the canvas: for hands, buttons and line widths.</summary>
    public double Size => Unit * Wide;

    /// <summary>Whether seams and finger lines would be seen at all.</summary>
    public bool Fine => Unit > 55;

    /// <summary>Which side of the body is farther from the viewer: -1 left, 1 right, 0 neither.</summary>
    public int FarSide => _sin > .2 ? 1 : _sin < -.2 ? -1 : 0;

    /// <param name="z">How far in front of the body's middle plane.</param>
    public Spot At(double x, double y, double z = 0)
    {
        var down = y <= 1 ? y : 1 + (y - 1) * Stature;
        var lean = -.17 * _lean * Math.Clamp(y - 1, 0, 5.2);
        return _head + new Spot((x * _narrow + z * _sin) * Wide + lean, down) * Unit;
    }

    /// <summary>A place on the front of the body: it wanders sideways when the torso turns.</summary>
    public Spot On(double x, double y)
    {
        var depth = y < 2.8 ? .2 + .6 * Math.Clamp((y - 1.3) / 1.5, 0, 1) : .8;
        var across = Math.Clamp(x / Math.Max(Half(y), .1), -1, 1);
        return At(x, y, depth * Math.Sqrt(1 - across * across));
    }

    public Spot[] AllAt(params ReadOnlySpan<Spot> places)
    {
        var spots = new Spot[places.Length];
        for (var i = 0; i < spots.Length; i++)
            spots[i] = At(places[i].X, places[i].Y);
        return spots;
    }

    public Spot[] AllOn(params ReadOnlySpan<Spot> places)
    {
        var spots = new Spot[places.Length];
        for (var i = 0; i < spots.Length; i++)
            spots[i] = On(places[i].X, places[i].Y);
        return spots;
    }

    /// <summary>The same run of places on the other side, from its end to its start.</summary>
    public static Spot[] Mirror(ReadOnlySpan<Spot> places)
    {
        var mirrored = new Spot[places.Length];
        for (var i = 0; i < mirrored.Length; i++)
            mirrored[^(i + 1)] = new(-places[i].X, places[i].Y);
        return mirrored;
    }

    /// <summary>Half the torso's width, without arms.</summary>
    public double Half(double y) => Along(y, [
        new(Neck, 1.2), new(Shoulder * .9, 1.9), new(Chest * .96, 2.6), new(Chest, 3.2), new(Waist + (Chest - Waist) * .3, 4),
        new(Waist, 4.6), new(Waist + (Hip - Waist) * .55, 5.3), new(Hip, 6.3), new(Hip * .98, 7)]);

    /// <summary>Height of the line from neck to shoulder.</summary>
    public double ShoulderY(double x)
    {
        var places = Slope();
        var line = new Spot[places.Length];
        for (var i = 0; i < line.Length; i++)
            line[i] = new(places[i].Y, places[i].X);
        return Along(Math.Abs(x), line);
    }

    /// <summary>From the neck to the tip of the right shoulder.</summary>
    public Spot[] Slope() => Feminine
        ? [new(Neck * 1.22, 1.37), new(Shoulder * .62, 1.63), new(Shoulder * .9, 1.8), new(Shoulder + .06, 2.1)]
        : [new(Neck * 1.28, 1.32), new(Shoulder * .6, 1.57), new(Shoulder * .9, 1.76), new(Shoulder + .06, 2.08)];

    private static double Along(double y, ReadOnlySpan<Spot> halves)
    {
        if (y <= halves[0].Y)
            return halves[0].X;
        for (var i = 1; i < halves.Length; i++)
            if (y <= halves[i].Y)
                return halves[i - 1].X + (halves[i].X - halves[i - 1].X) * (y - halves[i - 1].Y) / (halves[i].Y - halves[i - 1].Y);
        return halves[^1].X;
    }
}
