using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

internal static class Lights
{
    /// <summary>Lights out of focus: even discs with a soft rim.</summary>
    public static void Bokeh(
        Svg svg, Random random, Frame area, int count, double least, double most, double opacity, params ReadOnlySpan<Colour> colours)
    {
        var taken = new List<Spot>();
        for (var i = 0; i < count; i++)
        {
            var at = Chance.Apart(() => new(area.X + random.NextDouble() * area.Width, area.Y + random.NextDouble() * area.Height), taken);
            taken.Add(at);
            var (radius, colour, full) = (random.Between(least, most), colours[i % colours.Length], opacity * random.Between(.45, 1));
            svg.Ellipse(at, radius, radius,
                svg.Oval(at, radius, 1, 0, new(0, colour, full * .7), new(.82, colour, full), new(1, colour, 0)));
        }
    }

    /// <summary>A cord of bulbs that sags between two hooks.</summary>
    public static void Cord(Svg svg, Spot from, Spot to, double sag, int bulbs, double size, Colour light, Colour cord)
    {
        var middle = from.Towards(to, .5) + new Spot(0, sag * 2);
        svg.Stroke(new Outline().Move(from).Quad(middle, to), cord, Math.Max(1.2, size * .28), .8);
        var cores = new Outline();
        for (var i = 0; i < bulbs; i++)
        {
            var t = (i + .5) / bulbs;
            var at = from.Towards(middle, t).Towards(middle.Towards(to, t), t) + new Spot(0, size);
            svg.Glow(at, size * 4.2, light, .6);
            cores.Oval(at, size * .62, size * .85);
        }

        svg.Fill(cores, light.Lighter(.7));
    }

    /// <summary>A widening ray that loses itself.</summary>
    public static void Beam(Svg svg, Spot from, double degrees, double length, double spread, Colour colour, double opacity)
    {
        var ray = new Outline().Corners(from.Polar(3, degrees - 90), from.Polar(length, degrees - spread),
            from.Polar(length, degrees + spread), from.Polar(3, degrees + 90));
        svg.Fill(ray, svg.Linear(from, from.Polar(length, degrees), new(0, colour, opacity), new(.5, colour, opacity * .4),
            new(1, colour, 0)));
    }

    public static void Candle(Svg svg, Spot foot, double height, double thick, double glow = 1)
    {
        var top = foot + new Spot(0, -height);
        svg.Rectangle(foot.X - thick / 2, top.Y, thick, height, svg.Across(foot.X - thick / 2, foot.X + thick / 2, new(0, Palette.Ivory),
            new(1, Palette.Sand)), corner: thick * .2);
        Flame(svg, top, thick * .9, glow);
    }

    public static void Flame(Svg svg, Spot at, double size, double glow = 1)
    {
        svg.Glow(at + new Spot(0, -size), size * 7, Palette.Honey, .5 * glow);
        svg.Fill(new Outline().Leaf(at, size * 2.4, -90, .3),
            svg.Down(at.Y - size * 2.4, at.Y, new(0, Palette.Honey), new(.6, Palette.Ivory), new(1, Palette.Apricot)));
    }

    /// <summary>A tea light in a glass.</summary>
    public static void Votive(Svg svg, Spot foot, double size)
    {
        svg.Glow(foot + new Spot(0, -size * .8), size * 3.4, Palette.Honey, .55);
        svg.Fill(new Outline().Corners(foot + new Spot(-size * .42, 0), foot + new Spot(-size * .5, -size * 1.1),
            foot + new Spot(size * .5, -size * 1.1), foot + new Spot(size * .42, 0)),
            svg.Down(foot.Y - size * 1.1, foot.Y, new(0, Palette.Ivory, .35), new(.6, Palette.Honey, .85), new(1, Palette.Apricot, .9)));
        svg.Fill(new Outline().Leaf(foot + new Spot(0, -size * .35), size * .7, -90, .28), Palette.Ivory);
    }

    /// <summary>A ring of candles under a canopy of crystal.</summary>
    public static void Chandelier(Svg svg, Random random, Spot hook, double drop, double radius)
    {
        var ring = hook + new Spot(0, drop);
        svg.Stroke(new Outline().Move(hook).Line(ring + new Spot(0, -radius * .6)), Palette.Gold, radius * .03);
        svg.Glow(ring, radius * 2.3, Palette.Honey, .4);
        var (arms, beads) = (new Outline(), new Outline());
        for (var i = -3; i <= 3; i++)
        {
            var end = ring + new Spot(i * radius / 3, -radius * .04 * Math.Abs(i));
            arms.Move(ring + new Spot(0, -radius * .6)).Quad(ring + new Spot(i * radius / 4, radius * .36), end);
            for (var b = 0; b < 5; b++)
                beads.Oval(ring + new Spot(i * radius / 3.4 + random.Between(-4, 4), radius * (.16 + b * .07 * (4 - Math.Abs(i)) / 3)),
                    radius * .022, radius * .034);
        }

        svg.Stroke(arms, Palette.Gold, radius * .035);
        svg.Fill(beads, Palette.Ivory, .8);
        var (candles, flames) = (new Outline(), new Outline());
        for (var i = -3; i <= 3; i++)
        {
            var at = ring + new Spot(i * radius / 3, -radius * .04 * Math.Abs(i));
            candles.Box(at.X - radius * .028, at.Y - radius * .2, radius * .056, radius * .2);
            flames.Leaf(at + new Spot(0, -radius * .2), radius * .14, -90, .3);
        }

        svg.Fill(candles, Palette.Cream);
        svg.Fill(flames, Palette.Butter);
    }

    /// <summary>A lantern of glass and metal with a candle inside.</summary>
    public static void Lantern(Svg svg, Spot foot, double height, Colour metal)
    {
        var (half, top) = (height * .23, foot.Y - height * .74);
        svg.Glow(foot + new Spot(0, -height * .34), height * .85, Palette.Honey, .4);
        svg.Rectangle(foot.X - half, top, half * 2, height * .74,
            svg.Down(top, foot.Y, new(0, Palette.Butter, .3), new(1, Palette.Honey, .75)));
        Candle(svg, foot + new Spot(0, -height * .04), height * .28, height * .16, .6);
        svg.Stroke(new Outline().Box(foot.X - half, top, half * 2, height * .74).Move(new(foot.X, top))
            .Line(new(foot.X, top + height * .08)), metal, height * .035);
        svg.Fill(new Outline().Corners(new(foot.X - half * 1.25, top), new(foot.X - half * .4, foot.Y - height * .92),
            new(foot.X + half * .4, foot.Y - height * .92), new(foot.X + half * 1.25, top)), metal);
        svg.Stroke(new Outline().Oval(new(foot.X, foot.Y - height * .96), height * .05, height * .06), metal, height * .022);
    }
}
