using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>
/// The old car with flowers on its bonnet and cans on strings. From the side: a car from the front has eyes and a mouth.
/// </summary>
internal static class WeddingCar
{
    public static void Draw(Svg svg, double width, Random random)
    {
        Scenery.Sky(svg, width, random, 520, Palette.Sky, Palette.Cream);
        Trees.Wood(svg, random, 0, width, 640, 360, Palette.Sage, Palette.Cream);
        Trees.Tree(svg, random, new(width * .12, 720), 640, Palette.Leaf.Mix(Palette.Sage, .25), Palette.Bark);
        Trees.Tree(svg, random, new(width * .9, 715), 560, Palette.Leaf.Mix(Palette.Sage, .35), Palette.Bark);
        for (var x = 0.0; x < width + 80; x += 120)
            Trees.Mass(svg, random, new(x, 690), 90, 56, Palette.Leaf, 19);
        svg.Band(width, 725, 1005, Palette.Sand, Palette.Stone.Mix(Palette.Apricot, .3));
        svg.Grain(random, width, 740, 1000, Palette.Wood, .18, 140);
        var scale = Math.Min(width / 1010, 1.14);
        using (svg.Move($"translate({Svg.Number(width / 2 + 24 * scale)} 850) scale({Svg.Number(scale)})"))
        {
            svg.Ellipse(new(0, 6), 480, 26, Palette.Bark.ToString(), .3);
            Cans(svg, random);
            Body(svg, random.Pick(Palette.Ivory, Palette.Sage.Lighter(.3), Palette.Sky.Lighter(.25), Palette.Blush.Lighter(.2)));
            foreach (var x in (ReadOnlySpan<double>)[-272, 262])
                Wheel(svg, new(x, -66), 78);
            Decoration(svg, random);
        }

        Flowers.Petals(svg, random, 0, width, 880, 990, 80, 18, Palette.Rose, Palette.Blush, Palette.Ivory);
        for (var i = 0; i < 3; i++)
            Trees.Grass(svg, random, -10, width + 10, 1000, 60, 16 + i * 7, Palette.Moss.Mix(Palette.Leaf, i * .4), .8);
    }

    private static void Body(Svg svg, Colour paint)
    {
        // Cabin and windows first, then the long body with its wings over the wheels.
        svg.Fill(new Outline().Move(new(-260, -200)).Curve(new(-240, -330), new(-170, -372), new(-60, -374)).Line(new(40, -374))
            .Curve(new(110, -372), new(150, -290), new(178, -205)).Close(),
            svg.Down(-374, -200, new(0, paint.Lighter(.5)), new(1, paint.Mix(Palette.Bark, .12))));
        var glass = svg.Linear(new(-200, -350), new(100, -200), new(0, Palette.Sky.Lighter(.5)), new(.5, Palette.Sage.Mix(Palette.Sky, .5)),
            new(1, Palette.Dusk.Mix(Palette.Sage, .5)));
        svg.Fill(new Outline().Move(new(-226, -208)).Curve(new(-212, -312), new(-160, -348), new(-70, -350))
            .Line(new(-62, -208)).Close(), glass);
        svg.Fill(new Outline().Move(new(-42, -208)).Line(new(-46, -350)).Line(new(34, -350))
            .Curve(new(90, -346), new(122, -280), new(144, -208)).Close(), glass);
        var body = new Outline().Move(new(-452, -92)).Curve(new(-462, -170), new(-420, -214), new(-300, -218)).Line(new(170, -218))
            .Curve(new(300, -216), new(420, -200), new(440, -120)).Line(new(446, -70)).Line(new(-440, -62)).Close();
        svg.Fill(body, svg.Down(-218, -62, new(0, paint.Lighter(.6)), new(.35, paint), new(1, paint.Mix(Palette.Bark, .38))));
        foreach (var x in (ReadOnlySpan<double>)[-272, 262])
            svg.Fill(new Outline().Move(new(x - 148, -60)).Curve(new(x - 140, -196), new(x + 130, -206), new(x + 152, -60)).Close(),
                svg.Down(-190, -60, new(0, paint.Lighter(.45)), new(1, paint.Mix(Palette.Bark, .3))));
        svg.Fill(new Outline().Corners(new(-150, -66), new(140, -66), new(132, -46), new(-142, -46)), Palette.Bark.Mix(paint, .25));
        svg.Stroke(new Outline().Move(new(-440, -152)).Quad(new(0, -186), new(424, -150)), Palette.Gold.Lighter(.4), 5);
        svg.Stroke(new Outline().Move(new(-54, -212)).Line(new(-60, -72)).Move(new(-212, -212)).Quad(new(-190, -130), new(-140, -74))
            .Move(new(140, -212)).Line(new(128, -74)), paint.Mix(Palette.Bark, .45), 3, .7);
        svg.Rectangle(-34, -184, 44, 8, Palette.Gold.Lighter(.3).ToString(), corner: 4);
        svg.Rectangle(-482, -92, 60, 20, Palette.Stone.Lighter(.5).ToString(), corner: 10);
        svg.Rectangle(424, -92, 58, 20, Palette.Stone.Lighter(.5).ToString(), corner: 10);
        svg.Ellipse(new(428, -150), 17, 26, svg.Across(410, 446, new(0, Palette.Stone), new(1, Palette.Ivory)));
    }

    private static void Wheel(Svg svg, Spot centre, double radius)
    {
        svg.Circle(centre, radius, Palette.Bark.Darker(.45));
        svg.Circle(centre, radius * .8, Palette.Ivory);
        svg.Circle(centre, radius * .6, Palette.Bark.Darker(.2));
        svg.Ellipse(centre, radius * .46, radius * .46, svg.Linear(centre.Polar(radius, 225), centre.Polar(radius, 45),
            new(0, Colour.White), new(1, Palette.Stone.Darker(.15))));
    }

    private static void Decoration(Svg svg, Random random)
    {
        svg.Stroke(new Outline().Move(new(160, -222)).Quad(new(330, -232), new(432, -140)).Move(new(160, -222))
            .Quad(new(300, -190), new(426, -108)), Palette.Ivory, 9);
        Flowers.Bunch(svg, random, new(256, -236), 84, 34, 8, 31);
        Flowers.Bunch(svg, random, new(-408, -214), 56, 36, 6, 25);
        Trees.Garland(svg, random, [new(-232, -214), new(-150, -198), new(-60, -212), new(40, -198), new(140, -214)], 28, Palette.Leaf, .8);
    }

    private static void Cans(Svg svg, Random random)
    {
        var strings = new Outline();
        foreach (var i in Enumerable.Range(0, 5))
            strings.Move(new(-440, -84)).Quad(new(-470 - i * 14, -6 - i * 3), Can(i) + new Spot(18, -12));
        svg.Stroke(strings, Palette.Bark, 2.5, .8);
        for (var i = 0; i < 5; i++)
        {
            var colour = random.Pick(Palette.Rose, Palette.Sky, Palette.Honey, Palette.Sage);
            using (svg.Move($"translate({Svg.Number(Can(i).X)} {Svg.Number(Can(i).Y)}) rotate({Svg.Number(random.Between(-30, 20))})"))
            {
                svg.Rectangle(-18, -26, 40, 28, svg.Down(-26, 2, new(0, colour.Lighter(.5)), new(1, colour.Darker(.15))), corner: 4);
                svg.Ellipse(new(-18, -12), 5, 14, Palette.Stone.Lighter(.3).ToString());
            }
        }

        static Spot Can(int i) => new(-500 - i % 3 * 36 - i * 3, 2 + i % 2 * 22);
    }
}
