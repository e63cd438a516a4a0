namespace WeddingStudio.Engine.Drawn.Places;

/// <summary>Rooms of the house: where they get ready, and the hall with the framed poster.</summary>
internal static class Rooms
{
    private static readonly Colour Plaster = Colour.Of("f3e6d8");

    /// <summary>Over the dressing table, which is at the right.</summary>
    public static Frame Mirror(double width) => width > 900 ? new(width - 520, 130, 300, 400) : new(width - 300, 150, 230, 330);

    /// <summary>Above the sideboard, clear of people in the middle.</summary>
    public static Frame Poster(double width) => width > 900 ? new(width * .5 - 560, 120, 290, 390) : new(56, 90, 230, 310);

    public static void GettingReady(Svg svg, double width, Random random)
    {
        var windowRight = width > 900 ? 480.0 : 250;
        Walls(svg, width, Plaster, 700);
        Window(svg, random, windowRight - 300, windowRight, 90, 610);
        svg.Band(width, 715, 1005, Palette.Oak.Lighter(.3), Palette.Oak);
        DiningHall.Floorboards(svg, width, 715, Palette.Wood);
        Rug(svg, width);
        svg.Fill(new Outline().Corners(new(windowRight - 250, 730), new(windowRight + 20, 730), new(windowRight + 330, 1005), new(windowRight - 120, 1005)), svg.Down(730, 1005, new(0, Colour.White, .45), new(1, Colour.White, .05)));
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

    public static void PosterWall(Svg svg, double width, Random random)
    {
        var wall = Palette.Sage.Mix(Palette.Cream, .42);
        Walls(svg, width, wall, 720);
        svg.Band(width, 735, 1005, Palette.Oak.Lighter(.15), Palette.Wood.Mix(Palette.Oak, .4));
        DiningHall.Floorboards(svg, width, 735, Palette.Bark);
        svg.Glow(new(width * .5, 300), width * .5, Palette.Ivory, .4, .8);
        var poster = Poster(width);
        svg.Rectangle(poster.X - 14, poster.Y - 10, poster.Width + 44, poster.Height + 44, Palette.Forest.ToString(), .16, 4);
        svg.Rectangle(poster.X - 22, poster.Y - 22, poster.Width + 44, poster.Height + 44, svg.Linear(new(poster.X, poster.Y), new(poster.X + poster.Width, poster.Y + poster.Height), new(0, Palette.Gold.Lighter(.4)), new(1, Palette.Gold.Darker(.15))), corner: 3);
        svg.Rectangle(poster.X, poster.Y, poster.Width, poster.Height, Palette.Ivory.ToString());
        Sideboard(svg, random, poster);
        if (width > 900)
            Lamp(svg, new(width - 170, 860));
        Trees.Potted(svg, random, new(width - (width > 900 ? 330 : 70), 850), 330, Palette.Leaf, Palette.Apricot.Mix(Palette.Wood, .3));
        var line = Enumerable.Range(0, 9).Select(i => new Spot(width * i / 8.0, 26 + 24 * Math.Sin(i * Math.PI / 2 + 1))).ToList();
        Trees.Garland(svg, random, line, 44, Palette.Leaf, .8);
    }

    /// <summary>Panelled wall with a skirting board.</summary>
    public static void Walls(Svg svg, double width, Colour colour, double floor)
    {
        svg.Fill(Shapes.Canvas(width), svg.Linear(new(0, 0), new(width, 700), new(0, colour.Lighter(.4)), new(.5, colour), new(1, colour.Mix(Palette.Wood, .16))));
        var (light, dark) = (new Outline(), new Outline());
        for (var x = 30.0; x < width; x += 310)
        {
            foreach (var (y, tall) in (ReadOnlySpan<(double, double)>)[(40, 480), (560, 110)])
            {
                dark.Box(x, y, 270, tall);
                light.Box(x + 3, y + 3, 270, tall);
            }
        }

        svg.Stroke(dark, colour.Mix(Palette.Wood, .3), 3, .7);
        svg.Stroke(light, colour.Lighter(.6), 3, .8);
        svg.Rectangle(-5, 530, width + 10, 14, svg.Down(530, 544, new(0, colour.Lighter(.5)), new(1, colour.Mix(Palette.Wood, .25))));
        svg.Rectangle(-5, floor - 22, width + 10, 40, svg.Down(floor - 22, floor + 18, new(0, colour.Lighter(.6)), new(1, colour.Mix(Palette.Wood, .2))));
    }

    public static void Window(Svg svg, Random random, double left, double right, double top, double bottom)
    {
        svg.Glow(new((left + right) / 2, 380), 560, Colour.White, .85);
        svg.Rectangle(left - 16, top - 16, right - left + 32, bottom - top + 32, Palette.Ivory.ToString());
        using (svg.Clip(new Outline().Box(left, top, right - left, bottom - top)))
        {
            svg.Rectangle(left, top, right - left, bottom - top, svg.Down(top, bottom, new(0, Palette.Sky.Lighter(.45)), new(1, Palette.Butter.Lighter(.5))));
            Trees.Wood(svg, random, left, right, bottom + 10, 240, Palette.Sage.Lighter(.25), Palette.Ivory);
        }

        var bars = new Outline().Move(new((left + right) / 2, top)).Line(new((left + right) / 2, bottom));
        foreach (var share in (ReadOnlySpan<double>)[.25, .5, .75])
            bars.Move(new(left, top + (bottom - top) * share)).Line(new(right, top + (bottom - top) * share));
        svg.Stroke(bars, Palette.Ivory, 9);
        svg.Rectangle(left - 30, bottom + 10, right - left + 60, 18, svg.Down(bottom + 10, bottom + 28, new(0, Colour.White), new(1, Palette.Sand)));
        svg.Stroke(new Outline().Move(new(left - 90, 52)).Line(new(right + 90, 52)), Palette.Gold, 9);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            // Sheer curtain: lets the window shine through where it hangs over it.
            var (outer, inner) = side < 0 ? (left - 80, left + 60) : (right + 80, right - 60);
            var cloth = new Outline().Move(new(outer, 54)).Line(new(inner, 54)).Curve(new(inner, 300), new(outer + (inner - outer) * .45, 520), new(outer + (inner - outer) * .8, 716)).Line(new(outer - side * 6, 716)).Close();
            svg.Fill(cloth, svg.Across(Math.Min(outer, inner), Math.Max(outer, inner), new(0, Palette.Ivory, .96), new(.5, Colour.White, .82), new(1, Palette.Cream, .95)));
            using (svg.Clip(cloth))
                svg.Folds(random, Math.Min(outer, inner), Math.Max(outer, inner), 54, 716, 34, Palette.Stone, .35);
        }
    }

    private static void Glass(Svg svg, Frame mirror)
    {
        svg.Rectangle(mirror.X - 8, mirror.Y - 4, mirror.Width + 36, mirror.Height + 36, Palette.Wood.ToString(), .18, 16);
        svg.Rectangle(mirror.X - 20, mirror.Y - 20, mirror.Width + 40, mirror.Height + 40, svg.Linear(new(mirror.X, mirror.Y), new(mirror.X + mirror.Width, mirror.Y + mirror.Height), new(0, Palette.Honey.Lighter(.4)), new(.5, Palette.Gold), new(1, Palette.Honey.Lighter(.1))), corner: 14);
        svg.Rectangle(mirror.X, mirror.Y, mirror.Width, mirror.Height, svg.Linear(new(mirror.X, mirror.Y), new(mirror.X + mirror.Width, mirror.Y + mirror.Height), new(0, Palette.Sky.Lighter(.65)), new(.5, Plaster), new(1, Plaster.Mix(Palette.Stone, .35))));
        var shine = new Outline().Corners(new(mirror.X, mirror.Y + mirror.Height * .5), new(mirror.X, mirror.Y + mirror.Height * .32), new(mirror.X + mirror.Width * .55, mirror.Y), new(mirror.X + mirror.Width * .8, mirror.Y));
        svg.Fill(shine, Colour.White, .4);
    }

    private static void DressingTable(Svg svg, Random random, Frame mirror)
    {
        var (left, wide, top) = (mirror.X - 70, mirror.Width + 140, mirror.Y + mirror.Height + 74);
        svg.Ellipse(new(left + wide / 2, top + 300), wide * .56, 16, Palette.Bark.ToString(), .18);
        var legs = new Outline();
        foreach (var x in (ReadOnlySpan<double>)[.06, .94])
            legs.Corners(new(left + wide * x - 14, top + 60), new(left + wide * x + 14, top + 60), new(left + wide * x + 7, top + 300), new(left + wide * x - 7, top + 300));
        svg.Fill(legs, Palette.Sand);
        svg.Rectangle(left, top, wide, 92, svg.Down(top, top + 92, new(0, Palette.Ivory), new(1, Palette.Sand)), corner: 6);
        svg.Stroke(new Outline().Box(left + 24, top + 24, wide / 2 - 36, 50).Box(left + wide / 2 + 12, top + 24, wide / 2 - 36, 50), Palette.Stone, 2.5);
        svg.Rectangle(left - 14, top - 10, wide + 28, 18, svg.Down(top - 10, top + 8, new(0, Colour.White), new(1, Palette.Sand)), corner: 4);
        Tableware.Vase(svg, new(left + 50, top - 8), 84, Palette.Blush);
        Flowers.Bunch(svg, random, new(left + 50, top - 120), 52, 40, 8, 24);
        foreach (var (x, tall, colour) in (ReadOnlySpan<(double, double, Colour)>)[(.5, 52, Palette.Honey), (.6, 38, Palette.Rose), (.68, 60, Palette.Lilac), (.84, 44, Palette.Apricot)])
        {
            svg.Rectangle(left + wide * x - 15, top - 8 - tall, 30, tall, svg.Across(left + wide * x - 15, left + wide * x + 15, new(0, Colour.White, .9), new(1, colour, .9)), corner: 6);
            svg.Rectangle(left + wide * x - 6, top - 22 - tall, 12, 16, Palette.Gold.ToString(), corner: 3);
        }
    }

    private static void Rug(Svg svg, double width)
    {
        svg.Ellipse(new(width * .52, 905), width * .42, 74, Palette.Blush.Mix(Palette.Sand, .4).ToString());
        svg.Stroke(new Outline().Oval(new(width * .52, 905), width * .39, 64), Palette.Ivory, 5, .8);
    }

    private static void Sideboard(Svg svg, Random random, Frame poster)
    {
        var (left, wide, top) = (poster.X - 60, poster.Width + 120, 600.0);
        svg.Ellipse(new(left + wide / 2, 852), wide * .55, 16, Palette.Bark.ToString(), .25);
        svg.Rectangle(left, top, wide, 210, svg.Down(top, top + 210, new(0, Palette.Oak), new(1, Palette.Wood)), corner: 6);
        svg.Stroke(new Outline().Box(left + 22, top + 30, wide / 2 - 34, 156).Box(left + wide / 2 + 12, top + 30, wide / 2 - 34, 156), Palette.Bark, 3, .6);
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
        svg.Fill(new Outline().Corners(foot + new Spot(-92, -400), foot + new Spot(-58, -540), foot + new Spot(58, -540), foot + new Spot(92, -400)), svg.Across(foot.X - 92, foot.X + 92, new(0, Palette.Cream), new(.5, Palette.Ivory), new(1, Palette.Butter)));
    }
}
