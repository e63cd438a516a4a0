using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Necklaces, shawls, the bride's veil, a glass.</summary>
internal static class Adornments
{
    public static void Necklace(Svg svg, Frame f, Jewel jewel)
    {
        if (jewel == Jewel.None)
            return;
        var (wide, high) = (f.Neck * 1.13, jewel == Jewel.Pearls ? .6 : .82);
        var count = (int)Math.Round((wide + high) * 1.4 / .13);
        var chain = Enumerable.Range(-count / 2, count / 2 * 2 + 1).Select(i => i * 3.1 / count)
            .Select(a => f.On(wide * Math.Sin(a), 1.32 + high * Math.Cos(a))).ToArray();
        svg.Stroke(new Outline().Through(Array.ConvertAll(chain, p => p + new Spot(-.03 * f.Light, .05) * f.Size)),
            Colour.Of("5a2418"), .05 * f.Size, .22);
        if (jewel == Jewel.Pearls)
        {
            var pearls = new Outline();
            foreach (var place in chain)
                pearls.Move(place).Line(place);
            svg.Stroke(pearls, Colour.Of("b9a79d"), .14 * f.Size);
            svg.Stroke(pearls, Colour.Of("fbf5ec"), .11 * f.Size);
            return;
        }

        svg.Stroke(new Outline().Through(chain), Colour.Of("c79a45"), .035 * f.Size);
        if (jewel == Jewel.Pendant)
        {
            var drop = chain[chain.Length / 2] + new Spot(0, .1) * f.Size;
            svg.Ellipse(drop, .08 * f.Size, .11 * f.Size,
                svg.Oval(drop, .16 * f.Size, 1, 0, new(0, Colour.Of("fff6d8")), new(1, Colour.Of("d2a345"))));
        }
    }

    /// <summary>Two ends of a light shawl over the shoulders and around the upper arms.</summary>
    public static void Shawl(Svg svg, Frame f, Colour colour)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Spot P(double x, double y) => f.On(side * x, y);
            var shape = new Outline().Move(P(f.Neck * 1.3, 1.3))
                .Curve(P(f.Shoulder * .9, 1.5), f.At(side * (f.Shoulder + .12), 1.7), f.At(side * (f.Shoulder + .2), 2.7))
                .Quad(f.At(side * (f.Shoulder + .22), 3.9), P(f.Chest * 1.0, 4.6))
                .Quad(P(f.Chest * .66, 4.1), P(f.Chest * .76, 3.2)).Quad(P(f.Chest * .8, 2.0), P(f.Neck * 1.3, 1.3)).Close();
            svg.Fill(shape, Cloth.Paint(svg, f, colour, 1.2), .96);
            using (svg.Clip(shape))
                for (var i = 0; i < 3; i++)
                    Cloth.Fold(svg, P(f.Neck * 1.3 + .12 * i, 1.35), P(f.Shoulder * (.8 + .1 * i), 2.3), P(f.Chest * (.8 + .12 * i), 4.5),
                        side * -.25 * f.Size, Cloth.Shade(colour), .55);
        }
    }

    /// <summary>Falls from the crown behind the shoulders; hair and face are drawn over it.</summary>
    internal static void Veil(Svg svg, Frame f)
    {
        Spot[] right = [new(.3, -.98), new(.74, -.55), new(1.0, .5), new(1.45, 1.8), new(1.95, 4), new(2.25, 7.2)];
        var shape = new Outline().Through(f.AllAt(Frame.Mirror(right))).Through(f.AllAt(right))
            .Through([f.At(2.25, 7.2), f.At(.8, 7.75), f.At(-.8, 7.6), f.At(-2.25, 7.2)]).Close();
        var mist = Colour.Of("d9d3e6");
        svg.Fill(shape, svg.Linear(f.At(-2, 2), f.At(2, 2), new(0, Colour.White, .78), new(.25, mist, .55), new(.5, Colour.White, .6),
            new(.78, mist, .55), new(1, Colour.White, .78)));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Cloth.Fold(svg, f.At(side * .68, -.3), f.At(side * 1.0, 1.6), f.At(side * 1.5, 7), side * .3 * f.Size, mist.Darker(.12), .4);
            Cloth.Fold(svg, f.At(side * .75, -.1), f.At(side * 1.4, 2), f.At(side * 2.0, 7.1), side * .25 * f.Size, Colour.White, .7);
        }
    }

    /// <param name="hand">Middle of the fist around the stem.</param>
    public static void Glass(Svg svg, Frame f, Spot hand)
    {
        var size = f.Size;
        Spot P(double x, double y) => hand + new Spot(x, y) * size;
        svg.Stroke(new Outline().Move(P(0, -.4)).Line(P(0, .75)), Colour.White, .05 * size, .75);
        svg.Ellipse(P(0, .78), .3 * size, .06 * size, Colour.White.ToString(), .6);
        var wine = new Outline().Move(P(-.19, -1.25)).Curve(P(-.2, -.7), P(-.06, -.45), P(0, -.4))
            .Curve(P(.06, -.45), P(.2, -.7), P(.19, -1.25)).Close();
        svg.Fill(wine, svg.Linear(P(0, -1.3), P(0, -.4), new(0, Colour.Of("fbe7a8"), .95), new(1, Colour.Of("e5b94f"), .95)));
        svg.Fill(new Outline().Move(P(-.17, -1.7)).Curve(P(-.26, -.9), P(-.14, -.5), P(0, -.38))
            .Curve(P(.14, -.5), P(.26, -.9), P(.17, -1.7)).Close(), Colour.White, .32);
        svg.Stroke(new Outline().Move(P(-.13, -1.55)).Quad(P(-.18, -1), P(-.1, -.7)), Colour.White, .04 * size, .9);
    }
}
