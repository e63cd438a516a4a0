namespace WeddingStudio.Engine.Drawn.Bodies;

/// <summary>Patterns on cloth. Each is one to three paths whatever its size; to be drawn inside of the garment's clip.</summary>
internal static class Prints
{
    /// <param name="half">Half the garment's width at a height, in body units.</param>
    public static void Draw(Svg svg, Frame f, Outfit outfit, double top, double bottom, Func<double, double> half)
    {
        switch (outfit.Pattern)
        {
            case ClothPattern.Dots:
                Spots(svg, f, Grid(f, top, bottom, half, .3, 0, outfit.Seed), .13, outfit.Print, .85);
                break;
            case ClothPattern.Florals:
                Florals(svg, f, outfit, Grid(f, top, bottom, half, .56, .2, outfit.Seed));
                break;
            case ClothPattern.Lace:
                Lace(svg, f, outfit, Grid(f, top, Math.Min(bottom, 4.7), half, .3, .05, outfit.Seed));
                break;
            case ClothPattern.Stripes:
                Lengthwise(svg, f, outfit.Print, top, bottom, half, .2, .045, .55);
                break;
            case ClothPattern.Check:
                Lengthwise(svg, f, outfit.Print, top, bottom, half, .26, .022, .4);
                Crosswise(svg, f, outfit.Print, top, bottom, half);
                break;
        }
    }

    private static List<Spot> Grid(Frame f, double top, double bottom, Func<double, double> half, double step, double jitter, int seed)
    {
        var random = new Random(seed);
        var places = new List<Spot>();
        step *= f.Fine ? 1 : 1.25;
        var row = 0;
        for (var y = top; y < bottom; y += step * .87 / f.Stature, row++)
            for (var x = -Math.Ceiling(half(y) / step) * step + row % 2 * step / 2; x < half(y) + .2; x += step)
                places.Add(f.On(x + (random.NextDouble() - .5) * 2 * jitter, y + (random.NextDouble() - .5) * 2 * jitter));
        return places;
    }

    /// <summary>Strokes without length and with round ends are the shortest way to write many dots.</summary>
    private static void Spots(Svg svg, Frame f, IEnumerable<Spot> places, double width, Colour colour, double opacity)
    {
        var dots = new Outline();
        foreach (var place in places)
            dots.Move(place).Line(place);
        svg.Stroke(dots, colour, width * f.Size, opacity);
    }

    private static void Florals(Svg svg, Frame f, Outfit outfit, List<Spot> places)
    {
        var random = new Random(outfit.Seed);
        List<Spot> petals = [], others = [], hearts = [];
        var leaves = new Outline();
        foreach (var place in places)
        {
            var start = random.NextDouble() * 6;
            var into = random.Next(3) == 0 ? others : petals;
            for (var i = 0; i < 5; i++)
                into.Add(place + new Spot(Math.Cos(start + i * 1.257), Math.Sin(start + i * 1.257)) * (.085 * f.Size));
            hearts.Add(place);
            var tip = place + new Spot(Math.Cos(start), Math.Sin(start)) * (.3 * f.Size);
            leaves.Move(place).Quad(tip + new Spot(.06, .02) * f.Size, tip);
        }

        svg.Stroke(leaves, outfit.Print.Mix(Colour.Of("4f7a55"), .75), .06 * f.Size, .8);
        Spots(svg, f, petals, .15, outfit.Print, .95);
        Spots(svg, f, others, .15, outfit.Print.Mix(outfit.Main, .45), .95);
        Spots(svg, f, hearts, .1, Colour.Of("f0c35a"), .95);
    }

    private static void Lace(Svg svg, Frame f, Outfit outfit, List<Spot> places)
    {
        Spots(svg, f, places, .2, Cloth.Shade(outfit.Main), .16);
        Spots(svg, f, places.Select(p => p - new Spot(.02, .03) * f.Size), .15, Colour.White, .75);
        Spots(svg, f, places.Select(p => p + new Spot(.15, .0) * f.Size), .05, Cloth.Shade(outfit.Main), .3);
    }

    private static void Lengthwise(Svg svg, Frame f, Colour colour, double top, double bottom, Func<double, double> half, double step, double width, double opacity)
    {
        var lines = new Outline();
        var widest = half(3);
        for (var share = -2.0; share <= 2; share += step / widest)
            lines.Through([.. Heights(top, bottom).Select((y, i) => f.On(share * half(y), y))], closed: false);
        svg.Stroke(lines, colour, width * f.Size, opacity);
    }

    private static void Crosswise(Svg svg, Frame f, Colour colour, double top, double bottom, Func<double, double> half)
    {
        var lines = new Outline();
        for (var y = top; y < bottom; y += .28)
            lines.Move(f.On(-half(y) - .3, y)).Quad(f.On(0, y + .1), f.On(half(y) + .3, y));
        svg.Stroke(lines, colour, .022 * f.Size, .4);
    }

    private static double[] Heights(double top, double bottom) =>
        [.. Enumerable.Range(0, 5).Select(i => top + (bottom - top) * i / 4)];
}
