using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>The drinks reception on the terrace, late afternoon.</summary>
internal static class Drinks
{
    public static void Behind(Svg svg, double width, Random random)
    {
        Scenery.Sky(svg, width, random, 430, Palette.Sky, Palette.Cream.Mix(Palette.Apricot, .25));
        Scenery.Sun(svg, new(width * .9, 240), 46, Palette.Butter);
        Trees.Hill(svg, random, width, 400, 80, Palette.Sage.Mix(Palette.Sky, .5), Palette.Cream);
        Trees.Hill(svg, random, width, 450, 50, Palette.Sage, Palette.Butter.Mix(Palette.Sage, .4));
        foreach (var i in Enumerable.Range(0, 7))
            Trees.Cypress(svg, random, new(width * (i + .5) / 7 + random.Between(-40, 40), 520), random.Between(130, 230),
                Palette.Leaf.Mix(Palette.Sage, .3), 1);
        Trees.Wood(svg, random, 0, width, 560, 110, Palette.Leaf, Palette.Butter);
        Paving(svg, width);
        Balustrade(svg, random, width);
        foreach (var x in width > 900 ? (ReadOnlySpan<double>)[.1, .5, .93] : [.5])
            Trees.Potted(svg, random, new(width * x, 715), 300, Palette.Sage.Mix(Palette.Leaf, .5),
                Palette.Apricot.Mix(Palette.Wood, .3), 1);
        var (one, two) = width > 900 ? (.27, .75) : (.22, .84);
        Furniture.Parasol(svg, new(width * one, 730), 540, 215, Palette.Cream, 1);
        Furniture.Parasol(svg, new(width * two, 715), 470, 180, Palette.Blush.Lighter(.2), 1);
        BarTable(svg, random, new(width * one, 800), 1);
        BarTable(svg, random, new(width * two, 775), .88);
        Lights.Cord(svg, new(-20, 60), new(width * .52, 40), 70, 13, 8, Palette.Honey, Palette.Bark);
        Lights.Cord(svg, new(width * .48, 40), new(width + 20, 70), 60, 13, 8, Palette.Honey, Palette.Bark);
        Lights.Lantern(svg, new(width * .06, 900), 120, Palette.Bark);
        Lights.Lantern(svg, new(width * .12, 918), 84, Palette.Bark);
        Lights.Lantern(svg, new(width * .95, 890), 110, Palette.Bark);
    }

    /// <summary>A tray of aperitifs in a lower corner, close to the lens.</summary>
    public static void InFront(Svg svg, double width, Random random)
    {
        var (x, y) = (width > 900 ? 210.0 : 120.0, 940.0);
        svg.Ellipse(new(x, y + 22), 250, 52, Palette.Wood.ToString());
        svg.Ellipse(new(x, y + 12), 250, 52, svg.Across(x - 250, x + 250, new(0, Palette.Oak), new(1, Palette.Oak.Lighter(.4))));
        foreach (var (i, at) in ((Spot[])[new(-120, -10), new(-10, -18), new(105, -12), new(-70, 20), new(50, 22)]).Index())
            Aperitif(svg, new(x + at.X, y + at.Y), 150 + i % 2 * 8, i % 2 == 0 ? Palette.Apricot.Mix(Palette.Berry, .15) : Palette.Butter);
        Flowers.Bunch(svg, random, new(x + 178, y + 16), 34, 22, 4, 20);
    }

    private static void Aperitif(Svg svg, Spot foot, double height, Colour drink)
    {
        Tableware.WineGlass(svg, foot, height, drink, .78);
        svg.Ellipse(foot + new Spot(height * .1, -height * .9), height * .075, height * .07, Palette.Honey.ToString());
        svg.Fill(new Outline().Leaf(foot + new Spot(-height * .05, -height * .86), height * .17, -110, .3)
            .Leaf(foot + new Spot(-height * .04, -height * .86), height * .15, -60, .3), Palette.Leaf);
    }

    private static void Paving(Svg svg, double width)
    {
        svg.Band(width, 640, 1005, Palette.Sand.Lighter(.2), Palette.Stone.Mix(Palette.Apricot, .35));
        var joints = new Outline();
        for (var i = 1; i < 8; i++)
            joints.Move(new(-5, 640 + 360 * i * i / 64.0)).Line(new(width + 5, 640 + 360 * i * i / 64.0));
        for (var i = -10; i <= 10; i++)
            joints.Move(new(width / 2 + i * 90, 640)).Line(new(width / 2 + i * 260, 1005));
        svg.Stroke(joints, Palette.Wood, 2, .2);
    }

    private static void Balustrade(Svg svg, Random random, double width)
    {
        var (posts, stone) = (new Outline(), Palette.Ivory.Mix(Palette.Sand, .45));
        for (var x = 14.0; x < width + 20; x += 38)
            posts.Move(new(x - 6, 645)).Curve(new(x - 18, 612), new(x - 8, 590), new(x - 5, 558)).Line(new(x + 5, 558))
                .Curve(new(x + 8, 590), new(x + 18, 612), new(x + 6, 645)).Close();
        svg.Fill(posts, svg.Down(555, 645, new(0, stone.Mix(Palette.Stone, .5)), new(1, stone)));
        svg.Rectangle(-5, 538, width + 10, 22, svg.Down(538, 560, new(0, stone.Lighter(.4)), new(1, stone.Mix(Palette.Stone, .6))));
        svg.Rectangle(-5, 640, width + 10, 22, svg.Down(640, 662, new(0, stone), new(1, Palette.Stone)));
        Trees.Garland(svg, random, [new(-10, 545), new(width * .2, 556), new(width * .5, 542), new(width * .8, 558), new(width + 10, 545)],
            30, Palette.Leaf, .8);
        Flowers.Posy(svg, random, [.. Enumerable.Range(0, 26).Select(_ => new Spot(random.Between(0, width), random.Between(538, 562)))], 9,
            Palette.Blush);
    }

    private static void BarTable(Svg svg, Random random, Spot foot, double scale)
    {
        var top = foot.Y - 215 * scale;
        svg.Ellipse(foot, 90 * scale, 16 * scale, Palette.Bark.ToString(), .25);
        svg.Fill(new Outline().Move(new(foot.X - 78 * scale, top)).Curve(new(foot.X - 60 * scale, top + 60 * scale),
            new(foot.X - 18 * scale, top + 90 * scale), new(foot.X - 20 * scale, top + 118 * scale)).Line(new(foot.X - 52 * scale, foot.Y))
            .Quad(new(foot.X, foot.Y + 14 * scale), new(foot.X + 52 * scale, foot.Y)).Line(new(foot.X + 20 * scale, top + 118 * scale))
                .Curve(new(foot.X + 18 * scale, top + 90 * scale), new(foot.X + 60 * scale, top + 60 * scale),
                    new(foot.X + 78 * scale, top)).Close(),
            svg.Across(foot.X - 78 * scale, foot.X + 78 * scale, new(0, Palette.Sand), new(.6, Palette.Ivory), new(1, Colour.White)));
        svg.Rectangle(foot.X - 24 * scale, top + 108 * scale, 48 * scale, 14 * scale, Palette.Rose.ToString(), corner: 5);
        svg.Ellipse(new(foot.X, top), 80 * scale, 14 * scale, Colour.White.ToString());
        foreach (var x in (ReadOnlySpan<double>)[-52, -34, 40, 56])
            Tableware.Flute(svg, new(foot.X + x * scale, top + 2), 78 * scale);
        Flowers.Cluster(svg, random, new(foot.X + 2, top - 30 * scale), 24 * scale, 18 * scale, 10 * scale, 4);
    }
}
