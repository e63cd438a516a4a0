using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies.Clothes;

/// <summary>Everything below the waist of a dress.</summary>
internal static class Skirt
{
    public static double Hem(Garment garment) => garment switch
    {
        Garment.CocktailDress => 9.7,
        Garment.ChildDress => 10,
        Garment.BlouseAndSkirt => 10.6,
        _ => 13.7,
    };

    /// <summary>From the waist down the right side to the hem.</summary>
    public static Spot[] Side(Frame f, Outfit outfit, double hem)
    {
        double[] heights = [4.6, 5.1, 5.7, 6.4, 7.4, 8.7, 10.2, 12, 13];
        return [.. heights.Where(y => y < hem - .4).Select(y => new Spot(Half(f, outfit, y, hem) + .03, y)),
            new(Half(f, outfit, hem, hem) + .03, hem)];
    }

    public static double Half(Frame f, Outfit outfit, double y, double hem)
    {
        if (y <= 4.6)
            return f.Waist;
        var below = (y - 4.6) / 9.1;
        var hips = y < 6.3 ? f.Half(y) : f.Hip * (1 - .05 * Math.Clamp((y - 6.3) / 4, 0, 1));
        // Cloth first springs away from the waist, then falls.
        return hips + outfit.Flare * 2.5 * Math.Pow(below, .72) * (hem > 11 ? 1 : 1.15);
    }

    /// <summary>Right to left, a gentle wave.</summary>
    public static Spot[] HemLine(Frame f, Outfit outfit, double hem)
    {
        var half = Half(f, outfit, hem, hem);
        var waves = outfit.Flare > .3 ? .09 : .02;
        return [.. Enumerable.Range(0, 9).Select(i => 1 - i / 4.0).Select((share, i) =>
            f.At(share * half, hem + .34 * (1 - share * share) * (.5 + outfit.Flare) + (i % 2 == 0 ? waves : -waves)))];
    }

    /// <summary>A skirt of its own, below a blouse.</summary>
    public static void Draw(Svg svg, Frame f, Outfit outfit, Colour colour, double hem)
    {
        var right = Side(f, outfit, hem);
        var shape = new Outline().Through(f.AllAt(new(-f.Waist, 4.6), new(0, 4.7), new(f.Waist, 4.6))).Through(f.AllAt(right))
            .Through(HemLine(f, outfit, hem)).Through(f.AllAt(Frame.Mirror(right))).Close();
        svg.Fill(shape, Cloth.Paint(svg, f, colour));
        using (svg.Clip(shape))
            Folds(svg, f, outfit, colour, hem);
    }

    /// <summary>Folds run from the waist and open towards the hem; the fuller the skirt, the more of them.</summary>
    public static void Folds(Svg svg, Frame f, Outfit outfit, Colour colour, double hem)
    {
        var half = Half(f, outfit, hem, hem);
        var shade = Cloth.Shade(colour).Mix(Colour.Of("241a45"), .15);
        var count = outfit.Flare > .6 ? 7 : outfit.Flare > .25 ? 5 : 3;
        for (var i = 0; i < count; i++)
        {
            var share = (i + .5) / count * 2 - 1;
            share += .12 * Math.Sin(outfit.Seed % 7 + i * 2.4);
            var from = f.On(share * f.Waist * .7, 4.75 + .5 * (i % 2));
            var bend = f.On(share * half * .55, (5 + hem) / 2 + .3);
            var width = (share < -f.Light * .4 ? 1 : -1) * half / count * f.Size * .8;
            Cloth.Fold(svg, from, bend, f.At(share * half, hem + .4), width, shade, .42);
        }

        svg.Glow(f.On(f.Light * half * .35, (6 + hem) / 2), half * .55 * f.Size, Cloth.Lit(colour).Lighter(.45),
            .28, (hem - 5) / half * .8);
    }
}
