using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Bodices, blouses, dresses and skirts.</summary>
internal static class Dress
{
    public static void Draw(Svg svg, Frame f, Outfit outfit, Neckline neck, bool seated)
    {
        var hem = seated ? 7.4 : Skirt.Hem(outfit.Garment);
        var blouse = outfit.Garment is Garment.BlouseAndSkirt or Garment.Sari or Garment.Jumpsuit;
        if (blouse && !outfit.Trousers)
            Skirt.Draw(svg, f, outfit, outfit.Lower, hem);
        var side = blouse ? BlouseSide(f) : Skirt.Side(f, outfit, hem);
        Spot[] right = [.. neck.Armhole, new(f.Half(3.9) + .04, 3.9), .. side];
        var shape = neck.Trace(f).Through(f.AllOn([neck.Rim[^1], .. right]))
            .Through(blouse ? [f.At(f.Half(4.95) + .03, 4.95), f.On(0, 5.08), f.At(-f.Half(4.95) - .03, 4.95)]
                : Skirt.HemLine(f, outfit, hem))
            .Through(f.AllOn([.. Frame.Mirror(right), neck.Rim[^1] with { X = -neck.Rim[^1].X }])).Close();
        var colour = blouse && !outfit.Trousers ? outfit.Second : outfit.Main;
        svg.Fill(shape, Cloth.Paint(svg, f, colour, outfit.Garment == Garment.BridalGown ? .75 : 1));
        using (svg.Clip(shape))
        {
            Prints.Draw(svg, f, outfit, f.On, 1.2, blouse ? 5.1 : hem + .4,
                y => y < 4.6 ? f.Half(Math.Max(y, 2.4)) + .05 : blouse ? f.Half(y) : Skirt.Half(f, outfit, y, hem));
            Bodice(svg, f, colour, outfit);
            if (!blouse)
                Skirt.Folds(svg, f, outfit, colour, hem);
            Rim(svg, f, neck, colour, outfit);
        }

        if (!blouse || outfit.Trousers)
            Waist(svg, f, outfit, colour);
    }

    private static Spot[] BlouseSide(Frame f) => [new(f.Waist + .03, 4.6), new(f.Half(4.95) + .03, 4.95)];

    /// <summary>Modelling of the chest: a shadow beside and below the bust, and what the cloth does on its way to the waist.</summary>
    private static void Bodice(Svg svg, Frame f, Colour colour, Outfit outfit)
    {
        var shade = Cloth.Shade(colour).Mix(Colour.Of("241a45"), .12);
        var bust = f.Stature > .85 && f.Feminine;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var strength = side * f.Light > 0 ? .3 : .5;
            if (bust)
            {
                svg.Glow(f.On(side * f.Chest * .52, 3.58), .52 * f.Size, shade, strength * .75, .42, side * -8);
                svg.Glow(f.On(side * f.Chest * .5 + f.Light * .1, 2.95), .62 * f.Size, Cloth.Lit(colour).Lighter(.4), .2, .9);
            }

            Cloth.Fold(svg, f.At(side * f.Chest * 1.07, 2.5), f.At(side * f.Chest * 1.0, 3.7), f.At(side * f.Waist * 1.08, 4.7),
                side * .42 * f.Size, shade, strength * .9);
            if (f.Fine)
                Cloth.Fold(svg, f.On(side * f.Waist * .5, 3.9), f.On(side * f.Waist * .42, 4.3), f.On(side * f.Waist * .52, 4.75),
                    side * .16 * f.Size, shade, .35);
        }

        if (outfit.Garment == Garment.BlouseAndSkirt)
            Cloth.Line(svg, shade, .03 * f.Size, .5, f.On(0, 2.9), f.On(.02, 4), f.On(0, 4.95));
    }

    private static void Rim(Svg svg, Frame f, Neckline neck, Colour colour, Outfit outfit)
    {
        // Half of it falls outside of the clip: what stays is a hem.
        svg.Stroke(neck.Trace(f), Cloth.Shade(colour).Darker(.1).ToString(), .11 * f.Size, .28);
        if (outfit.Garment == Garment.BridalGown)
            svg.Stroke(neck.Trace(f), colour.Lighter(.8).ToString(), .09 * f.Size);
    }

    private static void Waist(Svg svg, Frame f, Outfit outfit, Colour colour)
    {
        var belt = outfit.Garment is Garment.BridalGown or Garment.ChildDress || outfit.Second != Colour.White;
        Spot[] top = [new(f.Waist + .05, 4.5), new(0, 4.62)];
        if (!belt)
        {
            Cloth.Line(svg, Cloth.Shade(colour), .035 * f.Size, .55,
                [.. f.AllAt(top[0]), f.On(0, 4.68), .. f.AllAt(new Spot(-f.Waist - .05, 4.5))]);
            return;
        }

        var sash = outfit.Second == Colour.White ? colour.Mix(Colour.Of("cfc3d8"), .35) : outfit.Second;
        var shape = new Outline().Move(f.At(-f.Waist - .06, 4.42)).Quad(f.On(0, 4.62), f.At(f.Waist + .06, 4.42))
            .Line(f.At(f.Waist + .07, 4.74)).Quad(f.On(0, 4.98), f.At(-f.Waist - .07, 4.74)).Close();
        svg.Fill(shape, Cloth.Paint(svg, f, sash, 1.2));
        Cloth.Line(svg, Cloth.Shade(sash), .025 * f.Size, .5, f.At(-f.Waist, 4.6), f.On(0, 4.78), f.At(f.Waist, 4.6));
    }
}
