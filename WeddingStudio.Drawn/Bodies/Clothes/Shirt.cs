using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>A shirt with its collar, and what is tied around it.</summary>
internal static class Shirt
{
    public static void Draw(Svg svg, Frame f, Outfit outfit)
    {
        var open = outfit.NeckWear == NeckWear.Open;
        // Below a jacket no more of it than the opening shows, lest white peeps out at the shoulders.
        Spot[] right = outfit.Garment == Garment.Suit
            ? [new(f.Neck * 1.05, 1.15), new(.62, 1.6), new(.85, 3), new(.85, 5.6)]
            : [new(f.Neck * 1.05, 1.15), .. f.Slope().Take(3).Select(p => p + new Spot(0, -.06)), new(f.Shoulder, 1.98),
                new(f.Shoulder * .95, 2.4),
                new(f.Half(3) + .03, 2.9), new(f.Half(3.4) + .06, 3.4), new(f.Waist + .1, 4.6), new(f.Hip, 5.5)];
        var low = open ? 2.35 : 1.5;
        var shape = new Outline().Through(f.AllOn(new(-f.Neck * 1.05, 1.15), new(0, low), new(f.Neck * 1.05, 1.15)))
            .Through(f.AllOn(right)).Through(f.AllOn(Frame.Mirror(right))).Close();
        svg.Fill(shape, Cloth.Paint(svg, f, outfit.Second));
        var shade = Cloth.Shade(outfit.Second);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Cloth.Fold(svg, f.On(side * f.Chest * .9, 2.4), f.On(side * f.Chest * .7, 3.4), f.On(side * f.Waist * .8, 4.8),
                side * -.4 * f.Size, shade, .45);
            if (f.Fine)
                Cloth.Fold(svg, f.On(side * .2, 2.0), f.On(side * .34, 2.9), f.On(side * .3, 4.4), side * .2 * f.Size, shade, .28);
        }

        Cloth.Line(svg, shade, .03 * f.Size, .7, f.On(-.1, low + .1), f.On(-.1, 6));
        foreach (var y in f.Fine ? (ReadOnlySpan<double>)[2.7, 3.4, 4.1] : [])
            svg.Circle(f.On(0, y), .05 * f.Size, shade, .8);
        if (outfit.NeckWear == NeckWear.Tie)
            NeckTie.Blade(svg, f, outfit.Tie);
    }

    /// <summary>Drawn after the jacket's panels: the collar stands before them.</summary>
    public static void Collar(Svg svg, Frame f, Outfit outfit)
    {
        var open = outfit.NeckWear == NeckWear.Open;
        var shade = Cloth.Shade(outfit.Second);
        if (outfit.NeckWear == NeckWear.Tie)
            NeckTie.Knot(svg, f, outfit.Tie);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Spot P(double x, double y) => f.On(side * x, y);
            var n = f.Neck;
            var leaf = open
                ? new Outline().Move(P(n * .97, 1.02)).Curve(P(n * 1.2, 1.04), P(n * 1.55, 1.4), P(.84, 1.9)).Line(P(.44, 2.26))
                    .Quad(P(n * .78, 1.75), P(n * .97, 1.02)).Close()
                : new Outline().Move(P(n * .98, 1.04)).Curve(P(n * 1.2, 1.06), P(n * 1.3, 1.3), P(.7, 1.84)).Line(P(.36, 2.0))
                    .Quad(P(.22, 1.64), P(.04, 1.5)).Quad(P(n * .72, 1.42), P(n * .98, 1.04)).Close();
            svg.Fill(leaf, Cloth.Paint(svg, f, outfit.Second.Lighter(.15), side * f.Light > 0 ? .6 : 1.1));
            svg.Stroke(leaf, shade, .022 * f.Size, .7);
        }

        if (outfit.NeckWear == NeckWear.BowTie)
            NeckTie.Bow(svg, f, outfit.Tie);
    }

    public static void Braces(Svg svg, Frame f, Colour colour)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Cloth.Line(svg, colour, .17 * f.Size, 1, f.On(side * f.Shoulder * .52, 1.55), f.On(side * f.Chest * .58, 3),
                f.On(side * f.Waist * .56, 5.3));
    }
}
