using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>Where portraits are taken: nothing but light behind the person.</summary>
internal static class Backdrops
{
    /// <summary>A hedge far out of focus.</summary>
    public static void Greenery(Svg svg, double width, Random random)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Linear(new(0, 0), new(width, 1000), new(0, Palette.Sage.Lighter(.25)), new(.5, Palette.Leaf), new(1, Palette.Forest)));
        for (var i = 0; i < 14; i++)
            svg.Glow(new(random.Between(0, width), random.Between(0, 1000)), random.Between(120, 300),
                random.Pick(Palette.Forest, Palette.Moss, Palette.Sage, Palette.Butter.Mix(Palette.Moss, .4)), .6, random.Between(.6, 1));
        Lights.Bokeh(svg, random, new(0, 0, width, 700), 24, 22, 62, .32, Palette.Butter, Palette.Sage.Lighter(.5), Palette.Ivory);
        foreach (var side in (ReadOnlySpan<double>)[0, 1])
            for (var i = 0; i < 6; i++)
                svg.Glow(new(width * side + random.Between(-70, 70), random.Between(680, 1000)), random.Between(46, 96),
                    random.Pick(Palette.Rose, Palette.Blush, Palette.Apricot), .75, .9);
    }

    /// <summary>Warm plaster, and the shadow of a branch that the light throws on it.</summary>
    public static void Plaster(Svg svg, double width, Random random)
    {
        var wall = random.Pick(Palette.Sand, Palette.Blush.Mix(Palette.Sand, .5), Palette.Sage.Mix(Palette.Cream, .55));
        svg.Fill(Shapes.Canvas(width),
            svg.Linear(new(0, 0), new(width, 900), new(0, wall.Lighter(.45)), new(.6, wall), new(1, wall.Mix(Palette.Wood, .25))));
        svg.Grain(random, width, 0, 1000, Palette.Wood, .1, 220);
        svg.Grain(random, width, 0, 1000, Colour.White, .3, 160);
        // The lit panes of a window, leaning.
        for (var pane = 0; pane < 6; pane++)
        {
            var (x, y) = (width * .3 + pane % 2 * 250 - pane / 2 * 46, 60 + pane / 2 * 270.0);
            svg.Fill(new Outline().Corners(new(x, y), new(x + 228, y + 34), new(x + 186, y + 284), new(x - 42, y + 250)),
                Palette.Butter.Lighter(.5), .42);
        }

        for (var b = 0; b < 3; b++)
        {
            var (leaves, foot) = (new Outline(), new Spot(width + 40, 140 + b * 260));
            var tip = foot + new Spot(-width * random.Between(.4, .62), -130 + random.Between(-60, 60));
            for (var i = 1; i < 15; i++)
                leaves.Leaf(foot.Towards(tip, i / 15.0), 120 - i * 4, 180 + (i % 2 == 0 ? 42 : -50) + random.Between(-12, 12), .17);
            svg.Fill(leaves, wall.Mix(Palette.Bark, .4), .26);
            svg.Stroke(new Outline().Move(foot).Line(tip), wall.Mix(Palette.Bark, .4), 5, .26);
        }
    }

    /// <summary>A field against the low sun.</summary>
    public static void GoldenHour(Svg svg, double width, Random random)
    {
        svg.Fill(Shapes.Canvas(width), svg.Down(0, 1000, new(0, Palette.Lilac.Mix(Palette.Apricot, .4)),
            new(.45, Palette.Honey.Lighter(.25)),
            new(.62, Palette.Butter), new(.68, Palette.Gold), new(1, Palette.Moss.Mix(Palette.Wood, .45))));
        var sun = new Spot(width * random.Between(.68, .84), 480);
        Scenery.Sun(svg, sun, 74, Palette.Ivory);
        Trees.Hill(svg, random, width, 600, 60, Palette.Gold.Mix(Palette.Lilac, .4), Palette.Honey);
        Trees.Wood(svg, random, 0, width * .5, 660, 150, Palette.Moss.Mix(Palette.Gold, .55), Palette.Butter);
        Trees.Hill(svg, random, width, 665, 24, Palette.Gold.Mix(Palette.Honey, .4), Palette.Moss.Mix(Palette.Gold, .5));
        for (var row = 0; row < 4; row++)
            Trees.Grass(svg, random, -10, width + 10, 740 + row * 85, 110 + row * 34, 15 + row * 3,
                Palette.Moss.Mix(Palette.Wood, .25 + row * .1), .55);
        Lights.Bokeh(svg, random, new(0, 120, width, 880), 22, 12, 46, .34, Palette.Ivory, Palette.Butter, Palette.Honey);
        svg.Glow(sun, 520, Palette.Butter, .45);
    }
}
