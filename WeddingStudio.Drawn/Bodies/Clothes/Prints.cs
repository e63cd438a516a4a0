using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Patterns on cloth. Each is one to three paths whatever its size; to be drawn inside of the garment's clip.</summary>
internal static class Prints
{
    /// <param name="place">From body units to the canvas; see <see cref="Frame.On(double, double)"/> and <see cref="Limb.Place"/>.</param>
    /// <param name="half">Half the garment's width at a height, in body units.</param>
    public static void Draw(
        Svg svg, Frame f, Outfit outfit, Func<double, double, Spot> place, double top, double bottom, Func<double, double> half)
    {
        switch (outfit.Pattern)
        {
            case ClothPattern.Dots:
                Spots(svg, f, Grid(f, place, top, bottom, half, .3, 0, outfit.Seed), .13, outfit.Print, .85);
                break;
            case ClothPattern.Florals:
                Florals(svg, f, outfit, Grid(f, place, top, bottom, half, .56, .2, outfit.Seed));
                break;
            case ClothPattern.Lace:
                Lace(svg, f, outfit, Grid(f, place, top, Math.Min(bottom, 4.7), half, .27, .03, outfit.Seed));
                break;
            case ClothPattern.Stripes:
                Lengthwise(svg, f, place, outfit.Print, top, bottom, half, .24, .04, .45);
                break;
            case ClothPattern.Check:
                Lengthwise(svg, f, place, outfit.Print, top, bottom, half, .28, .022, .35);
                Crosswise(svg, f, place, outfit.Print, top, bottom, half);
                break;
        }
    }

    private static List<Spot> Grid(Frame f, Func<double, double, Spot> place, double top, double bottom, Func<double, double> half,
        double step, double jitter, int seed)
    {
        var random = new Random(seed);
        var places = new List<Spot>();
        step *= f.Fine ? 1 : 1.25;
        var row = 0;
        for (var y = top; y < bottom; y += step * .87 / f.Stature, row++)
            for (var x = -Math.Ceiling(half(y) / step) * step + row % 2 * step / 2; x < half(y) + .2; x += step)
                places.Add(place(x + (random.NextDouble() - .5) * 2 * jitter, y + (random.NextDouble() - .5) * 2 * jitter));
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

    /// <summary>White on white: sprigs are seen by the shadow they throw.</summary>
    private static void Lace(Svg svg, Frame f, Outfit outfit, List<Spot> places)
    {
        var random = new Random(outfit.Seed);
        var petals = new List<Spot>();
        var net = new Outline();
        foreach (var place in places)
        {
            var start = random.NextDouble() * 6;
            for (var i = 0; i < 6; i++)
                petals.Add(place + new Spot(Math.Cos(start + i * 1.047), Math.Sin(start + i * 1.047)) * (.058 * f.Size));
            var tip = place + new Spot(Math.Cos(start), Math.Sin(start)) * (.24 * f.Size);
            net.Move(place).Quad(tip + new Spot(.1, -.06) * f.Size, tip);
        }

        var shade = Cloth.Shade(outfit.Main);
        svg.Stroke(net, shade, .018 * f.Size, .35);
        Spots(svg, f, petals.Select(p => p + new Spot(.008, .014) * f.Size), .062, shade, .4);
        Spots(svg, f, petals, .055, Colour.White, 1);
    }

    private static void Lengthwise(Svg svg, Frame f, Func<double, double, Spot> place, Colour colour, double top, double bottom,
        Func<double, double> half, double step, double width, double opacity)
    {
        var lines = new Outline();
        var widest = half(3);
        for (var share = -1.2; share <= 1.2; share += step / widest)
        {
            var line = Enumerable.Range(0, 6).Select(i => top + (bottom - top) * i / 5).Select(y => place(share * half(y), y)).ToArray();
            lines.Move(line[0]).Through(line);
        }

        svg.Stroke(lines, colour, width * f.Size, opacity);
    }

    private static void Crosswise(
        Svg svg, Frame f, Func<double, double, Spot> place, Colour colour, double top, double bottom, Func<double, double> half)
    {
        var lines = new Outline();
        for (var y = top + .1; y < bottom; y += .28)
            lines.Move(place(-half(y) - .2, y)).Quad(place(0, y + .1), place(half(y) + .2, y));
        svg.Stroke(lines, colour, .022 * f.Size, .35);
    }
}
