using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>The hall, with an empty frame for a poster.</summary>
internal static class PosterWall
{
    /// <summary>Above the sideboard, clear of people in the middle.</summary>
    public static Frame Poster(double width) => width > 900 ? new(width * .5 - 560, 120, 290, 390) : new(56, 90, 230, 310);

    public static void Behind(Svg svg, double width, Random random)
    {
        var wall = Palette.Sage.Mix(Palette.Cream, .42);
        Rooms.Walls(svg, width, wall, 720);
        svg.Band(width, 735, 1005, Palette.Oak.Lighter(.15), Palette.Wood.Mix(Palette.Oak, .4));
        Rooms.Floorboards(svg, width, 735, Palette.Bark);
        svg.Glow(new(width * .5, 300), width * .5, Palette.Ivory, .4, .8);
        var poster = Poster(width);
        svg.Rectangle(poster.X - 14, poster.Y - 10, poster.Width + 44, poster.Height + 44, Palette.Forest.ToString(), .16, 4);
        svg.Rectangle(poster.X - 22, poster.Y - 22, poster.Width + 44, poster.Height + 44,
            svg.Linear(new(poster.X, poster.Y), new(poster.X + poster.Width, poster.Y + poster.Height), new(0, Palette.Gold.Lighter(.4)),
            new(1, Palette.Gold.Darker(.15))), corner: 3);
        svg.Rectangle(poster.X, poster.Y, poster.Width, poster.Height, Palette.Ivory.ToString());
        Sideboard(svg, random, poster);
        if (width > 900)
            Lamp(svg, new(width - 170, 860));
        Trees.Potted(svg, random, new(width - (width > 900 ? 330 : 70), 850), 330, Palette.Leaf, Palette.Apricot.Mix(Palette.Wood, .3));
        var line = Enumerable.Range(0, 9).Select(i => new Spot(width * i / 8.0, 26 + 24 * Math.Sin(i * Math.PI / 2 + 1))).ToList();
        Trees.Garland(svg, random, line, 44, Palette.Leaf, .8);
    }

    private static void Sideboard(Svg svg, Random random, Frame poster)
    {
        var (left, wide, top) = (poster.X - 60, poster.Width + 120, 600.0);
        svg.Ellipse(new(left + wide / 2, 852), wide * .55, 16, Palette.Bark.ToString(), .25);
        svg.Rectangle(left, top, wide, 210, svg.Down(top, top + 210, new(0, Palette.Oak), new(1, Palette.Wood)), corner: 6);
        svg.Stroke(new Outline().Box(left + 22, top + 30, wide / 2 - 34, 156).Box(left + wide / 2 + 12, top + 30, wide / 2 - 34, 156),
            Palette.Bark, 3, .6);
        svg.Rectangle(left - 12, top - 8, wide + 24, 18, Palette.Oak.Lighter(.25).ToString(), corner: 4);
        foreach (var x in (ReadOnlySpan<double>)[.08, .92])
            svg.Rectangle(left + wide * x - 8, top + 208, 16, 44, Palette.Bark.ToString());
        Tableware.Vase(svg, new(left + 70, top - 6), 70, Palette.Ivory);
        Flowers.Bunch(svg, random, new(left + 72, top - 96), 46, 34, 7, 21);
        foreach (var (x, tall) in (ReadOnlySpan<(double, double)>)[(.62, 60), (.72, 84), (.81, 44)])
            Lights.Candle(svg, new(left + wide * x, top - 6), tall, 15);
    }

    private static void Lamp(Svg svg, Spot foot)
    {
        svg.Glow(foot + new Spot(0, -470), 330, Palette.Butter, .7);
        svg.Ellipse(foot, 58, 12, Palette.Gold.Darker(.2).ToString());
        svg.Stroke(new Outline().Move(foot).Line(foot + new Spot(0, -420)), Palette.Gold, 9);
        svg.Fill(new Outline().Corners(foot + new Spot(-92, -400), foot + new Spot(-58, -540), foot + new Spot(58, -540),
            foot + new Spot(92, -400)),
            svg.Across(foot.X - 92, foot.X + 92, new(0, Palette.Cream), new(.5, Palette.Ivory), new(1, Palette.Butter)));
    }
}
