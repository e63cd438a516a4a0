using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>Everything green. Each mass of leaves is three paths: shade, leaf and sun.</summary>
internal static class Trees
{
    /// <param name="dab">Size of one tuft of leaves.</param>
    /// <param name="sunFrom">-1 = the left side is lit .. 1 = the right.</param>
    public static void Mass(
        Svg svg, Random random, Spot centre, double radiusX, double radiusY, Colour colour, double dab, double sunFrom = -1)
    {
        var count = (int)Math.Clamp(radiusX * radiusY / (dab * dab) * 3, 12, 220);
        Tufts(1, 0, 1, colour.Mix(Palette.Forest, .45).Darker(.06));
        Tufts(.86, -.1, .62, colour);
        Tufts(.66, -.26, .34, colour.Mix(Palette.Butter, .32));

        void Tufts(double spread, double lift, double share, Colour tone)
        {
            var outline = new Outline();
            for (var i = 0; i < count * share; i++)
            {
                var at = random.Within(centre + new Spot(sunFrom * (1 - spread) * radiusX * .5, lift * radiusY),
                    radiusX * spread, radiusY * spread);
                var size = dab * random.Between(.45, 1) * (spread < 1 ? .75 : 1);
                outline.Oval(at, size, size * random.Between(.5, .85), random.Between(-50, 50));
            }

            svg.Fill(outline, tone);
        }
    }

    public static void Tree(
        Svg svg, Random random, Spot foot, double height, Colour colour, Colour bark, double sunFrom = -1, double slim = 1)
    {
        var (crown, thick) = (foot + new Spot(0, -height * .62), height * .03);
        var trunk = new Outline().Move(foot + new Spot(-thick, 0)).Curve(foot + new Spot(-thick * .4, -height * .2),
            foot + new Spot(-thick * .6, -height * .3), crown + new Spot(-height * .13, 0))
            .Line(crown + new Spot(0, height * .09)).Line(crown + new Spot(height * .14, -height * .04))
            .Curve(foot + new Spot(thick * .5, -height * .3), foot + new Spot(thick * .4, -height * .2), foot + new Spot(thick * 1.1, 0))
            .Close();
        svg.Fill(trunk, bark);
        Mass(svg, random, crown, height * .31 * slim, height * .35, colour, height * .042, sunFrom);
    }

    public static void Cypress(Svg svg, Random random, Spot foot, double height, Colour colour, double sunFrom = -1)
    {
        var (body, lit) = (new Outline(), new Outline());
        body.Leaf(foot, height, -90, .17);
        for (var i = 0; i < 16; i++)
        {
            var up = random.Between(.08, .8);
            var at = foot + new Spot(random.Between(-.06, .06) * height * (1 - up * .6), -up * height);
            (i % 2 == 0 ? body : lit).Leaf(at + new Spot(i % 2 == 0 ? 0 : sunFrom * height * .02, 0), height * random.Between(.12, .24),
                -90 + random.Between(-9, 9), .2);
        }

        svg.Fill(body, colour.Mix(Palette.Forest, .5));
        svg.Fill(lit, colour.Mix(Palette.Butter, .12), .8);
    }

    /// <summary>A ridge across the canvas; the colour fades towards the haze at its foot.</summary>
    public static void Hill(Svg svg, Random random, double width, double y, double rise, Colour colour, Colour haze)
    {
        var ridge = new List<Spot>();
        for (var x = -width * .15; x < width * 1.2; x += width * random.Between(.16, .3))
            ridge.Add(new(x, y - random.Between(0, rise)));
        ridge.Add(new(width * 1.3, y - rise * .4));
        svg.Fill(new Outline().Through(ridge).Line(new(width * 1.3, 1005)).Line(new(-width * .15, 1005)).Close(),
            svg.Down(y - rise, y + rise * 1.6 + 60, new(0, colour), new(1, haze)));
    }

    /// <summary>A wood in the distance: round heads side by side, in two depths.</summary>
    public static void Wood(Svg svg, Random random, double left, double right, double foot, double height, Colour colour, Colour haze)
    {
        for (var depth = 0; depth < 2; depth++)
        {
            var outline = new Outline();
            var tall = height * (1 - depth * .35);
            for (var x = left - tall * .2; x < right + tall * .2; x += tall * random.Between(.14, .34))
                outline.Oval(new(x, foot - tall * random.Between(.2, .5)), tall * random.Between(.22, .4), tall * random.Between(.34, .5),
                    random.Between(-12, 12));
            var tone = colour.Mix(haze, .5 - depth * .35);
            svg.Fill(outline.Box(left - 5, foot - tall * .3, right - left + 10, tall * .3),
                svg.Down(foot - height, foot, new(0, tone.Mix(Palette.Butter, .18)), new(1, tone.Mix(Palette.Forest, .2))));
        }
    }

    public static void Grass(
        Svg svg, Random random, double left, double right, double y, double height, double step, Colour colour, double opacity = 1)
    {
        var outline = new Outline();
        for (var x = left; x < right; x += step * random.Between(.5, 1.5))
            outline.Leaf(new(x, y + random.Between(0, height * .4)), height * random.Between(.45, 1), -90 + random.Between(-24, 24), .07);
        svg.Fill(outline, svg.Down(y - height * .8, y + height * .2, new(0, colour.Mix(Palette.Butter, .35)), new(1, colour)), opacity);
    }

    /// <summary>Leaves along a line, in two greens: a garland, a climbing plant, a table runner.</summary>
    public static void Garland(Svg svg, Random random, IReadOnlyList<Spot> line, double leaf, Colour colour, double density = 1)
    {
        var (under, over) = (new Outline(), new Outline());
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var steps = (int)Math.Max(2, (line[i + 1] - line[i]).Length / leaf * 3.2 * density);
            for (var s = 0; s < steps; s++)
            {
                var at = line[i].Towards(line[i + 1], (double)s / steps)
                    + new Spot(random.Between(-.4, .4) * leaf, random.Between(-.4, .4) * leaf);
                (s % 2 == 0 ? under : over).Leaf(at, leaf * random.Between(.6, 1.3), random.Between(0, 360), .3);
            }
        }

        svg.Fill(under, colour.Mix(Palette.Forest, .4));
        svg.Fill(over, colour.Mix(Palette.Cream, .12));
    }

    /// <summary>A shrub in a pot, cut to a ball or left as an olive tree.</summary>
    public static void Potted(Svg svg, Random random, Spot foot, double height, Colour leaf, Colour pot, double sunFrom = -1)
    {
        var (wide, tall) = (height * .15, height * .24);
        svg.Ellipse(foot + new Spot(0, -2), wide * 1.5, height * .03, Palette.Bark.ToString(), .22);
        svg.Fill(new Outline().Corners(foot + new Spot(-wide * .7, 0), foot + new Spot(-wide, -tall), foot + new Spot(wide, -tall),
            foot + new Spot(wide * .7, 0)),
            svg.Across(foot.X - wide, foot.X + wide, new(0, pot.Lighter(sunFrom < 0 ? .25 : 0)), new(.5, pot),
                new(1, pot.Mix(Palette.Bark, sunFrom < 0 ? .4 : 0))));
        svg.Rectangle(foot.X - wide * 1.1, foot.Y - tall - height * .025, wide * 2.2, height * .045,
            pot.Lighter(.12).ToString(), corner: 4);
        svg.Stroke(new Outline().Move(foot + new Spot(0, -tall)).Quad(foot + new Spot(height * .02, -height * .4),
            foot + new Spot(-height * .01, -height * .6)), Palette.Bark, height * .025);
        Mass(svg, random, foot + new Spot(0, -height * .72), height * .25, height * .26, leaf, height * .045, sunFrom);
    }
}
