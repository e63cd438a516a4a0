using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>Where they get ready: morning light through sheer curtains, the dress, a dressing table under the mirror.</summary>
internal static class GettingReady
{
    private static readonly Colour Plaster = Colour.Of("f3e6d8");

    /// <summary>Over the dressing table, which is at the right.</summary>
    public static Frame Mirror(double width) => width > 900 ? new(width - 520, 130, 300, 400) : new(width - 300, 150, 230, 330);

    public static void Behind(Svg svg, double width, Random random)
    {
        var windowRight = width > 900 ? 480.0 : 250;
        Rooms.Walls(svg, width, Plaster, 700);
        Rooms.Window(svg, random, windowRight - 300, windowRight, 90, 610);
        svg.Band(width, 715, 1005, Palette.Oak.Lighter(.3), Palette.Oak);
        Rooms.Floorboards(svg, width, 715, Palette.Wood);
        Rug(svg, width);
        svg.Fill(new Outline().Corners(new(windowRight - 250, 730), new(windowRight + 20, 730), new(windowRight + 330, 1005),
            new(windowRight - 120, 1005)), svg.Down(730, 1005, new(0, Colour.White, .45), new(1, Colour.White, .05)));
        var mirror = Mirror(width);
        Glass(svg, mirror);
        DressingTable(svg, random, mirror);
        if (width > 900)
        {
            Gown.Draw(svg, random, new(width * .47, 120), 500);
            Trees.Potted(svg, random, new(70, 840), 400, Palette.Leaf, Palette.Ivory);
        }

        Lights.Beam(svg, new(windowRight - 330, 40), 38, 1000, 9, Colour.White, .35);
    }

    private static void Glass(Svg svg, Frame mirror)
    {
        svg.Rectangle(mirror.X - 8, mirror.Y - 4, mirror.Width + 36, mirror.Height + 36, Palette.Wood.ToString(), .18, 16);
        svg.Rectangle(mirror.X - 20, mirror.Y - 20, mirror.Width + 40, mirror.Height + 40,
            svg.Linear(new(mirror.X, mirror.Y), new(mirror.X + mirror.Width, mirror.Y + mirror.Height), new(0, Palette.Honey.Lighter(.4)),
            new(.5, Palette.Gold), new(1, Palette.Honey.Lighter(.1))), corner: 14);
        svg.Rectangle(mirror.X, mirror.Y, mirror.Width, mirror.Height,
            svg.Linear(new(mirror.X, mirror.Y), new(mirror.X + mirror.Width, mirror.Y + mirror.Height), new(0, Palette.Sky.Lighter(.65)),
            new(.5, Plaster), new(1, Plaster.Mix(Palette.Stone, .35))));
        var shine = new Outline().Corners(new(mirror.X, mirror.Y + mirror.Height * .5), new(mirror.X, mirror.Y + mirror.Height * .32),
            new(mirror.X + mirror.Width * .55, mirror.Y), new(mirror.X + mirror.Width * .8, mirror.Y));
        svg.Fill(shine, Colour.White, .4);
    }

    private static void DressingTable(Svg svg, Random random, Frame mirror)
    {
        var (left, wide, top) = (mirror.X - 70, mirror.Width + 140, mirror.Y + mirror.Height + 74);
        svg.Ellipse(new(left + wide / 2, top + 300), wide * .56, 16, Palette.Bark.ToString(), .18);
        var legs = new Outline();
        foreach (var x in (ReadOnlySpan<double>)[.06, .94])
            legs.Corners(new(left + wide * x - 14, top + 60), new(left + wide * x + 14, top + 60), new(left + wide * x + 7, top + 300),
                new(left + wide * x - 7, top + 300));
        svg.Fill(legs, Palette.Sand);
        svg.Rectangle(left, top, wide, 92, svg.Down(top, top + 92, new(0, Palette.Ivory), new(1, Palette.Sand)), corner: 6);
        svg.Stroke(new Outline().Box(left + 24, top + 24, wide / 2 - 36, 50).Box(left + wide / 2 + 12, top + 24, wide / 2 - 36, 50),
            Palette.Stone, 2.5);
        svg.Rectangle(left - 14, top - 10, wide + 28, 18,
            svg.Down(top - 10, top + 8, new(0, Colour.White), new(1, Palette.Sand)), corner: 4);
        Tableware.Vase(svg, new(left + 50, top - 8), 84, Palette.Blush);
        Flowers.Bunch(svg, random, new(left + 50, top - 120), 52, 40, 8, 24);
        foreach (var (x, tall, colour) in (ReadOnlySpan<(double, double, Colour)>)[(.5, 52, Palette.Honey), (.6, 38, Palette.Rose),
            (.68, 60, Palette.Lilac), (.84, 44, Palette.Apricot)])
        {
            svg.Rectangle(left + wide * x - 15, top - 8 - tall, 30, tall,
                svg.Across(left + wide * x - 15, left + wide * x + 15, new(0, Colour.White, .9), new(1, colour, .9)), corner: 6);
            svg.Rectangle(left + wide * x - 6, top - 22 - tall, 12, 16, Palette.Gold.ToString(), corner: 3);
        }
    }

    private static void Rug(Svg svg, double width)
    {
        svg.Ellipse(new(width * .52, 905), width * .42, 74, Palette.Blush.Mix(Palette.Sand, .4).ToString());
        svg.Stroke(new Outline().Oval(new(width * .52, 905), width * .39, 64), Palette.Ivory, 5, .8);
    }
}
