using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>The park: a meadow in the evening, a rose arch in the afternoon, the shore of a lake.</summary>
internal static class Garden
{
    public static void Meadow(Svg svg, double width, Random random)
    {
        Scenery.Sky(svg, width, random, 430, Palette.Sky.Mix(Palette.Lilac, .25), Palette.Butter.Mix(Palette.Blush, .35));
        Scenery.Sun(svg, new(width * .22, 345), 60, Palette.Honey);
        Trees.Hill(svg, random, width, 400, 70, Palette.Sage.Mix(Palette.Lilac, .45), Palette.Butter.Mix(Palette.Blush, .3));
        Trees.Hill(svg, random, width, 450, 50, Palette.Sage, Palette.Butter);
        Trees.Wood(svg, random, width * .5, width, 530, 170, Palette.Leaf, Palette.Butter);
        Trees.Hill(svg, random, width, 520, 22, Palette.Moss.Mix(Palette.Butter, .55), Palette.Moss.Mix(Palette.Butter, .2));
        foreach (var i in Enumerable.Range(0, 4))
            Trees.Cypress(svg, random, new(width * .74 + i * 62, 545 + i * 6), 230 + random.Between(-30, 40), Palette.Leaf);
        Trees.Tree(svg, random, new(width * .06, 660), 620, Palette.Moss, Palette.Bark);
        Trees.Hill(svg, random, width, 680, 26, Palette.Moss.Mix(Palette.Butter, .35), Palette.Moss.Mix(Palette.Forest, .15));
        for (var row = 0; row < 4; row++)
            Trees.Grass(svg, random, -10, width + 10, 700 + row * 70, 34 + row * 18, 12 + row * 2,
                Palette.Moss.Mix(Palette.Leaf, row * .3), .75);
        Wildflowers(svg, random, width, 690, 985);
    }

    public static void RoseArch(Svg svg, double width, Random random)
    {
        var c = width / 2;
        Scenery.Sky(svg, width, random, 420, Palette.Sky, Palette.Cream);
        Trees.Wood(svg, random, 0, width, 560, 330, Palette.Sage, Palette.Cream);
        Trees.Tree(svg, random, new(width * .1, 600), 560, Palette.Leaf.Mix(Palette.Sage, .4), Palette.Bark.Mix(Palette.Sage, .3));
        Trees.Tree(svg, random, new(width * .93, 610), 520, Palette.Leaf.Mix(Palette.Sage, .3), Palette.Bark.Mix(Palette.Sage, .3));
        Lawn(svg, width, 545);
        Hedge(svg, random, width, c);
        var half = Math.Min(width * .3, 250);
        Lights.Cord(svg, new(-20, 150), new(c - half, 215), 55, 9, 7, Palette.Honey, Palette.Bark);
        Lights.Cord(svg, new(c + half, 215), new(width + 20, 150), 55, 9, 7, Palette.Honey, Palette.Bark);
        Arch(svg, random, c, half);
        Chairs(svg, random, c);
        Border(svg, random, width, 980);
    }

    public static void Lake(Svg svg, double width, Random random)
    {
        Scenery.Sky(svg, width, random, 440, Palette.Sky.Mix(Palette.Dusk, .2), Palette.Blush.Mix(Palette.Cream, .5));
        Scenery.Sun(svg, new(width * .78, 350), 50, Palette.Apricot);
        Trees.Hill(svg, random, width, 370, 110, Palette.Dusk.Mix(Palette.Sky, .55), Palette.Blush.Mix(Palette.Cream, .4));
        Trees.Hill(svg, random, width, 425, 60, Palette.Dusk.Mix(Palette.Sage, .5), Palette.Sage.Mix(Palette.Blush, .4));
        Trees.Wood(svg, random, 0, width * .45, 472, 95, Palette.Leaf.Mix(Palette.Dusk, .3), Palette.Blush);
        Scenery.Water(svg, random, width, 468, 760, Palette.Blush.Mix(Palette.Sky, .45), Palette.Sky.Mix(Palette.Dusk, .4));
        svg.Glow(new(width * .78, 560), 190, Palette.Apricot, .5, 1.1);
        Jetty(svg, width);
        Trees.Tree(svg, random, new(width * .03, 800), 760, Palette.Leaf, Palette.Bark, 1);
        Trees.Hill(svg, random, width, 770, 26, Palette.Moss.Mix(Palette.Butter, .3), Palette.Leaf);
        Trees.Grass(svg, random, -10, width * .34, 776, 120, 13, Palette.Leaf);
        Trees.Grass(svg, random, width * .72, width + 10, 776, 130, 13, Palette.Leaf);
        for (var row = 0; row < 3; row++)
            Trees.Grass(svg, random, -10, width + 10, 810 + row * 80, 44 + row * 18, 15, Palette.Moss.Mix(Palette.Leaf, .3 + row * .3), .7);
        Wildflowers(svg, random, width, 800, 985);
    }

    private static void Wildflowers(Svg svg, Random random, double width, double top, double bottom)
    {
        foreach (var (i, colour) in ((Colour[])[Palette.Ivory, Palette.Blush, Palette.Berry, Palette.Butter, Palette.Lilac]).Index())
        {
            var spots = Enumerable.Range(0, 16)
                .Select(_ => new Spot(random.Between(0, width), top + (bottom - top) * Math.Pow(random.NextDouble(), 1.4))).ToList();
            Flowers.Posy(svg, random, spots, 7, colour);
            var corner = i % 2 == 0 ? random.Between(-10, width * .13) : random.Between(width * .87, width + 10);
            foreach (var _ in Enumerable.Range(0, 2))
                Flowers.Spray(svg, random, new(corner + random.Between(-40, 40), 1010), random.Between(110, 270),
                    -90 + random.Between(-18, 18), colour, 22);
        }
    }

    private static void Lawn(Svg svg, double width, double top)
    {
        svg.Band(width, top, 1005, Palette.Moss.Mix(Palette.Butter, .55), Palette.Leaf.Mix(Palette.Moss, .4));
        // Mown stripes that meet at the horizon.
        var stripes = new Outline();
        for (var i = -7; i <= 7; i += 2)
            stripes.Corners(new(width / 2 + i * 40, top), new(width / 2 + (i + 1) * 40, top), new(width / 2 + (i + 1) * 210, 1005),
                new(width / 2 + i * 210, 1005));
        svg.Fill(stripes, Palette.Butter, .16);
    }

    private static void Hedge(Svg svg, Random random, double width, double c)
    {
        foreach (var x in (ReadOnlySpan<double>)[.02, .2, .36, .64, .8, .98])
            Trees.Mass(svg, random, new(width * x, 520), width * .12, 62, Palette.Leaf, 22);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            foreach (var colour in (ReadOnlySpan<Colour>)[Palette.Ivory, Palette.Rose])
                Flowers.Specks(svg, random, new(c + side * (width * .25 + 45), 520), width * .25 - 45, 52, 36, 4, colour);
    }

    private static void Arch(Svg svg, Random random, double c, double half)
    {
        var frame = new Outline();
        foreach (var inset in (ReadOnlySpan<double>)[0, 34])
            frame.Move(new(c - half + inset, 770 - inset)).Line(new(c - half + inset, 330))
                .Curve(new(c - half + inset, 110 + inset), new(c + half - inset, 110 + inset), new(c + half - inset, 330))
                .Line(new(c + half - inset, 770 - inset));
        svg.Stroke(frame, Palette.Ivory, 11);
        var line = new List<Spot>();
        for (var i = 0; i <= 20; i++)
            line.Add(i < 6 ? new(c - half + 17, 760 - i * 72) : i > 14 ? new(c + half - 17, 330 + (i - 14) * 72) : new Spot(c, 335)
                .Polar(1, -180 + (i - 6) * 22.5) is var p ? new(c + (p.X - c) * (half - 17), 335 + (p.Y - 335) * 172) : default);
        Trees.Garland(svg, random, line, 54, Palette.Leaf, 1.6);
        // White and mauve, in tight pairs: a pink bloom by itself against the leaves has the look of a face.
        Colour[] colours = [Palette.Ivory, Palette.Mauve, Palette.Ivory, Palette.Berry];
        foreach (var (i, spot) in line.Index())
            for (var n = 0; n < 2; n++)
                Flowers.Rose(svg, random, random.Within(spot, 22, 22), random.Between(22, 33), colours[(i + n) % 4]);
    }

    private static void Chairs(Svg svg, Random random, double c)
    {
        for (var row = 0; row < 3; row++)
        {
            var (foot, height, gap) = (690 + row * 66.0, 120 + row * 36.0, 105 + row * 62.0);
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                for (var i = 0; i < 5; i++)
                    Furniture.Chair(svg, new(c + side * (gap + 110 + i * height * .55), foot), height,
                        Palette.Oak.Mix(Palette.Cream, .5 - row * .12));
            }
        }

        Flowers.Petals(svg, random, c - 130, c + 130, 640, 990, 90, 18, Palette.Rose, Palette.Blush, Palette.Ivory);
    }

    /// <summary>Flower beds in both corners, nearest to the viewer.</summary>
    private static void Border(Svg svg, Random random, double width, double y)
    {
        foreach (var side in (ReadOnlySpan<double>)[0, 1])
        {
            Trees.Mass(svg, random, new(width * side, y), 150, 80, Palette.Leaf, 26);
            for (var i = 0; i < 5; i++)
                Flowers.Spray(svg, random, new(width * side + random.Between(-110, 110), 1010), random.Between(150, 330),
                    -90 + random.Between(-14, 14), Palette.Blooms[i], 24);
        }
    }

    private static void Jetty(Svg svg, double width)
    {
        var (left, right) = (width * .42, width * .58);
        svg.Fill(new Outline().Corners(new(left, 800), new(width * .478, 560), new(width * .522, 560), new(right, 800)),
            svg.Down(560, 800, new(0, Palette.Oak.Lighter(.35)), new(1, Palette.Oak)));
        var planks = new Outline();
        for (var i = 1; i < 14; i++)
        {
            var t = i * i / 196.0;
            planks.Move(new(width * .478 + (left - width * .478) * t, 560 + 240 * t))
                .Line(new(width * .522 + (right - width * .522) * t, 560 + 240 * t));
        }

        svg.Stroke(planks, Palette.Bark, 2, .4);
        foreach (var t in (ReadOnlySpan<double>)[.12, .4, .85])
        {
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var x = width * (.5 + side * (.022 + .058 * t));
                svg.Rectangle(x - 4 - 4 * t, 560 + 240 * t - 44 * (.5 + t), 8 + 8 * t, 44 * (.5 + t) + 20,
                    Palette.Bark.Mix(Palette.Oak, .5).ToString());
                Lights.Lantern(svg, new(x, 560 + 240 * t - 44 * (.5 + t)), 30 + 34 * t, Palette.Bark);
            }
        }
    }
}
