using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>The barn where dinner is served: beams, swags of cloth, hundreds of small lights, blue dusk in the windows.</summary>
internal static class DiningHall
{
    private static readonly Colour Wall = Colour.Of("e2c39c");
    private static readonly Colour Beam = Colour.Of("6d4a35");

    public static void Behind(Svg svg, double width, Random random)
    {
        var c = width / 2;
        svg.Fill(Shapes.Canvas(width), svg.Down(0, 640, new(0, Wall.Mix(Beam, .62)), new(.55, Wall), new(1, Wall.Lighter(.2))));
        Windows(svg, width, random);
        svg.Band(width, 625, 1005, Palette.Oak.Mix(Beam, .15), Palette.Wood.Mix(Beam, .4));
        Rooms.Floorboards(svg, width, 625, Beam);
        svg.Glow(new(c, 640), width * .6, Palette.Honey, .4, .3);
        Ceiling(svg, width, random);
        foreach (var x in width > 900 ? (ReadOnlySpan<double>)[.16, .5, .84] : [.2, .8])
            Lights.Chandelier(svg, random, new(width * x, 60), x == .5 ? 150 : 185, x == .5 ? 84 : 100);
        foreach (var x in (ReadOnlySpan<double>)[.28, .72])
            Furniture.RoundTable(svg, random, new(width * x, 690), 88, Palette.Ivory, Palette.Wood, Palette.Oak);
        foreach (var x in width > 900 ? (ReadOnlySpan<double>)[.07, .5, .93] : [.02, .98])
            Furniture.RoundTable(svg, random, new(width * x, 765), 128, Palette.Ivory, Palette.Wood, Palette.Oak);
    }

    public static void Table(Svg svg, double width, Random random) => Furniture.LongTable(svg, width, random);

    private static void Windows(Svg svg, double width, Random random)
    {
        var count = width > 900 ? 5 : 3;
        for (var i = 0; i < count; i++)
        {
            var (x, half) = (width * (i + .5) / count, width / count * .28);
            svg.Fill(new Outline().Arch(x - half - 14, x + half + 14, 270, 590, pointed: false), Beam.Mix(Wall, .35));
            using (svg.Clip(new Outline().Arch(x - half, x + half, 285, 580, pointed: false)))
            {
                svg.Rectangle(x - half, 280, half * 2, 310, svg.Down(285, 580, new(0, Palette.Night.Mix(Palette.Dusk, .6)),
                    new(.7, Palette.Lilac.Mix(Palette.Dusk, .4)), new(1, Palette.Apricot)));
                Trees.Wood(svg, random, x - half, x + half, 590, 90, Palette.Forest.Mix(Palette.Dusk, .4), Palette.Lilac);
            }

            var bars = new Outline().Move(new(x, 285)).Line(new(x, 580));
            foreach (var y in (ReadOnlySpan<double>)[400, 490])
                bars.Move(new(x - half, y)).Line(new(x + half, y));
            svg.Stroke(bars, Palette.Cream, 4, .8);
            svg.Rectangle(x - half - 20, 580, half * 2 + 40, 12, Palette.Cream.ToString(), corner: 3);
        }
    }

    private static void Ceiling(Svg svg, double width, Random random)
    {
        var c = width / 2;
        foreach (var (y, thick) in (ReadOnlySpan<(double, double)>)[(215, 16), (150, 24), (70, 34)])
            svg.Rectangle(-5, y, width + 10, thick, svg.Down(y, y + thick, new(0, Beam.Lighter(.15)), new(1, Beam.Darker(.25))));
        foreach (var (i, share) in ((double[])[.02, .25, .75, .98]).Index())
        {
            var (x, low) = (width * share, i is 0 or 3 ? 260.0 : 170);
            var swag = new Outline().Move(new(c, -60)).Quad(new(c.Towards(x, .5), low), new(x, i is 0 or 3 ? 130 : 60))
                .Quad(new(c.Towards(x, .5), low + 78), new(c, 10)).Close();
            svg.Fill(swag, svg.Down(0, 240, new(0, Palette.Ivory), new(1, Palette.Cream.Mix(Palette.Blush, .4))), .93);
        }

        for (var i = 0; i < 4; i++)
            Lights.Cord(svg, new(width * (i / 4.0 - .04), 196), new(width * ((i + 1) / 4.0 + .04), 196), 46 + random.Between(-8, 8),
                8, 6, Palette.Honey, Beam);
    }

    private static double Towards(this double from, double to, double share) => from + (to - from) * share;
}
