using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>Still lifes of the evening: what is eaten and drunk, and the flowers around it.</summary>
internal static class Feast
{
    public static void Cake(Svg svg, double width, Random random)
    {
        Evening(svg, width, random, Palette.Blush.Mix(Palette.Apricot, .3), Palette.Rose.Mix(Palette.Plum, .25));
        var (c, scale) = (width / 2, Math.Min(width / 640, 1.2));
        Cloth(svg, width, random, 800);
        svg.Ellipse(new(c, 866), 300 * scale, 40, Palette.Bark.ToString(), .25);
        svg.Fill(new Outline().Corners(new(c - 40, 800), new(c + 40, 800), new(c + 120, 862), new(c - 120, 862)),
            svg.Across(c - 120, c + 120, new(0, Palette.Honey.Lighter(.3)), new(1, Palette.Gold.Darker(.2))));
        svg.Ellipse(new(c, 800), 290 * scale, 34,
            svg.Across(c - 290, c + 290, new(0, Palette.Butter), new(.5, Palette.Ivory), new(1, Palette.Gold)));
        var (foot, half) = (800.0, 235 * scale);
        var corners = new List<Spot>();
        for (var tier = 0; tier < 3; tier++)
        {
            var tall = 190.0 - tier * 18;
            Tier(svg, c, foot, half, tall, tier == 1 ? Palette.Blush.Lighter(.4) : Palette.Ivory);
            corners.Add(new(c + half * (tier % 2 == 0 ? .62 : -.5), foot - tall * .1));
            (foot, half) = (foot - tall, half * .72);
        }

        foreach (var (i, corner) in corners.Index())
            Flowers.Bunch(svg, random, corner + new Spot(0, -34), 74 * scale, 44, 7 - i, 31 - i * 2);
        Flowers.Bunch(svg, random, new(c, foot - 30), 66 * scale, 40, 7, 30);
        foreach (var x in (ReadOnlySpan<double>)[-.42, -.36, .38, .45])
            Lights.Candle(svg, new(c + x * Math.Max(width, 760), 880), 150 + 240 * (.45 - Math.Abs(x)), 26);
        Flowers.Petals(svg, random, c - width * .4, c + width * .4, 880, 985, 40, 26, Palette.Rose, Palette.Blush);
    }

    public static void ChampagneTower(Svg svg, double width, Random random)
    {
        Evening(svg, width, random, Palette.Dusk.Mix(Palette.Plum, .35), Palette.Night);
        Cloth(svg, width, random, 820);
        var (c, tall, step) = (width / 2, 150.0, Math.Min(118.0, width / 5.6));
        svg.Glow(new(c, 560), 460, Palette.Honey, .5);
        svg.Ellipse(new(c, 872), step * 2.9, 40,
            svg.Across(c - step * 3, c + step * 3, new(0, Palette.Gold), new(.4, Palette.Butter), new(1, Palette.Gold.Darker(.3))));
        for (var row = 0; row < 5; row++)
            for (var i = 0; i < 5 - row; i++)
                Tableware.Coupe(svg, new(c + (i - (4 - row) / 2.0) * step, 866 - row * tall * .93), tall);
        Flowers.Bunch(svg, random, new(c - step * 2.75, 880), 84, 46, 7, 33);
        Flowers.Bunch(svg, random, new(c + step * 2.75, 884), 84, 46, 7, 33);
        if (width > 900)
            foreach (var x in (ReadOnlySpan<double>)[.1, .16, .85, .92])
                Lights.Candle(svg, new(width * x, 900), 120 + 900 * Math.Abs(x - .5) % 130, 28);
    }

    public static void TableFlowers(Svg svg, double width, Random random)
    {
        Evening(svg, width, random, Palette.Honey.Mix(Palette.Cream, .45), Palette.Wood.Mix(Palette.Rose, .25));
        Cloth(svg, width, random, 770);
        var (c, scale) = (width * (width > 900 ? .56 : .5), Math.Min(width / 700, 1.1));
        Lights.Bokeh(svg, random, new(0, 690, width, 90), 12, 26, 50, .6, Palette.Honey, Palette.Ivory, Palette.Apricot);
        svg.Ellipse(new(c, 862), 170 * scale, 26, Palette.Bark.ToString(), .22);
        Tableware.Vase(svg, new(c, 860), 270 * scale, Palette.Sage.Lighter(.3));
        for (var i = 0; i < 9; i++)
            Flowers.Spray(svg, random, new(c, 610), 330 * scale, -160 + i * 17.5 + random.Between(-5, 5),
                Palette.Blooms[i % 6].Lighter(.1), 17);
        Flowers.Bunch(svg, random, new(c, 470), 225 * scale, 150 * scale, 19, 68 * scale);
        Lights.Votive(svg, new(c - 260 * scale, 890), 66);
        Lights.Votive(svg, new(c + 270 * scale, 910), 74);
        Flowers.Petals(svg, random, 0, width, 880, 985, 30, 28, Palette.Rose, Palette.Blush);
    }

    /// <summary>Seen from above. One glass only: two over a plate would make a face of it.</summary>
    public static void PlaceSetting(Svg svg, double width, Random random)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Linear(new(0, 0), new(width, 1000), new(0, Palette.Ivory), new(.6, Palette.Cream), new(1, Palette.Sand)));
        svg.Grain(random, width, 0, 1000, Palette.Wood, .1, 200);
        var (centre, r) = (new Spot(width / 2, 600), Math.Min(300, width * .36));
        Trees.Garland(svg, random, [new(-30, 120), new(width * .3, 90), new(width * .6, 140), new(width + 30, 80)], 78, Palette.Leaf, 1.2);
        foreach (var x in width > 900 ? (ReadOnlySpan<double>)[.12, .36, .64] : [.2, .62])
            Flowers.Bunch(svg, random, new(width * x, 110), 96, 60, 7, 42);
        // The neighbours' plates run out of the picture.
        foreach (var x in width > 900 ? (ReadOnlySpan<double>)[-.06, .5, 1.06] : [.5])
            Plate(svg, centre with { X = width * x }, r);
        Napkin(svg, centre, r);
        Trees.Garland(svg, random, [centre + new Spot(-r * .1, r * .62), centre, centre + new Spot(r * .1, -r * .42)],
            r * .17, Palette.Sage, .8);
        Card(svg, random, centre + new Spot(0, -r * .06), r);
        foreach (var x in (ReadOnlySpan<double>)[1.13, 1.29])
            Tableware.Cutlery(svg, centre + new Spot(-r * x, r * .72), r * 1.4, -90, knife: false);
        Tableware.Cutlery(svg, centre + new Spot(r * 1.16, r * .72), r * 1.4, -90, knife: true);
        var glass = new Spot(centre.X + r * 1.12, 190);
        svg.Ellipse(glass + new Spot(16, 22), 74, 74, Palette.Bark.ToString(), .14);
        svg.Ellipse(glass, 74, 74, Colour.White.ToString(), .6);
        svg.Ellipse(glass + new Spot(3, 4), 58, 58,
            svg.Linear(glass.Polar(58, 225), glass.Polar(58, 45), new(0, Palette.Butter), new(1, Palette.Honey)), .9);
        svg.Stroke(new Outline().Oval(glass, 73, 73), Palette.Ivory, 5);
        svg.Stroke(new Outline().Move(glass.Polar(46, 190)).Quad(glass.Polar(62, 225), glass.Polar(46, 262)), Colour.White, 6, .9);
    }

    private static void Evening(Svg svg, double width, Random random, Colour near, Colour far)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Oval(new(width / 2, 480), Math.Max(width * .62, 560), 1, 0, new(0, near.Lighter(.2)), new(.5, near), new(1, far)));
        Lights.Bokeh(svg, random, new(0, 0, width, 760), 24, 16, 56, .42, Palette.Honey, Palette.Butter, Palette.Apricot);
    }

    private static void Cloth(Svg svg, double width, Random random, double top)
    {
        svg.Band(width, top, 935, Palette.Sand.Mix(Palette.Blush, .2), Palette.Ivory);
        svg.Band(width, 935, 1005, Palette.Sand.Lighter(.4), Palette.Sand);
        svg.Folds(random, -20, width + 20, 935, 1005, 130, Palette.Wood, .2);
    }

    private static void Tier(Svg svg, double c, double foot, double half, double tall, Colour icing)
    {
        var side = new Outline().Move(new(c - half, foot - tall)).Line(new(c - half, foot))
            .Quad(new(c, foot + half * .26), new(c + half, foot))
            .Line(new(c + half, foot - tall)).Close();
        svg.Fill(side, svg.Across(c - half, c + half, new(0, icing), new(.3, icing.Lighter(.6)), new(1, icing.Mix(Palette.Wood, .28))));
        svg.Ellipse(new(c, foot - tall), half, half * .12, icing.Lighter(.5).ToString());
        var (swags, pearls) = (new Outline(), new Outline());
        for (var i = -4; i < 4; i++)
        {
            var (from, to) = (Math.Sin(i * Math.PI / 8) * half, Math.Sin((i + 1) * Math.PI / 8) * half);
            swags.Move(new(c + from, foot - tall * .86)).Quad(new(c + (from + to) / 2, foot - tall * .52), new(c + to, foot - tall * .86));
            pearls.Oval(new(c + to, foot - tall * .86), 5, 5);
        }

        for (var i = -15; i <= 15; i++)
            pearls.Oval(new(c + Math.Sin(i * Math.PI / 32) * half, foot + half * .125 * Math.Cos(i * Math.PI / 32) - 5), 7, 7);
        svg.Stroke(swags, icing.Mix(Palette.Gold, .55), 3.5);
        svg.Fill(pearls, icing.Lighter(.7).Mix(Palette.Sand, .2));
    }

    private static void Plate(Svg svg, Spot centre, double r)
    {
        var (from, to) = (centre.Polar(r, 225), centre.Polar(r, 45));
        svg.Ellipse(centre + new Spot(12, 20), r * 1.04, r * 1.04, Palette.Bark.ToString(), .16);
        svg.Ellipse(centre, r, r, svg.Linear(from, to, new(0, Palette.Butter), new(.5, Palette.Gold), new(1, Palette.Honey.Lighter(.3))));
        svg.Ellipse(centre, r * .9, r * .9, svg.Linear(from, to, new(0, Colour.White), new(1, Palette.Sand.Lighter(.3))));
        svg.Ellipse(centre, r * .64, r * .64, svg.Linear(from, to, new(0, Palette.Sand.Lighter(.2)), new(1, Colour.White)));
    }

    private static void Napkin(Svg svg, Spot centre, double r)
    {
        var cloth = new Outline().Corners(centre + new Spot(-r * .3, -r * .78), centre + new Spot(r * .3, -r * .78),
            centre + new Spot(r * .33, r * .84), centre + new Spot(-r * .33, r * .84));
        svg.Fill(cloth, svg.Across(centre.X - r * .33, centre.X + r * .33, new(0, Palette.Rose.Lighter(.45)),
            new(.5, Palette.Rose.Lighter(.15)), new(.52, Palette.Rose.Lighter(.35)), new(1, Palette.Rose)));
    }

    /// <summary>A folded card with a gold rim; where the name would be, a painted sprig.</summary>
    private static void Card(Svg svg, Random random, Spot centre, double r)
    {
        svg.Rectangle(centre.X - r * .42 + 6, centre.Y - r * .17 + 9, r * .84, r * .4, Palette.Bark.ToString(), .18, 4);
        svg.Rectangle(centre.X - r * .42, centre.Y - r * .17, r * .84, r * .4,
            svg.Down(centre.Y - r * .2, centre.Y + r * .24, new(0, Colour.White), new(1, Palette.Ivory)), corner: 3);
        svg.Stroke(new Outline().Box(centre.X - r * .38, centre.Y - r * .13, r * .76, r * .32), Palette.Gold, 2);
        var sprig = new Outline();
        for (var i = -4; i <= 4; i++)
            sprig.Leaf(centre + new Spot(i * r * .06, r * .03), r * .085,
                i < 0 ? 200 + (i & 1) * -40 : i == 0 ? -90 : -20 + (i & 1) * 40, .35);
        svg.Fill(sprig, Palette.Leaf);
        Flowers.Specks(svg, random, centre + new Spot(0, r * .03), r * .26, r * .05, 8, 3, Palette.Rose);
    }
}
