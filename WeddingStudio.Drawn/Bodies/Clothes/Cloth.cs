using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Light and folds on cloth and skin.</summary>
internal static class Cloth
{
    private static readonly Colour Dusk = Colour.Of("241a45");
    private static readonly Colour Sun = Colour.Of("fff3dc");

    /// <summary>White turns lavender in the shade, colours turn deeper: plain black would look dirty.</summary>
    public static Colour Shade(Colour colour) => colour.Mix(Dusk, .3);

    public static Colour Lit(Colour colour) => colour.Mix(Sun, .2);

    /// <summary>One gradient across the whole figure, so that sleeve and bodice meet without a seam.</summary>
    public static string Paint(Svg svg, Frame frame, Colour colour, double contrast = 1) =>
        Across(svg, frame, colour, Lit(colour), Shade(colour), contrast);

    public static string Across(Svg svg, Frame frame, Colour colour, Colour lit, Colour shade, double contrast = 1)
    {
        var reach = frame.Shoulder + .35;
        var bright = .5 + .32 * frame.Light;
        return svg.Linear(frame.At(-reach, 2), frame.At(reach, 2.6),
            new(0, colour.Mix(shade, contrast * bright * .9)),
            new(bright * .5, colour.Mix(shade, contrast * bright * .15)),
            new(bright, colour.Mix(lit, contrast * .75)),
            new(bright + (1 - bright) * .5, colour.Mix(shade, contrast * (1 - bright) * .15)),
            new(1, colour.Mix(shade, contrast * (1 - bright) * .9)));
    }

    /// <summary>A fold: a crisp crease that fades out to the side where <paramref name="width"/> points (its sign).</summary>
    public static void Fold(Svg svg, Spot from, Spot bend, Spot to, double width, Colour colour, double opacity)
    {
        var along = to - from;
        var across = new Spot(-along.Y, along.X) * (width / Math.Max(along.Length, .01));
        var middle = from.Towards(to, .5).Towards(bend, .5);
        var shape = new Outline().Move(from).Quad(bend, to).Quad(bend + across * 2, from).Close();
        svg.Fill(shape, svg.Linear(middle, middle + across, new(0, colour, opacity), new(.45, colour, opacity * .4), new(1, colour, 0)));
    }

    public static void Line(Svg svg, Colour colour, double width, double opacity, params ReadOnlySpan<Spot> through) =>
        svg.Stroke(new Outline().Through(through.ToArray()), colour, width, opacity);
}
