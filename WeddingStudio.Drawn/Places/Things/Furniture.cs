using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

internal static class Furniture
{
    /// <summary>A cross-back chair seen from behind; half of them are hidden by cloth and people anyway.</summary>
    public static void Chair(Svg svg, Spot foot, double height, Colour wood)
    {
        var (half, seat) = (height * .2, foot.Y - height * .48);
        var legs = new Outline();
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            legs.Move(new(foot.X + side * half * 1.05, foot.Y)).Line(new(foot.X + side * half * .9, seat))
                .Line(new(foot.X + side * half * .95, foot.Y - height * .9));
        legs.Move(new(foot.X - half * .95, foot.Y - height * .9))
            .Quad(new(foot.X, foot.Y - height * 1.08), new(foot.X + half * .95, foot.Y - height * .9))
            .Move(new(foot.X - half * .9, seat))
            .Quad(new(foot.X + half * .2, foot.Y - height * .7), new(foot.X + half * .85, foot.Y - height * .88))
            .Move(new(foot.X + half * .9, seat))
            .Quad(new(foot.X - half * .2, foot.Y - height * .7), new(foot.X - half * .85, foot.Y - height * .88));
        svg.Fill(new Outline().Move(new(foot.X - half * .93, seat)).Line(new(foot.X - half * .95, foot.Y - height * .9))
            .Quad(new(foot.X, foot.Y - height * 1.08), new(foot.X + half * .95, foot.Y - height * .9))
            .Line(new(foot.X + half * .93, seat)).Close(),
            Palette.Cream.Mix(wood, .3), .88);
        svg.Stroke(legs, wood, height * .04);
        svg.Rectangle(foot.X - half * 1.05, seat - height * .03, half * 2.1, height * .07, wood.Lighter(.2).ToString(),
            corner: height * .03);
    }

    /// <summary>A laid round table in the distance, chairs around it, flowers and candles on it.</summary>
    public static void RoundTable(Svg svg, Random random, Spot foot, double radius, Colour cloth, Colour shade, Colour wood)
    {
        var (top, squash) = (foot.Y - radius * .78, .22);
        svg.Ellipse(foot, radius * 1.25, radius * .2, Palette.Bark.ToString(), .25);
        foreach (var side in (ReadOnlySpan<double>)[-1.05, -.42, .42, 1.05])
            Chair(svg, new(foot.X + side * radius, foot.Y - radius * .22), radius * 1.02, wood.Mix(shade, .25));
        svg.Fill(new Outline().Move(new(foot.X - radius, top)).Line(new(foot.X - radius * 1.04, foot.Y - radius * .06))
            .Quad(new(foot.X, foot.Y + radius * .22), new(foot.X + radius * 1.04, foot.Y - radius * .06))
            .Line(new(foot.X + radius, top)).Close(),
            svg.Across(foot.X - radius, foot.X + radius, new(0, cloth.Mix(shade, .35)), new(.35, cloth), new(1, cloth.Mix(shade, .55))));
        svg.Folds(random, foot.X - radius * .95, foot.X + radius * .95, top + radius * .12, foot.Y, radius * .3, shade, .35);
        svg.Ellipse(new(foot.X, top), radius, radius * squash, cloth.Lighter(.35).ToString());
        for (var i = -2; i <= 2; i++)
            Lights.Flame(svg, new(foot.X + i * radius * .38, top - radius * .02), radius * .028, 1);
        Tableware.Vase(svg, new(foot.X, top + radius * .04), radius * .26, Palette.Ivory);
        Flowers.Cluster(svg, random, new(foot.X, top - radius * .36), radius * .26, radius * .17, radius * .085, 4);
    }

    /// <summary>The table people sit at, across the whole canvas: cloth, runner, flowers, candles, plates and glasses.</summary>
    public static void LongTable(Svg svg, double width, Random random, double back = 778, double edge = 900)
    {
        svg.Band(width, back, edge, Palette.Cream.Mix(Palette.Stone, .25), Palette.Ivory);
        svg.Band(width, edge, 1005, Palette.Sand.Lighter(.3), Palette.Sand.Mix(Palette.Stone, .4));
        svg.Folds(random, -20, width + 20, edge, 1005, 120, Palette.Wood, .22);
        var middle = (back + edge) / 2 - 8;
        var places = Math.Max(2, (int)Math.Round(width / 330));
        var line = Enumerable.Range(0, 9).Select(i => new Spot(-30 + (width + 60) * i / 8, middle + random.Between(-8, 8) - 6)).ToList();
        Trees.Garland(svg, random, line, 42, Palette.Leaf, .9);
        for (var i = 0; i < places; i++)
        {
            var x = width * (i + .5) / places + random.Between(-12, 12);
            Flowers.Bunch(svg, random, new(x + width * .5 / places, middle - 18), 66, 28, 6, 27);
            Tableware.WineGlass(svg, new(x - 92, middle + 16), 142, Palette.Berry, random.Between(.3, .6));
            Lights.Candle(svg, new(x + 62, middle - 2), random.Between(70, 105), 15);
            Tableware.Plate(svg, new(x, edge - 26), 88, .24);
            Tableware.WineGlass(svg, new(x + 106, edge - 30), 128, Palette.Butter, random.Between(.4, .7));
        }

        Lights.Votive(svg, new(width * .08, edge - 24), 24);
        Lights.Votive(svg, new(width * .94, edge - 18), 26);
    }

    public static void Parasol(Svg svg, Spot foot, double height, double half, Colour cloth, double sunFrom)
    {
        var (top, rim) = (foot.Y - height, foot.Y - height * .72);
        svg.Stroke(new Outline().Move(foot).Line(new(foot.X, top - 8)), Palette.Wood, 9);
        var outline = new Outline().Move(new(foot.X - half, rim)).Quad(new(foot.X - half * .35, top + 8), new(foot.X, top))
            .Quad(new(foot.X + half * .35, top + 8), new(foot.X + half, rim));
        for (var i = 3; i >= 0; i--)
            outline.Quad(new(foot.X - half + (i + .5) * half / 2, rim + 16), new(foot.X - half + i * half / 2, rim));
        svg.Fill(outline.Close(), svg.Across(foot.X - half, foot.X + half, new(0, cloth.Mix(Palette.Stone, sunFrom < 0 ? 0 : .45)),
            new(1, cloth.Mix(Palette.Stone, sunFrom < 0 ? .45 : 0))));
        var seams = new Outline();
        foreach (var rib in (ReadOnlySpan<double>)[-.5, 0, .5])
            seams.Move(new(foot.X, top)).Quad(new(foot.X + rib * half * .6, top + 20), new(foot.X + rib * half, rim + 2));
        svg.Stroke(seams, Palette.Wood, 1.6, .35);
    }

    /// <summary>A pew seen from behind (or from the front: wood all the same), bevelled end towards the aisle.</summary>
    public static void Pew(Svg svg, double outer, double inner, double foot, double height, Colour wood)
    {
        var (left, right, top) = (Math.Min(outer, inner), Math.Max(outer, inner), foot - height);
        svg.Rectangle(left, top + height * .12, right - left, height * .88,
            svg.Down(top, foot, new(0, wood.Lighter(.18)), new(.25, wood), new(1, wood.Mix(Palette.Bark, .65))));
        svg.Rectangle(left, top + height * .08, right - left, height * .09, wood.Lighter(.32).ToString(), corner: height * .03);
        var (end, half) = (inner, height * .17);
        svg.Fill(new Outline().Arch(end - half, end + half, top - height * .06, foot + height * .04, pointed: false),
            svg.Across(end - half, end + half, new(0, wood.Lighter(.25)), new(1, wood.Mix(Palette.Bark, .4))));
    }
}
