using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places;

/// <summary>Coloured glass without pictures, so nobody's face.</summary>
internal static class ChurchWindows
{
    private static readonly Colour[] Panes =
        [Colour.Of("e8a9a0"), Colour.Of("f4cf8e"), Colour.Of("9fc4c0"), Colour.Of("b7a6d3"), Colour.Of("f7e7c3"), Colour.Of("87a9cf")];

    /// <summary>A lancet of diamonds.</summary>
    public static void Lancet(Svg svg, Random random, double left, double right, double top, double bottom)
    {
        var (wide, light) = (right - left, new Spot((left + right) / 2, (top + bottom) / 2));
        svg.Fill(new Outline().Arch(left - wide * .12, right + wide * .12, top - wide * .14, bottom + wide * .1),
            Church.Wall.Mix(Church.Shade, .3));
        svg.Glow(light, (bottom - top) * .75, Palette.Butter, .45);
        using (svg.Clip(new Outline().Arch(left, right, top, bottom)))
        {
            svg.Rectangle(left, top, wide, bottom - top, svg.Down(top, bottom, new(0, Palette.Ivory), new(1, Palette.Butter)));
            var (columns, leads) = (4, new Outline());
            var (w, h) = (wide / columns, wide / columns * 1.5);
            var panes = Panes.Select(_ => new Outline()).ToArray();
            for (var row = -1; row * h < bottom - top; row++)
            {
                for (var column = 0; column <= columns; column++)
                {
                    var at = new Spot(left + (column + (row & 1) * .5) * w, top + row * h);
                    var diamond = (Spot[])[at, at + new Spot(w / 2, h), at + new Spot(0, 2 * h), at + new Spot(-w / 2, h)];
                    leads.Corners(diamond);
                    panes[(Math.Abs(column * 2 - columns) + row + 7 + random.Next(2)) % Panes.Length].Corners(diamond);
                }
            }

            foreach (var (outline, colour) in panes.Zip(Panes))
                svg.Fill(outline, colour, .85);
            svg.Stroke(leads, Church.Shade.Mix(Palette.Bark, .4), Math.Max(1.2, wide * .012), .55);
            svg.Glow(light, wide * .7, Colour.White, .6, 1.5);
        }
    }

    /// <summary>Twelve petals around an open middle: no eyes, no mouth.</summary>
    public static void Rose(Svg svg, Spot centre, double radius)
    {
        svg.Glow(centre, radius * 2, Palette.Ivory, .7);
        svg.Ellipse(centre, radius * 1.16, radius * 1.16, Church.Wall.Mix(Church.Shade, .35).ToString());
        for (var i = 0; i < 12; i++)
            svg.Fill(new Outline().Leaf(centre.Polar(radius * .16, i * 30), radius * .84, i * 30, .3),
                Panes[i % 3 + (i / 3 % 2 * 2)].Lighter(.25));
        svg.Circle(centre, radius * .2, Palette.Ivory);
    }

    /// <summary>In the walls beside the nearest arch, when the picture is wide enough to show them.</summary>
    public static void Sides(Svg svg, Random random, double width, double edge)
    {
        if (width - edge < 180)
            return;
        var (middle, half) = ((width + edge) / 2 + 30, Math.Min((width - edge) * .24, 62));
        Lancet(svg, random, middle - half, middle + half, 170, 530);
        Lancet(svg, random, width - middle - half, width - middle + half, 170, 530);
    }
}
