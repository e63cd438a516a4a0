using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Jackets and waistcoats over a shirt.</summary>
internal static class Suit
{
    private const double Button = 4.75;

    public static void Jacket(Svg svg, Frame f, Outfit outfit)
    {
        var lapel = outfit.Satin ?? outfit.Main.Mix(Cloth.Lit(outfit.Main), .12);
        HemShadow(svg, f, outfit.Lower);
        // The half on the right of the picture laps over the other, as men's jackets button.
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var panel = Panel(f, side);
            svg.Fill(panel, Cloth.Paint(svg, f, outfit.Main, 1.15));
            using (svg.Clip(panel))
            {
                Prints.Draw(svg, f, outfit, f.On, 1.3, 7.4, y => f.Half(Math.Max(y, 2.6)) + .3);
                Folds(svg, f, side, outfit.Main);
            }

            Lapel(svg, f, side, outfit, lapel);
        }

        Closing(svg, f, outfit);
    }

    public static void Waistcoat(Svg svg, Frame f, Outfit outfit)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Spot[] outer = [new(side * .5, 1.4), new(side * f.Shoulder * .66, f.ShoulderY(f.Shoulder * .66) - .04),
                new(side * f.Chest * .84, 2.4),
                new(side * (f.Half(3.1) + .05), 3.2), new(side * (f.Waist + .05), 4.6), new(side * (f.Hip + .02), 5.75)];
            var panel = new Outline().Through(f.AllOn(outer))
                .Through(f.AllOn(new(side * .42, 6.2), new(side * -.08, 5.8), new(side * -.06, 3.55)))
                .Through(f.AllOn(new(side * -.06, 3.55), new(side * .3, 2.5), new(side * .5, 1.4))).Close();
            svg.Fill(panel, Cloth.Paint(svg, f, outfit.Main, 1.15));
            using (svg.Clip(panel))
            {
                Prints.Draw(svg, f, outfit, f.On, 1.3, 6.4, y => f.Half(Math.Max(y, 2.6)) + .2);
                Folds(svg, f, side, outfit.Main);
            }

            Cloth.Line(svg, Cloth.Lit(outfit.Main), .035 * f.Size, .7, f.On(side * -.06, 3.55), f.On(side * .3, 2.5), f.On(side * .5, 1.4));
        }

        foreach (var y in (ReadOnlySpan<double>)[3.8, 4.35, 4.9, 5.45])
            svg.Circle(f.On(-.02, y), .065 * f.Size, Cloth.Shade(outfit.Main).Darker(.25));
    }

    private static Outline Panel(Frame f, int side)
    {
        var (n, s) = (f.Neck, f.Shoulder);
        Spot[] outer = [new(side * n * 1.06, 1.2), new(side * n * 1.5, 1.36), new(side * s * .6, 1.53), new(side * s * .86, 1.68),
            new(side * s * .97, 1.82)];
        Spot[] flank = [new(side * s * .97, 1.82), new(side * s * .92, 2.35), new(side * (f.Half(3) + .02), 2.85),
            new(side * (f.Half(3.4) + .1), 3.4), new(side * (f.Waist + .08), 4.6),
            new(side * (f.Hip + .1), 6.2), new(side * (f.Hip + .16), 7.1)];
        Spot[] front = [new(side * .75, 7.35), new(side * .22, 7.1), new(side * -.02, 6.1), new(side * -.1, Button)];
        Spot[] roll = [new(side * -.1, Button), new(side * .16, 3.5), new(side * .5, 1.9), new(side * n * 1.06, 1.2)];
        return new Outline().Through(f.AllOn(outer)).Through(f.AllOn(flank)).Through(f.AllOn(front)).Through(f.AllOn(roll)).Close();
    }

    private static void Folds(Svg svg, Frame f, int side, Colour colour)
    {
        var shade = Cloth.Shade(colour).Darker(.25);
        if (f.Fine)
            Cloth.Fold(svg, f.On(side * f.Shoulder * .99, 1.85), f.On(side * f.Shoulder * .88, 2.5), f.On(side * (f.Half(3.4) + .12), 3.5),
                side * -.22 * f.Size, shade, .45);
        Cloth.Fold(svg, f.On(side * (f.Half(3) + .15), 2.8), f.On(side * f.Chest * .86, 3.7), f.On(side * f.Waist * .4, 4.5),
            side * -.3 * f.Size, shade, .32);
        Cloth.Fold(svg, f.At(side * (f.Waist + .2), 4.3), f.At(side * f.Waist * .5, 4.6), f.On(side * .1, 4.75),
            side * .2 * f.Size, shade, .5);
        Cloth.Fold(svg, f.At(side * (f.Waist + .2), 5.2), f.At(side * f.Waist * .6, 5.0), f.On(side * .1, 4.8),
            side * -.2 * f.Size, shade, .4);
        if (f.Fine && side * f.Light > -.3)
            svg.Glow(f.On(side * f.Chest * .72, 2.5), .8 * f.Size, Cloth.Lit(colour).Lighter(.3), .14, .7, side * 35);
    }

    private static void Lapel(Svg svg, Frame f, int side, Outfit outfit, Colour colour)
    {
        Spot P(double x, double y) => f.On(side * x, y);
        var paint = Cloth.Paint(svg, f, colour, outfit.Satin is null ? 1.1 : .6);
        var edge = Cloth.Shade(outfit.Main).Darker(.35);
        var shawl = outfit.Lapels == Lapels.Shawl;
        var tip = outfit.Lapels switch { Lapels.Peak => new Spot(1.2, 1.98), Lapels.Shawl => new Spot(.92, 2.3), _ => new Spot(1.12, 2.3) };
        var start = shawl ? new Spot(.62, 1.34) : new Spot(.6, 1.98);
        var gorge = start.Towards(tip, .5) + new Spot(.05, shawl ? -.08 : 0);
        var lapel = new Outline().Move(P(start.X, start.Y)).Quad(P(gorge.X, gorge.Y), P(tip.X, tip.Y))
            .Curve(P(tip.X - .08, 3.2), P(.42, 4.1), P(-.1, Button)).Curve(P(.16, 3.5), P(.48, 2.5), P(.48, 1.5)).Close();
        // First the shadow that the lapel throws on the jacket.
        svg.Fill(new Outline().Move(P(tip.X, tip.Y)).Curve(P(tip.X - .02, 3.25), P(.5, 4.15), P(-.1, Button))
            .Curve(P(.34, 4.1), P(.8, 3.1), P(tip.X - .2, tip.Y)).Close(), edge, .4);
        svg.Fill(lapel, paint);
        svg.Stroke(lapel, edge, .018 * f.Size, .5);
        if (shawl)
            return;
        var collar = new Outline().Move(P(f.Neck * 1.04, 1.1)).Quad(P(f.Neck * 1.7, 1.4), P(1.02, 1.94)).Line(P(.9, 2.14))
            .Quad(P(.72, 2.0), P(.5, 1.96)).Quad(P(.5, 1.6), P(f.Neck, 1.2)).Close();
        svg.Fill(collar, paint);
        svg.Stroke(collar, edge, .018 * f.Size, .5);
    }

    /// <summary>Lies on the trousers, lest jacket and trousers of one cloth run together.</summary>
    private static void HemShadow(Svg svg, Frame f, Colour trousers)
    {
        var h = f.Hip - .02;
        var shape = new Outline().Move(f.At(-h, 6.8)).Line(f.At(h, 6.8))
            .Through([f.At(h, 7.25), f.On(.75, 7.5), f.On(.2, 7.25), f.On(0, 6.4), f.On(-.2, 7.25), f.On(-.75, 7.5), f.At(-h, 7.25)])
            .Close();
        svg.Fill(shape, Cloth.Shade(trousers).Darker(.3), .35);
    }

    private static void Closing(Svg svg, Frame f, Outfit outfit)
    {
        var dark = Cloth.Shade(outfit.Main).Darker(.35);
        foreach (var y in (ReadOnlySpan<double>)[4.82, 5.6])
            svg.Circle(f.On(.02, y), .08 * f.Size, outfit.Satin ?? dark);
        Cloth.Line(svg, dark, .03 * f.Size, .6, f.On(f.Waist * .5, 5.55), f.On(f.Waist * .98, 5.5));
        Cloth.Line(svg, dark, .03 * f.Size, .6, f.On(-f.Waist * .5, 5.55), f.On(-f.Waist * .98, 5.5));
        Cloth.Line(svg, dark, .035 * f.Size, .6, f.On(f.Chest * .63, 3.41), f.On(f.Chest * .89, 3.34));
        if (outfit.PocketSquare is not { } square)
            return;
        var folded = Outline.Polygon(f.On(f.Chest * .65, 3.4), f.On(f.Chest * .69, 3.18), f.On(f.Chest * .75, 3.28),
            f.On(f.Chest * .81, 3.14), f.On(f.Chest * .87, 3.34));
        svg.Fill(folded, Cloth.Paint(svg, f, square));
    }
}
