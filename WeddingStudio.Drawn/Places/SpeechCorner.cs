using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>Where speeches are held: a curtain of fairy lights, flowers on plinths, the microphone.</summary>
internal static class SpeechCorner
{
    private static readonly Colour Velvet = Colour.Of("5a4a63");

    public static void Behind(Svg svg, double width, Random random)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Down(0, 760, new(0, Velvet.Darker(.45)), new(.6, Velvet), new(1, Velvet.Mix(Palette.Apricot, .35))));
        svg.Glow(new(width / 2, 420), 640, Palette.Apricot, .5);
        svg.Folds(random, 0, width, 0, 760, 60, Velvet.Darker(.5), .5);
        Curtain(svg, random, width);
        svg.Band(width, 752, 1005, Palette.Wood, Palette.Bark);
        Rooms.Floorboards(svg, width, 752, Palette.Bark.Darker(.4));
        svg.Glow(new(width / 2, 830), width * .5, Palette.Honey, .5, .22);
        Swags(svg, random, width);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = width / 2 + side * Math.Min(width * .4, 400);
            svg.Ellipse(new(x, 872), 84, 15, Palette.Night.ToString(), .35);
            svg.Rectangle(x - 52, 660, 104, 212, svg.Across(x - 52, x + 52, new(0, Palette.Ivory), new(1, Palette.Stone)), corner: 3);
            svg.Rectangle(x - 62, 648, 124, 18, Palette.Ivory.ToString(), corner: 3);
            Flowers.Bunch(svg, random, new(x, 590), 92, 66, 12, 32);
            for (var i = 0; i < 3; i++)
                Lights.Lantern(svg, new(x + side * (88 + i * 46) - side * 10, 880 + i * 22), 104 - i * 20, Palette.Gold.Darker(.3));
        }
    }

    /// <summary>At the speaker's side, turned to the mouth without hiding it.</summary>
    public static void Microphone(Svg svg, double width)
    {
        var x = width / 2 + 118;
        var head = new Spot(x - 52, 448);
        svg.Ellipse(new(x, 976), 62, 13, Palette.Night.Lighter(.1).ToString());
        svg.Stroke(new Outline().Move(new(x, 974)).Line(new(x, 520)).Line(head), Palette.Night.Lighter(.25), 7);
        svg.Stroke(new Outline().Move(head).Line(head + new Spot(-20, -16)), Palette.Night.Lighter(.1), 19);
        svg.Ellipse(head + new Spot(-30, -24), 20, 16, svg.Linear(head + new Spot(-44, -38), head + new Spot(-14, -10),
            new(0, Palette.Stone), new(1, Palette.Night.Lighter(.3))), degrees: 38);
    }

    /// <summary>
    /// Strings of lights that hang down, each a little uneven. The halos lie beside the lights: around them they would look like eyes.
    /// </summary>
    private static void Curtain(Svg svg, Random random, double width)
    {
        var (wires, cores, halos) = (new Outline(), new Outline(), new Outline());
        for (var x = 14.0; x < width; x += 33)
        {
            wires.Move(new(x, 30)).Line(new(x + random.Between(-3, 3), 745));
            for (var y = 50 + random.Between(0, 40); y < 740; y += random.Between(40, 62))
            {
                cores.Oval(new(x, y), 3.6, 4.4);
                halos.Oval(new(x + random.Between(-9, 9), y + random.Between(-9, 9)), 8, 8);
            }
        }

        svg.Stroke(wires, Palette.Honey, 1, .3);
        svg.Fill(halos, Palette.Honey, .2);
        svg.Fill(cores, Palette.Ivory);
        Lights.Bokeh(svg, random, new(0, 60, width, 660), 16, 12, 28, .3, Palette.Honey, Palette.Apricot);
    }

    private static void Swags(Svg svg, Random random, double width)
    {
        foreach (var side in (ReadOnlySpan<double>)[0, 1])
        {
            var (edge, into) = (width * side, side == 0 ? 1 : -1);
            var cloth = new Outline().Move(new(edge - into * 10, -10)).Line(new(edge + into * width * .22, -10))
                .Curve(new(edge + into * width * .19, 240), new(edge + into * 60, 330), new(edge + into * 54, 430))
                .Curve(new(edge + into * 60, 600), new(edge + into * 96, 700), new(edge + into * 104, 770))
                .Line(new(edge - into * 10, 770)).Close();
            svg.Fill(cloth, svg.Across(Math.Min(edge, edge + into * 300), Math.Max(edge, edge + into * 300), new(0, Palette.Ivory),
                new(.5, Palette.Cream.Mix(Palette.Blush, .4)), new(1, Palette.Sand)));
            using (svg.Clip(cloth))
                svg.Folds(random, Math.Min(edge, edge + into * 210), Math.Max(edge, edge + into * 210), -10, 770, 40, Palette.Wood, .3);
            svg.Rectangle(edge + into * 28 - 32, 420, 64, 18, Palette.Gold.ToString(), corner: 8);
        }

        var line = Enumerable.Range(0, 9).Select(i => new Spot(width * i / 8, 20 + 60 * Math.Sin(i * Math.PI / 8))).ToList();
        Trees.Garland(svg, random, line, 48, Palette.Leaf, 1.1);
        foreach (var (i, spot) in line.Index())
            Flowers.Rose(svg, random, spot + new Spot(random.Between(-20, 20), 6), 27, Palette.Blooms[i % Palette.Blooms.Length]);
    }
}
