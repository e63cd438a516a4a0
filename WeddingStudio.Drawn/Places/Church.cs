using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>
/// A small sandstone church, built as paper theatre: arch behind arch, the far ones pale with light, the near ones darker.
/// </summary>
internal static class Church
{
    public static readonly Colour Wall = Colour.Of("e6d6bd");
    public static readonly Colour Shade = Colour.Of("a98d74");

    public static void TowardsAltar(Svg svg, double width, Random random)
    {
        var (c, half) = (width / 2, Math.Min(width * .27, 250));
        svg.Band(width, -5, 1005, Wall.Lighter(.35), Wall);
        svg.Glow(new(c, 300), 420, Palette.Ivory, .9);
        ChurchWindows.Lancet(svg, random, c - half * .36, c + half * .36, 105, 500);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            ChurchWindows.Lancet(svg, random, c + side * half * .74 - half * .2, c + side * half * .74 + half * .2, 215, 480);
        Floor(svg, width, 590);
        Altar(svg, random, c, 600, half);
        Arcade(svg, width, c, half, 60, 612, .12);
        Rows(svg, random, width, c, half);
        Runner(svg, random, c, half, 600);
        Arcade(svg, width, c, half * 1.5 + 40, -60, 690, .42);
        ChurchWindows.Sides(svg, random, width, c + half * 1.5 + 40);
        SideFlowers(svg, random, c, half * 1.5 + 40, 690);
        foreach (var (degrees, opacity) in (ReadOnlySpan<(double, double)>)[(38, .26), (47, .2), (57, .15)])
            Lights.Beam(svg, new(c - half * 1.9, -40), degrees, 1150, 4, Palette.Butter, opacity);
    }

    public static void TowardsNave(Svg svg, double width, Random random)
    {
        var (c, half) = (width / 2, Math.Min(width * .3, 290));
        svg.Band(width, -5, 1005, Wall.Mix(Palette.Apricot, .2).Lighter(.2), Wall);
        ChurchWindows.Rose(svg, new(c, 205), half * .3);
        Floor(svg, width, 560);
        Gallery(svg, c, half);
        svg.Fill(new Outline().Arch(c - half * .24, c + half * .24, 405, 575),
            svg.Oval(new(c, 500), half * .4, 1.2, 0, new(0, Colour.White), new(.6, Palette.Ivory), new(1, Palette.Honey)));
        svg.Glow(new(c, 520), half * .9, Palette.Butter, .5);
        Arcade(svg, width, c, half * 1.12, 30, 590, .14);
        Runner(svg, random, c, half * .8, 575);
        Rows(svg, random, width, c, half);
        Arcade(svg, width, c, half * 1.62 + 60, -90, 720, .4);
        ChurchWindows.Sides(svg, random, width, c + half * 1.62 + 60);
        SideFlowers(svg, random, c, half * 1.62 + 60, 720);
        Lights.Beam(svg, new(c + half * 1.9, -40), 125, 1150, 5, Palette.Butter, .24);
        Lights.Beam(svg, new(c + half * 1.5, -40), 114, 1150, 4, Palette.Butter, .2);
    }

    private static void Floor(Svg svg, double width, double top)
    {
        svg.Band(width, top, 1005, Wall.Mix(Palette.Oak, .25), Palette.Oak.Mix(Shade, .5));
        var joints = new Outline();
        for (var i = 1; i < 9; i++)
            joints.Move(new(-5, top + 420 * i * i / 64.0)).Line(new(width + 5, top + 420 * i * i / 64.0));
        for (var i = -9; i <= 9; i++)
            joints.Move(new(width / 2 + i * 34, top)).Line(new(width / 2 + i * 190, 1005));
        svg.Stroke(joints, Palette.Wood, 1.6, .2);
    }

    private static void Altar(Svg svg, Random random, double c, double foot, double half)
    {
        svg.Fill(new Outline().Corners(new(c - half * .8, foot + 22), new(c - half * .66, foot - 8), new(c + half * .66, foot - 8),
            new(c + half * .8, foot + 22)), Wall.Lighter(.4));
        svg.Rectangle(c - half * .8, foot + 22, half * 1.6, 14, Wall.Mix(Shade, .35).ToString());
        svg.Rectangle(c - half * .36, foot - 96, half * .72, 92,
            svg.Across(c - half * .36, c + half * .36, new(0, Colour.White), new(1, Palette.Sand)));
        svg.Folds(random, c - half * .36, c + half * .36, foot - 88, foot - 4, 26, Shade, .25);
        svg.Rectangle(c - half * .39, foot - 102, half * .78, 12, Palette.Ivory.ToString(), corner: 2);
        foreach (var x in (ReadOnlySpan<double>)[-.31, -.22, .22, .31])
            Lights.Candle(svg, new(c + x * half, foot - 101), 40 + 60 * Math.Abs(x), 7, .8);
        Flowers.Cluster(svg, random, new(c, foot - 116), half * .13, 17, 10, 4);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            svg.Rectangle(c + side * half * .56 - 8, foot - 96, 16, 92,
                svg.Across(c + side * half * .56 - 8, c + side * half * .56 + 8, new(0, Palette.Ivory), new(1, Palette.Stone)));
            Flowers.Cluster(svg, random, new(c + side * half * .56, foot - 122), 34, 30, 12, 5);
        }
    }

    /// <summary>A wall with an arched opening, its columns and mouldings; further ones have less shade.</summary>
    private static void Arcade(Svg svg, double width, double c, double half, double top, double foot, double near)
    {
        var stone = Wall.Mix(Shade, near * .75);
        var wall = new Outline().Box(-5, -5, width + 10, foot + 5).Arch(c - half, c + half, top, foot);
        svg.Fill(wall, svg.Across(c - half * 2, c + half * 2, new(0, stone.Mix(Shade, .35)), new(.3, stone), new(.7, stone.Lighter(.12)),
            new(1, stone.Mix(Shade, .2))), evenOdd: true);
        svg.Stroke(new Outline().Arch(c - half - 4, c + half + 4, top - 4, foot, open: true), stone.Lighter(.35), 9);
        svg.Stroke(new Outline().Arch(c - half - 20, c + half + 20, top - 24, foot, open: true), stone.Mix(Shade, .45), 5, .7);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var (x, thick) = (c + side * (half + 16), 15 + near * 38);
            svg.Rectangle(x - thick, top + half * 1.3, thick * 2, foot - top - half * 1.3,
                svg.Across(x - thick, x + thick, new(0, stone.Mix(Shade, .3)), new(.4, stone.Lighter(.4)), new(1, stone.Mix(Shade, .6))));
            svg.Rectangle(x - thick * 1.3, top + half * 1.3 - 20, thick * 2.6, 24, stone.Lighter(.3).ToString(), corner: 4);
            svg.Rectangle(x - thick * 1.3, foot - 24, thick * 2.6, 30, stone.Mix(Shade, .3).ToString(), corner: 3);
        }
    }

    /// <summary>Pews on both sides of the aisle, the far ones first, a posy at each end.</summary>
    private static void Rows(Svg svg, Random random, double width, double c, double half)
    {
        for (var row = 0; row < 5; row++)
        {
            var near = Math.Pow(1.36, row);
            var (foot, height, inner) = (626 + 42 * near * near / 1.6, 42 * near, half * .42 * Math.Pow(1.32, row));
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                Furniture.Pew(svg, side < 0 ? -30 : width + 30, c + side * inner, foot, height, Palette.Wood.Mix(Wall, .45 - row * .09));
                Flowers.Cluster(svg, random, new(c + side * inner, foot - height * .72), height * .2, height * .24, height * .11, 3);
            }
        }
    }

    private static void Runner(Svg svg, Random random, double c, double half, double top)
    {
        svg.Fill(new Outline().Corners(new(c - half * .2, top), new(c + half * .2, top), new(c + half * 1.05, 1005),
            new(c - half * 1.05, 1005)),
            svg.Down(top, 1000, new(0, Palette.Ivory), new(1, Palette.Cream)));
        Flowers.Petals(svg, random, c - half * .25, c + half * .25, top + 40, 700, 40, 14, Palette.Rose, Palette.Blush);
        // Strewn along both edges, where nobody walks.
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            for (var step = 0; step < 4; step++)
                Flowers.Petals(svg, random, c + side * half * (.42 + step * .17) - 60,
                    c + side * half * (.42 + step * .17) + 60, 700 + step * 74, 790 + step * 74, 22, 24, Palette.Rose, Palette.Blush);
    }

    private static void Gallery(Svg svg, double c, double half)
    {
        var pipes = new Outline();
        for (var i = -7; i <= 7; i++)
            if (Math.Abs(i) > 2)
                pipes.Box(c + i * half / 8 - half * .045, 180 - 8 * Math.Abs(i), half * .09, 190);
        svg.Fill(pipes, svg.Down(110, 370, new(0, Palette.Honey), new(1, Palette.Gold)));
        svg.Rectangle(c - half * 1.2, 335, half * 2.4, 62, svg.Down(335, 397, new(0, Palette.Oak), new(1, Palette.Wood)));
        var rails = new Outline();
        for (var i = -13; i <= 13; i++)
            rails.Box(c + i * half / 12 - 3, 346, 6, 44);
        svg.Fill(rails, Palette.Bark, .35);
        svg.Rectangle(c - half * 1.2, 328, half * 2.4, 12, Palette.Oak.Lighter(.25).ToString());
    }

    private static void SideFlowers(Svg svg, Random random, double c, double half, double foot)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Flowers.Bunch(svg, random, new(c + side * (half + 10), foot - 46), 58, 52, 7, 26);
    }
}
