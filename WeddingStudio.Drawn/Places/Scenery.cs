using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places;

/// <summary>Sky, water and sun.</summary>
internal static class Scenery
{
    public static void Sky(Svg svg, double width, Random random, double horizon, Colour zenith, Colour haze)
    {
        svg.Fill(Shapes.Canvas(width), svg.Down(0, horizon, new(0, zenith), new(.6, zenith.Mix(haze, .55)), new(1, haze)));
        for (var i = 0; i < 4; i++)
            Cloud(svg, random, new(random.Between(0, width), random.Between(.12, .6) * horizon),
                random.Between(110, 220), haze.Lighter(.5));
    }

    public static void Sun(Svg svg, Spot at, double radius, Colour colour)
    {
        svg.Glow(at, radius * 7, colour, .65);
        svg.Glow(at, radius * 2.2, Palette.Ivory, .95);
    }

    /// <summary>Still water: the sky upside down, and lines of light.</summary>
    public static void Water(Svg svg, Random random, double width, double top, double bottom, Colour far, Colour near)
    {
        svg.Band(width, top, bottom, far, near);
        var glints = new Outline();
        for (var i = 0; i < 60; i++)
        {
            var depth = random.NextDouble();
            glints.Oval(new(random.Between(0, width), top + 6 + depth * depth * (bottom - top - 10)), 16 + depth * 60, 1 + depth * 2.2);
        }

        svg.Fill(glints, Palette.Ivory, .5);
    }

    private static void Cloud(Svg svg, Random random, Spot centre, double half, Colour colour)
    {
        var outline = new Outline();
        for (var i = 0; i < 7; i++)
        {
            var x = (i - 3) / 3.4;
            outline.Oval(centre + new Spot(x * half, -half * .1 * (1 - x * x) * random.Between(.2, 2)), half * random.Between(.26, .42),
                half * random.Between(.08, .2) * (1.3 - x * x));
        }

        svg.Fill(outline, svg.Down(centre.Y - half * .3, centre.Y + half * .2, new(0, colour, .85), new(1, colour, .1)));
    }
}
