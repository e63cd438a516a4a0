using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>After dark: beams of colour, a mirror ball, reflections on a polished floor.</summary>
internal static class DanceFloor
{
    private static readonly Colour Deep = Colour.Of("17132f");
    private static readonly Colour Magenta = Colour.Of("d84f9a");
    private static readonly Colour Azure = Colour.Of("4f8fe8");
    private static readonly Colour Violet = Colour.Of("8a5be0");
    private static readonly Colour Amber = Colour.Of("ffb45e");

    public static void Behind(Svg svg, double width, Random random)
    {
        var c = width / 2;
        var (left, right) = random.Next(2) == 0 ? (Magenta, Azure) : (Violet, Magenta);
        svg.Fill(Shapes.Canvas(width), svg.Down(0, 700, new(0, Deep), new(.7, Deep.Mix(Violet, .3)), new(1, Deep.Mix(Magenta, .35))));
        svg.Glow(new(width * .2, 520), width * .5, left, .5, .6);
        svg.Glow(new(width * .82, 500), width * .5, right, .5, .6);
        Curtain(svg, width, random);
        Lights.Bokeh(svg, random, new(0, 300, width, 290), 20, 14, 38, .4, Amber, left, right, Amber);
        Booth(svg, random, c);
        Floor(svg, random, width, left, right);
        Rig(svg, random, width, [left, right, Amber, right, left]);
        Ball(svg, random, new(c + width * random.Between(-.08, .08), 150), 66);
        Flecks(svg, random, width);
    }

    private static void Curtain(Svg svg, double width, Random random)
    {
        svg.Folds(random, 0, width, 60, 640, 70, Deep, .5);
        for (var i = 0; i < 5; i++)
            Lights.Cord(svg, new(width * (i / 5.0 - .02), 205), new(width * ((i + 1) / 5.0 + .02), 205), 40, 6, 5, Amber, Deep);
    }

    private static void Booth(Svg svg, Random random, double c)
    {
        svg.Fill(new Outline().Corners(new(c - 190, 640), new(c - 170, 500), new(c + 170, 500), new(c + 190, 640)),
            svg.Down(500, 640, new(0, Deep.Mix(Violet, .5)), new(1, Deep)));
        svg.Rectangle(c - 182, 492, 364, 13, Amber.Mix(Magenta, .3).ToString(), .9, 6);
        var bars = new Outline();
        for (var i = -7; i <= 7; i++)
            bars.Box(c + i * 22 - 7, 628 - random.Between(14, 96), 14, 96);
        using (svg.Clip(new Outline().Box(c - 170, 520, 340, 108)))
            svg.Fill(bars, svg.Down(520, 628, new(0, Magenta), new(1, Azure)), .75);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            svg.Rectangle(c + side * 255 - 38, 430, 76, 210,
                svg.Down(430, 640, new(0, Deep.Mix(Violet, .25)), new(1, Deep.Darker(.3))), corner: 6);
    }

    private static void Floor(Svg svg, Random random, double width, Colour left, Colour right)
    {
        svg.Fill(new Outline().Box(-5, 636, width + 10, 370), svg.Linear(new(0, 700), new(width, 800), new(0, Deep.Mix(left, .5)),
            new(.5, Deep.Mix(Violet, .35)), new(1, Deep.Mix(right, .5))));
        var (tiles, c) = (new Outline(), width / 2);
        for (var row = 0; row < 6; row++)
        {
            var (near, far) = (636 + 370 * Math.Pow((row + 1) / 6.0, 1.6), 636 + 370 * Math.Pow(row / 6.0, 1.6));
            for (var i = -9; i < 9; i++)
                if ((i + row & 1) == 0)
                    tiles.Corners(At(i, far), At(i + 1, far), At(i + 1, near), At(i, near));
        }

        svg.Fill(tiles, svg.Down(636, 1000, new(0, Colour.White, .2), new(1, Colour.White, .04)));
        for (var i = 0; i < 9; i++)
            svg.Glow(new(random.Between(0, width), random.Between(700, 980)), random.Between(70, 150),
                i % 3 == 0 ? Amber : i % 3 == 1 ? left : right, .35, .28);

        Spot At(int column, double y) => new(c + column * (70 + (y - 636) * .4), y);
    }

    private static void Rig(Svg svg, Random random, double width, Colour[] colours)
    {
        svg.Rectangle(-5, 26, width + 10, 12, Deep.Lighter(.16).ToString());
        svg.Rectangle(-5, 58, width + 10, 8, Deep.Lighter(.12).ToString());
        var struts = new Outline().Move(new(-10, 62));
        for (var x = -10.0; x < width + 40; x += 52)
            struts.Line(new(x + 26, 32)).Line(new(x + 52, 62));
        svg.Stroke(struts, Deep.Lighter(.14), 4);
        foreach (var (i, colour) in colours.Index())
        {
            var lamp = new Spot(width * (i + .5) / colours.Length, 84);
            var aim = 90 + (i - 2) * -13 + random.Between(-12, 12);
            Lights.Beam(svg, lamp, aim, 900, 8.5, colour.Lighter(.15), .62);
            Lights.Beam(svg, lamp, aim, 800, 3.5, colour.Lighter(.4), .4);
            svg.Glow(lamp, 60, colour.Lighter(.4), .9);
            svg.Ellipse(lamp, 11, 8, Colour.White.ToString());
        }
    }

    /// <summary>The mirror ball: rows of facets that narrow towards its poles.</summary>
    private static void Ball(Svg svg, Random random, Spot centre, double radius)
    {
        svg.Stroke(new Outline().Move(new(centre.X, -5)).Line(centre), Deep.Lighter(.3), 3);
        svg.Glow(centre, radius * 3.2, Colour.White, .3);
        svg.Ellipse(centre, radius, radius, svg.Oval(centre + new Spot(-radius * .35, -radius * .4), radius * 1.5,
            1, 0, new(0, Colour.White), new(.35, Palette.Lilac), new(1, Deep.Mix(Violet, .3))));
        var (bright, dark) = (new Outline(), new Outline());
        for (var row = -5; row <= 5; row++)
        {
            var (y, half) = (row / 5.6 * radius, Math.Sqrt(1 - row * row / 31.4) * radius);
            for (var i = -6; i < 6; i++)
            {
                var (from, to) = (Math.Sin(i * Math.PI / 12) * half, Math.Sin((i + 1) * Math.PI / 12) * half);
                var pick = random.Next(5);
                if (pick < 3)
                    (pick == 0 ? bright : dark)
                        .Box(centre.X + from + 1, centre.Y + y - radius * .075, Math.Max(to - from - 2, .5), radius * .15);
            }
        }

        svg.Fill(dark, Violet.Mix(Deep, .3), .4);
        svg.Fill(bright, Colour.White, .75);
    }

    private static void Flecks(Svg svg, Random random, double width)
    {
        var flecks = new Outline();
        for (var i = 0; i < 90; i++)
            flecks.Oval(new(random.Between(0, width), random.Between(110, 990)), random.Between(2, 7), random.Between(1.5, 4),
                random.Between(-40, 40));
        svg.Fill(flecks, Colour.White, .4);
    }
}
