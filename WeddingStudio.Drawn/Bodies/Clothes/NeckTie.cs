using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

internal static class NeckTie
{
    /// <summary>The long part, which goes below the jacket.</summary>
    public static void Blade(Svg svg, Frame f, Colour colour)
    {
        var blade = new Outline().Through(f.AllOn(new(-.12, 1.8), new(-.24, 3.1), new(-.33, 4.7))).Line(f.On(0, 5.15))
            .Through(f.AllOn(new(.33, 4.7), new(.24, 3.1), new(.12, 1.8))).Close();
        svg.Fill(blade, Sheen(svg, f, colour));
        Cloth.Fold(svg, f.On(.01, 1.9), f.On(.1, 2.4), f.On(.04, 3.2), -.12 * f.Size, Deep(colour), .7);
    }

    public static void Knot(Svg svg, Frame f, Colour colour)
    {
        var knot = new Outline().Move(f.On(-.25, 1.46)).Quad(f.On(0, 1.56), f.On(.25, 1.46)).Quad(f.On(.24, 1.7), f.On(.13, 1.93))
            .Quad(f.On(0, 1.98), f.On(-.13, 1.93)).Quad(f.On(-.24, 1.7), f.On(-.25, 1.46)).Close();
        svg.Fill(knot, Sheen(svg, f, colour));
        Cloth.Line(svg, Deep(colour), .03 * f.Size, .5, f.On(-.12, 1.93), f.On(0, 1.97), f.On(.12, 1.93));
    }

    public static void Bow(Svg svg, Frame f, Colour colour)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Spot P(double x, double y) => f.On(side * x, y + .06);
            var wing = new Outline().Move(P(.06, 1.5)).Curve(P(.25, 1.36), P(.5, 1.3), P(.62, 1.33)).Quad(P(.69, 1.56), P(.62, 1.83))
                .Curve(P(.48, 1.84), P(.25, 1.74), P(.06, 1.64)).Close();
            svg.Fill(wing, Sheen(svg, f, colour));
            Cloth.Fold(svg, P(.1, 1.55), P(.3, 1.52), P(.46, 1.6), side * .1 * f.Size, Deep(colour), .7);
        }

        Spot[] knot = [new(-.11, 1.53), new(0, 1.5), new(.11, 1.53), new(.12, 1.64), new(.11, 1.75), new(0, 1.77),
            new(-.11, 1.75), new(-.12, 1.64)];
        svg.Fill(new Outline().Through(f.AllOn(knot), closed: true),
            svg.Linear(f.On(0, 1.5), f.On(0, 1.8), new(0, Cloth.Lit(colour)), new(1, Deep(colour))));
    }

    private static Colour Deep(Colour colour) => Cloth.Shade(colour).Darker(.15);

    private static Colour Bright(Colour colour) => colour.Mix(Cloth.Lit(colour), .7);

    private static string Sheen(Svg svg, Frame f, Colour colour) => svg.Linear(f.On(-.45, 1.5), f.On(.45, 1.8),
        new(0, f.Light < .2 ? Bright(colour) : Deep(colour)), new(.5, colour), new(1, f.Light < .2 ? Deep(colour) : Bright(colour)));
}
