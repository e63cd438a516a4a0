using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Trousers and shoes.</summary>
internal static class Trousers
{
    public static void Draw(Svg svg, Frame f, Outfit outfit)
    {
        var wide = outfit.Garment == Garment.Jumpsuit ? 1.25 : 1;
        var shade = Cloth.Shade(outfit.Lower).Darker(.15);
        var paint = Cloth.Paint(svg, f, outfit.Lower, 1.15);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var hem = .44 * wide;
            Spot[] outer = [new(side * (f.Waist + .04), 4.7), new(side * (f.Hip + .08), 6.2), new(side * (f.Hip + .04), 7.4),
                new(side * (.52 + .52 * wide + .3 * f.Build), 10), new(side * (.6 + hem), 13.5)];
            Spot[] inner = [new(side * (.6 - hem), 13.6), new(side * .13, 10.6), new(side * .02, 8.6), new(0, 7), new(side * -.05, 4.7)];
            var leg = new Outline().Through(f.AllAt(outer)).Through(f.AllAt(inner)).Close();
            svg.Fill(leg, paint);
            if (outfit.Satin is { } satin)
                Cloth.Line(svg, satin, .06 * f.Size, .8, f.AllAt(outer[2..]));
            using (svg.Clip(leg))
            {
                Cloth.Fold(svg, f.At(side * .1, 7.2), f.At(side * .42, 10), f.At(side * .62, 13.6), side * -.4 * f.Size, shade, .55);
                if (!f.Fine)
                    continue;
                Cloth.Fold(svg, f.At(side * 1.1, 9.6), f.At(side * .7, 10.1), f.At(side * .2, 10), side * .3 * f.Size, shade, .4);
                Cloth.Fold(svg, f.At(side * .2, 13.1), f.At(side * .7, 13.35), f.At(side * 1.1, 12.9), side * .2 * f.Size, shade, .4);
            }
        }

        if (outfit.Tailored)
            Cloth.Line(svg, shade, .035 * f.Size, .5, f.On(0, 5.4), f.On(0, 6.4), f.At(0, 7.4));
    }

    /// <summary>What shows of a sitting person above the table.</summary>
    public static void Lap(Svg svg, Frame f, Colour colour)
    {
        var (w, h) = (f.Waist + .04, f.Hip);
        Spot[] right = [new(0, 7.85), new(h + .03, 7.7), new(h + .2, 6.9), new(h, 5.9), new(w, 4.6)];
        svg.Fill(new Outline().Through(f.AllAt([.. Frame.Mirror(right)[..^1], .. right])).Close(), Cloth.Paint(svg, f, colour, 1.2));
    }

    public static void Shoes(Svg svg, Frame f, Outfit outfit)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = outfit.Trousers ? .62 : .4;
            Spot P(double u, double y) => f.At(side * (x + u), y);
            var shoe = outfit.Trousers || f.Stature < .85
                ? new Outline().Through([P(-.26, 13.4), P(-.34, 13.8), P(-.3, 14), P(.2, 14.02), P(.52, 13.98), P(.5, 13.78), P(.26, 13.4)],
                    closed: true)
                : new Outline().Through([P(-.2, 13.62), P(-.21, 13.9), P(-.1, 14.03), P(.12, 14.04), P(.25, 13.92), P(.21, 13.62),
                    P(.11, 13.79), P(0, 13.83), P(-.1, 13.79)], closed: true);
            svg.Fill(shoe, svg.Linear(P(0, 13.4), P(0, 14),
                new(0, Cloth.Lit(outfit.Shoes)), new(.5, outfit.Shoes), new(1, Cloth.Shade(outfit.Shoes).Darker(.2))));
        }
    }
}
