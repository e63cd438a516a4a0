using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>Simple hands: a mitten with a thumb, and lines that hint at fingers.</summary>
internal static class Hand
{
    private static readonly Spot[] Relaxed =
    [
        new(-.15, .17), new(.2, .25), new(.5, .27), new(.85, .24), new(1.12, .17), new(1.27, .03), new(1.2, -.1), new(.98, -.19),
        new(.6, -.27), new(.25, -.25), new(-.15, -.17),
    ];

    private static readonly Spot[] Grip =
    [
        new(-.15, .17), new(.18, .29), new(.46, .34), new(.7, .27), new(.8, .06), new(.76, -.18), new(.58, -.32),
        new(.26, -.31), new(-.15, -.17),
    ];

    private static readonly Spot[] Open =
        [new(-.15, .17), new(.25, .29), new(.55, .33), new(.86, .32), new(1.18, .34), new(1.25, .25), new(1.0, .15), new(1.33, .12),
            new(1.36, .01), new(1.0, -.02),
            new(1.28, -.13), new(1.27, -.23), new(.92, -.2), new(1.06, -.36), new(1.0, -.44), new(.62, -.36),
            new(.25, -.28), new(-.15, -.17)];

    public static void Draw(Svg svg, Frame f, Skin skin, Arm arm, Spot wrist)
    {
        var size = f.Size * (f.Feminine ? .86 : 1);
        var radians = arm.HandDegrees * Math.PI / 180;
        var along = new Spot(Math.Cos(radians), Math.Sin(radians)) * size;
        // The thumb points up or inwards, whichever way the hand lies.
        var flip = arm.Hand switch
        {
            HandShape.Flat => along.X > 0 ? -1 : 1,
            HandShape.Open => arm.Side,
            HandShape.Grip => -arm.Side,
            _ => along.Y > 0 ? arm.Side : -arm.Side,
        };
        var across = new Spot(-along.Y, along.X) * flip;
        Spot P(Spot p) => wrist + along * p.X + across * p.Y;

        var contour = arm.Hand switch { HandShape.Grip => Grip, HandShape.Open => Open, _ => Relaxed };
        Spot[] thumb = arm.Hand switch
        {
            HandShape.Open => [new(.05, .15), new(.3, .42), new(.55, .6), new(.72, .66), new(.76, .57), new(.6, .42), new(.4, .2)],
            HandShape.Grip => [new(.1, .26), new(.4, .36), new(.66, .2), new(.72, .02), new(.6, -.02), new(.44, .12), new(.2, .06)],
            _ => [new(.05, .16), new(.3, .34), new(.55, .42), new(.78, .38), new(.76, .28), new(.5, .2), new(.2, .05)],
        };
        var shape = new Outline().Through(Array.ConvertAll(contour, P), closed: true);
        svg.Fill(shape, skin.Paint);
        if (f.Fine)
            svg.Fill(shape, svg.Linear(P(new(.2, 0)), P(new(1.2, -.2)), new(0, skin.Shade, 0), new(1, skin.Shade, .55)));
        if (f.Unit > 25)
            Fingers(svg, f, skin, arm.Hand, P);
        var finger = new Outline().Through(Array.ConvertAll(thumb, P), closed: true);
        svg.Fill(finger, skin.Paint);
        if (f.Fine)
            svg.Stroke(new Outline().Through([P(thumb[^1]), P(thumb[^2]), P(thumb[^3])]), skin.Line, .03 * f.Size, .55);
    }

    private static void Fingers(Svg svg, Frame f, Skin skin, HandShape hand, Func<Spot, Spot> at)
    {
        var lines = new Outline();
        foreach (var i in (ReadOnlySpan<int>)[0, 1, 2])
        {
            var v = .13 - i * .13;
            if (hand == HandShape.Grip)
                lines.Move(at(new(.26 + i * .17, -.32 + i * .01))).Quad(at(new(.3 + i * .17, -.15)), at(new(.27 + i * .17, .02)));
            else if (hand != HandShape.Open)
                lines.Move(at(new(.68, v))).Quad(at(new(.95, v)), at(new(1.16 - i * .05, v * .6)));
        }

        svg.Stroke(lines, skin.Line, .028 * f.Size, .5);
    }
}
