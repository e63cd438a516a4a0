using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>Still lifes of the morning: what is worn, carried and sent.</summary>
internal static class Keepsakes
{
    public static void DressOnHanger(Svg svg, double width, Random random)
    {
        Rooms.Walls(svg, width, Palette.Sand.Lighter(.45), 880);
        svg.Band(width, 895, 1005, Palette.Oak.Lighter(.3), Palette.Oak);
        var c = width * (width > 900 ? .58 : .52);
        if (width > 900)
            Rooms.Window(svg, random, 130, 440, 110, 720);
        svg.Glow(new(c - 120, 420), 520, Colour.White, .7);
        Gown.Draw(svg, random, new(c, 86), Math.Min(810, width * 1.15));
        Flowers.Bunch(svg, random, new(width * .9, 900), 84, 56, 10, 34);
        Lights.Beam(svg, new(-60, -60), 36, 1500, 9, Colour.White, .3);
    }

    public static void Invitation(Svg svg, double width, Random random)
    {
        Linen(svg, width, random, Palette.Sand.Lighter(.35));
        var scale = Math.Min(width / 700, 1.5);
        using (svg.Move($"translate({Svg.Number(width / 2)} 500) rotate(-9) scale({Svg.Number(scale)})"))
        {
            Sheet(svg, -310, -150, 440, 330, Palette.Sage.Lighter(.15));
            svg.Fill(new Outline().Corners(new(-310, -150), new(130, -150), new(-90, 40)),
                svg.Down(-150, 40, new(0, Palette.Sage.Lighter(.35)), new(1, Palette.Sage)));
            using (svg.Move("rotate(15)"))
            {
                Sheet(svg, -70, -290, 350, 500, Palette.Ivory);
                svg.Stroke(new Outline().Box(-50, -270, 310, 460), Palette.Gold, 2.5);
                Wreath(svg, random, new(105, -40), 112);
            }
        }

        Ribbon(svg, [new(-20, 860), new(width * .25, 800), new(width * .5, 872), new(width * .78, 782), new(width + 20, 850)], 34,
            Palette.Rose.Lighter(.1));
        Seal(svg, new(width / 2 - 128 * scale, 500 + 16 * scale));
        Flowers.Bunch(svg, random, new(width * .1, 140), 96, 76, 9, 38);
        Trees.Garland(svg, random, [new(width * .8, 60), new(width * .9, 130), new(width + 30, 260)], 56, Palette.Sage, .9);
    }

    public static void Bouquet(Svg svg, double width, Random random)
    {
        Linen(svg, width, random, random.Pick(Palette.Sand.Lighter(.3), Palette.Sage.Lighter(.55), Palette.Blush.Lighter(.4)));
        var scale = Math.Min(width / 640, 1.22);
        using (svg.Move($"translate({Svg.Number(width / 2)} 430) rotate({Svg.Number(random.Between(16, 30))}) scale({Svg.Number(scale)})"))
        {
            svg.Glow(new(40, 60), 380, Palette.Bark, .4, .95);
            var stems = new Outline();
            for (var i = -4; i <= 4; i++)
                stems.Move(new(i * 22, 120)).Quad(new(i * 4, 250), new(-i * 12, 455));
            svg.Stroke(stems, Palette.Leaf.Mix(Palette.Forest, .3), 11);
            Ribbon(svg, [new(-6, 300), new(-60, 400), new(-30, 470), new(-96, 560)], 22, Palette.Blush);
            Ribbon(svg, [new(6, 300), new(50, 390), new(34, 480), new(84, 540)], 22, Palette.Blush);
            svg.Rectangle(-44, 250, 88, 84, svg.Across(-44, 44, new(0, Palette.Ivory), new(.5, Palette.Blush), new(1, Palette.Rose)),
                corner: 10);
            Flowers.Fan(svg, random, new(0, 0), 330, 300, Palette.Sage, 120);
            Flowers.Bunch(svg, random, new(0, 0), 215, 185, 22, 80, 1.35);
        }
    }

    /// <summary>Two rings that lie in one another on a tied cushion.</summary>
    public static void Rings(Svg svg, double width, Random random)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Linear(new(0, 0), new(width, 1000), new(0, Palette.Sage.Lighter(.4)), new(1, Palette.Leaf.Mix(Palette.Sage, .4))));
        Lights.Bokeh(svg, random, new(0, 0, width, 420), 16, 24, 64, .3, Palette.Ivory, Palette.Butter);
        var (c, half) = (width / 2, Math.Min(width * .56, 620));
        svg.Ellipse(new(c, 850), half * 1.05, 130, Palette.Forest.ToString(), .25);
        var cushion = new Outline().Through([new(c - half, 330), new(c - half * .5, 372), new(c, 380), new(c + half * .5, 368),
            new(c + half * 1.01, 322), new(c + half * .96, 470), new(c + half * .95, 630), new(c + half * .97, 780),
            new(c + half * 1.03, 930),
            new(c + half * .5, 890), new(c, 880), new(c - half * .5, 893), new(c - half * 1.04, 936), new(c - half * .98, 780),
            new(c - half * .95, 630), new(c - half * .96, 470)], closed: true);
        svg.Fill(cushion, svg.Oval(new(c - half * .25, 500), half * 1.5, .7, 0, new(0, Colour.White), new(.45, Palette.Ivory),
            new(1, Palette.Sand.Mix(Palette.Stone, .4))));
        var creases = new Outline();
        for (var i = 0; i < 8; i++)
            creases.Move(new Spot(c, 640).Polar(150, i * 45 + 20))
                .Quad(new Spot(c, 640).Polar(210, i * 45 + 31), new Spot(c, 640).Polar(310, i * 45 + 24));
        svg.Stroke(creases, Palette.Stone, 5, .35);
        Ribbon(svg, [new(c - half * .97, 560), new(c - half * .4, 600), new(c, 640), new(c + half * .45, 690), new(c + half * .97, 700)],
            46, Palette.Blush);
        Ribbon(svg, [new(c - 10, 650), new(c - 70, 740), new(c - 40, 810), new(c - 110, 880)], 34, Palette.Blush);
        var (one, two) = (new Spot(c - 52, 620), new Spot(c + 62, 636));
        Ring(svg, one, 158, 104, -14);
        Ring(svg, two, 142, 94, 16);
        using (svg.Clip(new Outline().Box(c - 70, 625, 200, 140)))
            Ring(svg, one, 158, 104, -14);
        Gem(svg, two.Polar(108, -58), 40);
        Flowers.Bunch(svg, random, new(c + half * .8, 380), 110, 88, 10, 46);
    }

    /// <summary>Cloth seen from above, creased, with the light of a window on it.</summary>
    public static void Linen(Svg svg, double width, Random random, Colour colour)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Linear(new(0, 0), new(width, 1000), new(0, colour.Lighter(.45)), new(.6, colour), new(1, colour.Mix(Palette.Wood, .25))));
        var (dark, light) = (new Outline(), new Outline());
        for (var i = 0; i < 7; i++)
        {
            var (y, lean) = (random.Between(-100, 1050), random.Between(-160, 160));
            dark.Move(new(-10, y)).Quad(new(width / 2, y + lean), new(width + 10, y + lean * .4))
                .Quad(new(width / 2, y + lean + 26), new(-10, y)).Close();
            light.Move(new(-10, y + 5)).Quad(new(width / 2, y + lean + 26), new(width + 10, y + lean * .4))
                .Quad(new(width / 2, y + lean + 44), new(-10, y + 5)).Close();
        }

        svg.Fill(dark, colour.Mix(Palette.Wood, .5), .16);
        svg.Fill(light, Colour.White, .3);
        svg.Grain(random, width, 0, 1000, Palette.Wood, .1, 120);
        svg.Glow(new(width * .2, 200), 620, Colour.White, .45);
    }

    private static void Sheet(Svg svg, double x, double y, double width, double height, Colour colour)
    {
        svg.Rectangle(x + 10, y + 14, width, height, Palette.Bark.ToString(), .16, 4);
        svg.Rectangle(x, y, width, height,
            svg.Linear(new(x, y), new(x + width, y + height), new(0, colour.Lighter(.35)), new(1, colour)), corner: 3);
    }

    private static void Wreath(Svg svg, Random random, Spot centre, double radius)
    {
        Trees.Garland(svg, random, [.. Enumerable.Range(0, 15).Select(i => centre.Polar(radius, 200 - i * 20))], 30, Palette.Sage, 1.1);
        for (var i = 0; i < 5; i++)
            Flowers.Rose(svg, random, centre.Polar(radius, 40 + i * 23), 21 + i % 2 * 6, Palette.Blooms[i]);
    }

    private static void Seal(Svg svg, Spot centre)
    {
        svg.Ellipse(centre + new Spot(5, 8), 50, 47, Palette.Bark.ToString(), .25);
        svg.Ellipse(centre, 50, 46, svg.Oval(centre + new Spot(-16, -18), 74, 1, 0, new(0, Palette.Berry.Lighter(.35)),
            new(1, Palette.Berry.Darker(.12))), degrees: 20);
        svg.Stroke(new Outline().Oval(centre, 35, 32), Palette.Berry.Darker(.2), 3, .7);
        svg.Fill(new Outline().Leaf(centre + new Spot(0, 20), 40, -90, .3).Leaf(centre + new Spot(0, 20), 28, -140, .3)
            .Leaf(centre + new Spot(0, 20), 28, -40, .3), Palette.Berry.Lighter(.25));
    }

    private static void Ribbon(Svg svg, Spot[] line, double wide, Colour colour)
    {
        var shadow = new Outline().Through([.. line.Select(p => p + new Spot(4, 8))]);
        svg.Stroke(shadow, Palette.Bark.ToString(), wide, .12, round: false);
        svg.Stroke(new Outline().Through(line), svg.Linear(line[0], line[^1], new(0, colour.Lighter(.3)), new(.3, colour),
            new(.5, colour.Lighter(.45)), new(.72, colour.Mix(Palette.Rose, .5)), new(1, colour)), wide, round: false);
        svg.Stroke(new Outline().Through([.. line.Select(p => p + new Spot(0, -wide * .28))]), Colour.White, wide * .08, .4);
    }

    private static void Ring(Svg svg, Spot centre, double radiusX, double radiusY, double degrees)
    {
        svg.Stroke(new Outline().Oval(centre + new Spot(8, 14), radiusX, radiusY, degrees), Palette.Bark, 20, .15);
        var gold = svg.Linear(centre.Polar(radiusX, 200), centre.Polar(radiusX, 20), new(0, Palette.Gold.Darker(.15)),
            new(.25, Palette.Butter), new(.5, Palette.Gold), new(.75, Palette.Ivory), new(1, Palette.Gold.Darker(.25)));
        svg.Stroke(new Outline().Oval(centre, radiusX, radiusY, degrees), gold, 21);
        svg.Stroke(new Outline().Oval(centre + new Spot(0, 5), radiusX - 7, radiusY - 6, degrees), Palette.Gold.Darker(.4), 4, .45);
        svg.Stroke(new Outline().Oval(centre + new Spot(-1, -4), radiusX + 3, radiusY + 3, degrees), Palette.Ivory, 2.5, .8);
    }

    private static void Gem(Svg svg, Spot centre, double size)
    {
        svg.Glow(centre, size * 2.4, Colour.White, .9);
        Spot At(double x, double y) => centre + new Spot(x * size, y * size);
        svg.Fill(new Outline().Corners(At(-.8, -.3), At(-.4, -.75), At(.4, -.75), At(.8, -.3), At(0, .8)),
            svg.Linear(At(-.8, -.7), At(.6, .6), new(0, Colour.White), new(1, Palette.Sky)));
        svg.Fill(new Outline().Corners(At(-.3, -.3), At(.3, -.3), At(0, .8)).Corners(At(.4, -.75), At(.8, -.3), At(.3, -.3)),
            Palette.Dusk, .3);
    }
}
