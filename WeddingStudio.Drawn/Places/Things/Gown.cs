using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>The wedding dress on its hanger.</summary>
internal static class Gown
{
    public static void Draw(Svg svg, Random random, Spot hook, double length)
    {
        // Coordinates below are in a thousandth of the length, from the hook down.
        var scale = length / 1000;
        Spot P(double x, double y) => hook + new Spot(x, y) * scale;
        svg.Stroke(new Outline().Move(P(-8, -30)).Curve(P(-6, -62), P(30, -54), P(6, -10)).Line(P(0, 36)), Palette.Gold, 8 * scale);
        svg.Stroke(new Outline().Move(P(-140, 112)).Curve(P(-90, 76), P(-30, 40), P(0, 36)).Curve(P(30, 40), P(90, 76), P(140, 112)),
            Palette.Wood, 20 * scale);
        svg.Glow(P(20, 1010), 440 * scale, Palette.Bark, .3, .1);
        Skirt(svg, random, P, scale);
        var bodice = new Outline().Move(P(-118, 92)).Line(P(-92, 84)).Curve(P(-84, 170), P(-40, 206), P(0, 232))
            .Curve(P(40, 206), P(84, 170), P(92, 84)).Line(P(118, 92))
            .Curve(P(124, 190), P(104, 250), P(92, 300)).Curve(P(78, 340), P(72, 370), P(84, 404)).Line(P(-84, 404))
                .Curve(P(-72, 370), P(-78, 340), P(-92, 300)).Curve(P(-104, 250), P(-124, 190), P(-118, 92)).Close();
        svg.Fill(bodice, svg.Across(P(-120, 0).X, P(120, 0).X, new(0, Colour.White), new(.55, Palette.Ivory),
            new(1, Palette.Sand.Mix(Palette.Stone, .35))));
        using (svg.Clip(bodice))
            for (var i = 0; i < 3; i++)
                Flowers.Specks(svg, random, P(0, 300), 115 * scale, 120 * scale, 40, (3 + i * 2) * scale,
                    i == 1 ? Palette.Stone : Colour.White, .6);
        svg.Fill(new Outline().Corners(P(-80, 384), P(80, 384), P(86, 412), P(-86, 412)), Palette.Blush);
        svg.Stroke(new Outline().Move(P(30, 400)).Curve(P(60, 470), P(40, 560), P(78, 650)).Move(P(30, 400))
            .Curve(P(40, 480), P(20, 540), P(40, 610)), Palette.Blush, 15 * scale);
    }

    /// <summary>Folds fan out from the waist, hem and lace follow their waves.</summary>
    private static void Skirt(Svg svg, Random random, Func<double, double, Spot> p, double scale)
    {
        List<Spot> hem = [.. Enumerable.Range(0, 13)
            .Select(i => p(-390 + i * 65, 962 + 34 * Math.Sin(i * Math.PI / 12) + (i % 2 == 0 ? 0 : 17)))];
        var skirt = new Outline().Move(p(84, 404)).Curve(p(150, 560), p(300, 800), p(390, 962)).Through([.. hem.AsEnumerable().Reverse()])
            .Curve(p(-300, 800), p(-150, 560), p(-84, 404)).Close();
        svg.Fill(skirt, svg.Across(p(-390, 0).X, p(390, 0).X, new(0, Palette.Ivory), new(.3, Colour.White), new(.65, Palette.Ivory),
            new(1, Palette.Sand.Mix(Palette.Stone, .4))));
        var (dark, light) = (new Outline(), new Outline());
        for (var i = 0; i < 12; i++)
        {
            var (waist, bend) = (-72 + i * 12.6, -300 + i * 51.0);
            dark.Move(p(waist, 410)).Quad(p(bend * .52, 660), hem[i].Towards(hem[i + 1], random.Between(.1, .4)))
                .Line(hem[i].Towards(hem[i + 1], random.Between(.5, .8))).Quad(p(bend * .55, 660), p(waist, 410)).Close();
            light.Move(p(waist + 5, 410)).Quad(p(bend * .52 + 14, 640), hem[i].Towards(hem[i + 1], .95)).Line(hem[i + 1])
                .Quad(p(bend * .55 + 14, 640), p(waist + 5, 410)).Close();
        }

        svg.Fill(dark, svg.Down(p(0, 404).Y, p(0, 990).Y, new(0, Palette.Stone, .5), new(1, Palette.Stone, .28)));
        svg.Fill(light, Colour.White, .8);
        using (svg.Clip(skirt))
            Flowers.Specks(svg, random, p(0, 965), 400 * scale, 66 * scale, 130, 6 * scale, Colour.White, .9);
    }
}
