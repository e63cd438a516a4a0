using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>The pair of heels, from the side.</summary>
internal static class Shoes
{
    public static void Draw(Svg svg, double width, Random random)
    {
        Keepsakes.Linen(svg, width, random, Palette.Blush.Lighter(.35));
        var scale = Math.Min(width / 480, 2.2);
        var seat = 800.0;
        svg.Band(width, seat - 90, 1005, Palette.Ivory, Palette.Sand);
        svg.Folds(random, -20, width + 20, seat + 30, 1005, 150, Palette.Wood, .2);
        Flowers.Bunch(svg, random, new(width / 2 + 158 * scale, seat - 40), 62 * scale, 50 * scale, 9, 27 * scale);
        Shoe(svg, random, new(width / 2 - 230 * scale, seat - 296 * scale), scale, Palette.Ivory.Mix(Palette.Blush, .3));
        Shoe(svg, random, new(width / 2 - 150 * scale, seat - 232 * scale), scale, Palette.Ivory);
        Flowers.Petals(svg, random, 0, width, seat, 985, 40, 24, Palette.Rose, Palette.Blush);
    }

    private static void Shoe(Svg svg, Random random, Spot at, double scale, Colour colour)
    {
        Spot P(double x, double y) => at + new Spot(x, y) * scale;
        svg.Ellipse(P(120, 264), 150 * scale, 9 * scale, Palette.Bark.ToString(), .22);
        svg.Fill(new Outline().Move(P(232, 150)).Curve(P(250, 190), P(254, 230), P(255, 264)).Line(P(267, 264))
            .Curve(P(270, 220), P(280, 170), P(284, 118)).Close(),
            svg.Across(P(240, 0).X, P(284, 0).X, new(0, colour.Lighter(.3)), new(1, colour.Mix(Palette.Wood, .4))));
        svg.Fill(new Outline().Move(P(-4, 252)).Curve(P(40, 272), P(90, 268), P(128, 250)).Curve(P(180, 220), P(205, 160), P(250, 152))
            .Line(P(286, 120)).Line(P(250, 140)).Line(P(120, 236)).Close(), Palette.Gold.Mix(Palette.Wood, .3));
        var body = new Outline().Move(P(-6, 250)).Curve(P(-10, 226), P(24, 206), P(62, 196)).Curve(P(86, 190), P(98, 178), P(104, 172))
            .Curve(P(122, 206), P(190, 180), P(222, 118))
            .Curve(P(236, 90), P(258, 66), P(276, 62)).Curve(P(290, 84), P(292, 110), P(284, 132))
            .Curve(P(262, 150), P(232, 150), P(214, 166))
                .Curve(P(180, 200), P(150, 244), P(112, 252)).Curve(P(70, 262), P(24, 262), P(-6, 250)).Close();
        svg.Fill(body, svg.Linear(P(40, 180), P(200, 270), new(0, Colour.White), new(.5, colour), new(1, colour.Mix(Palette.Wood, .35))));
        svg.Stroke(new Outline().Move(P(104, 173)).Curve(P(122, 207), P(190, 181), P(222, 119)).Curve(P(236, 91), P(258, 67), P(276, 63)),
            Palette.Gold, 3 * scale, .8);
        svg.Stroke(new Outline().Move(P(20, 222)).Quad(P(50, 206), P(82, 198)), Colour.White, 5 * scale, .8);
        Flowers.Rose(svg, random, P(92, 184), 21 * scale, Palette.Blush);
        Flowers.Specks(svg, random, P(92, 184), 30 * scale, 20 * scale, 10, 2.6 * scale, Colour.White);
    }
}
