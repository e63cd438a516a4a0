using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>What the rooms of the house have in common.</summary>
internal static class Rooms
{
    /// <summary>Panelled wall with a skirting board.</summary>
    public static void Walls(Svg svg, double width, Colour colour, double floor)
    {
        svg.Fill(Shapes.Canvas(width),
            svg.Linear(new(0, 0), new(width, 700), new(0, colour.Lighter(.4)), new(.5, colour), new(1, colour.Mix(Palette.Wood, .16))));
        var (light, dark) = (new Outline(), new Outline());
        for (var x = 30.0; x < width; x += 310)
        {
            foreach (var (y, tall) in (ReadOnlySpan<(double, double)>)[(40, 480), (560, 110)])
            {
                dark.Box(x, y, 270, tall);
                light.Box(x + 3, y + 3, 270, tall);
            }
        }

        svg.Stroke(dark, colour.Mix(Palette.Wood, .3), 3, .7);
        svg.Stroke(light, colour.Lighter(.6), 3, .8);
        svg.Rectangle(-5, 530, width + 10, 14, svg.Down(530, 544, new(0, colour.Lighter(.5)), new(1, colour.Mix(Palette.Wood, .25))));
        svg.Rectangle(-5, floor - 22, width + 10, 40,
            svg.Down(floor - 22, floor + 18, new(0, colour.Lighter(.6)), new(1, colour.Mix(Palette.Wood, .2))));
    }

    public static void Window(Svg svg, Random random, double left, double right, double top, double bottom)
    {
        svg.Glow(new((left + right) / 2, 380), 560, Colour.White, .85);
        svg.Rectangle(left - 16, top - 16, right - left + 32, bottom - top + 32, Palette.Ivory.ToString());
        using (svg.Clip(new Outline().Box(left, top, right - left, bottom - top)))
        {
            svg.Rectangle(left, top, right - left, bottom - top,
                svg.Down(top, bottom, new(0, Palette.Sky.Lighter(.45)), new(1, Palette.Butter.Lighter(.5))));
            Trees.Wood(svg, random, left, right, bottom + 10, 240, Palette.Sage.Lighter(.25), Palette.Ivory);
        }

        var bars = new Outline().Move(new((left + right) / 2, top)).Line(new((left + right) / 2, bottom));
        foreach (var share in (ReadOnlySpan<double>)[.25, .5, .75])
            bars.Move(new(left, top + (bottom - top) * share)).Line(new(right, top + (bottom - top) * share));
        svg.Stroke(bars, Palette.Ivory, 9);
        svg.Rectangle(left - 30, bottom + 10, right - left + 60, 18,
            svg.Down(bottom + 10, bottom + 28, new(0, Colour.White), new(1, Palette.Sand)));
        svg.Stroke(new Outline().Move(new(left - 90, 52)).Line(new(right + 90, 52)), Palette.Gold, 9);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            // Sheer curtain: lets the window shine through where it hangs over it.
            var (outer, inner) = side < 0 ? (left - 80, left + 60) : (right + 80, right - 60);
            var cloth = new Outline().Move(new(outer, 54)).Line(new(inner, 54))
                .Curve(new(inner, 300), new(outer + (inner - outer) * .45, 520), new(outer + (inner - outer) * .8, 716))
                .Line(new(outer - side * 6, 716)).Close();
            svg.Fill(cloth, svg.Across(Math.Min(outer, inner), Math.Max(outer, inner), new(0, Palette.Ivory, .96),
                new(.5, Colour.White, .82), new(1, Palette.Cream, .95)));
            using (svg.Clip(cloth))
                svg.Folds(random, Math.Min(outer, inner), Math.Max(outer, inner), 54, 716, 34, Palette.Stone, .35);
        }
    }

    public static void Floorboards(Svg svg, double width, double top, Colour colour)
    {
        var joints = new Outline();
        for (var i = -12; i <= 12; i++)
            joints.Move(new(width / 2 + i * width * .06, top)).Line(new(width / 2 + i * width * .16, 1005));
        svg.Stroke(joints, colour, 2, .25);
    }
}
