using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Festive dress from many countries, drawn as dress and drape; what makes each one is laid over a plain dress.</summary>
internal static class Robes
{
    public static void Details(Svg svg, Frame f, Outfit outfit)
    {
        switch (outfit.Garment)
        {
            case Garment.Sari:
                Sari(svg, f, outfit);
                break;
            case Garment.Kaftan:
                Kaftan(svg, f, outfit);
                break;
            case Garment.WrapRobe:
                Wrap(svg, f, outfit);
                break;
        }
    }

    /// <summary>The end of the cloth runs from the hip over the shoulder on the right of the picture.</summary>
    private static void Sari(Svg svg, Frame f, Outfit outfit)
    {
        var s = f.Shoulder;
        Spot[] upper = [new(-f.Waist - .05, 4.35), new(-f.Chest * .5, 3.4), new(.1, 2.5), new(s * .42, 1.58)];
        Spot[] outer = [new(s * .42, 1.52), new(s * .95, 1.72), new(f.Chest * 1.02, 3.0), new(f.Waist + .1, 4.6), new(f.Hip + .1, 6.2)];
        Spot[] lower = [new(f.Hip + .1, 6.2), new(.2, 6.0), new(-f.Waist - .05, 5.3), new(-f.Waist - .05, 4.35)];
        var drape = new Outline().Through(f.AllOn(upper)).Through(f.AllOn(outer)).Through(f.AllOn(lower)).Close();
        svg.Fill(drape, Cloth.Paint(svg, f, outfit.Main, 1.15));
        var shade = Cloth.Shade(outfit.Main).Darker(.12);
        using (svg.Clip(drape))
        {
            for (var i = 0; i < 4; i++)
                Cloth.Fold(svg, f.On(s * (.5 + .11 * i), 1.5), f.On(.35 + .16 * i, 3.1), f.On(-f.Waist + .5 * i, 5 + .3 * i),
                    .22 * f.Size, shade, .5);
            svg.Glow(f.On(s * .6, 2.1), .8 * f.Size, Cloth.Lit(outfit.Main).Lighter(.4), .35, .8);
        }

        svg.Stroke(new Outline().Through(f.AllOn(upper)), outfit.Print, .2 * f.Size);
        svg.Stroke(new Outline().Through(f.AllOn(upper)), Cloth.Shade(outfit.Print), .035 * f.Size, .7);
    }

    private static void Kaftan(Svg svg, Frame f, Outfit outfit)
    {
        var band = outfit.Print;
        var yoke = new Outline().Through(f.AllOn(new(-.62, 1.5), new(-.5, 2.1), new(-.2, 2.5), new(-.14, 4.3), new(0, 4.55), new(.14, 4.3),
            new(.2, 2.5), new(.5, 2.1), new(.62, 1.5)));
        svg.Stroke(yoke, band, .17 * f.Size);
        svg.Stroke(yoke, Cloth.Shade(band), .03 * f.Size, .8);
        var beads = new Outline();
        for (var i = 0; i < 9; i++)
            beads.Move(f.On(0, 2.6 + i * .22)).Line(f.On(0, 2.6 + i * .22));
        svg.Stroke(beads, band.Lighter(.4), .09 * f.Size);
    }

    private static void Wrap(Svg svg, Frame f, Outfit outfit)
    {
        var shade = Cloth.Shade(outfit.Main);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Spot P(double x, double y) => f.On(side * x, y);
            var band = new Outline().Move(P(.44, 1.28)).Curve(P(.4, 2.0), P(.1, 2.6), P(-f.Chest * .55, 3.75)).Line(P(-f.Chest * .3, 3.95))
                .Curve(P(.4, 2.8), P(.72, 2.0), P(.66, 1.42)).Close();
            svg.Fill(band, Cloth.Paint(svg, f, side > 0 ? outfit.Print : outfit.Print.Mix(shade, .15)));
            svg.Stroke(band, Cloth.Shade(outfit.Print), .025 * f.Size, .5);
        }

        var sash = new Outline().Move(f.At(-f.Waist - .1, 3.85)).Quad(f.On(0, 4.0), f.At(f.Waist + .1, 3.85))
            .Line(f.At(f.Waist + .12, 5.0)).Quad(f.On(0, 5.2), f.At(-f.Waist - .12, 5.0)).Close();
        svg.Fill(sash, Cloth.Paint(svg, f, outfit.Second, 1.2));
        var cord = new Outline().Move(f.At(-f.Waist - .1, 4.4)).Quad(f.On(0, 4.58), f.At(f.Waist + .1, 4.4));
        svg.Stroke(cord, outfit.Print, .12 * f.Size);
        svg.Ellipse(f.On(0, 4.5), .16 * f.Size, .12 * f.Size, outfit.Print.ToString());
    }
}
