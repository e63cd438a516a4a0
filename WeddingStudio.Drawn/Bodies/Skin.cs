using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>Bare skin: neck, shoulders and legs. Garments are drawn over it.</summary>
internal sealed class Skin
{
    private static readonly Colour Blush = Colour.Of("7c2b1e");
    private static readonly Colour Sun = Colour.Of("fff0d8");

    public Skin(Svg svg, Frame frame, Colour colour)
    {
        Plain = colour;
        // Skin in the shade turns red before it turns dark.
        Shade = colour.Mix(Blush, .3);
        Line = colour.Mix(Blush.Darker(.25), .5);
        Paint = Cloth.Across(svg, frame, colour, colour.Mix(Sun, .3), Shade, .9);
    }

    public Colour Plain { get; }

    public Colour Shade { get; }

    public Colour Line { get; }

    public string Paint { get; }

    /// <param name="covered">Only the throat shows: a shirt hides the rest, and nothing may peep out beside it.</param>
    public void NeckAndShoulders(Svg svg, Frame f, bool covered)
    {
        var n = f.Neck;
        Spot[] right = [new(n * .97, .55), new(n * .96, 1.02), .. covered ? (Spot[])[new(n * 1.1, 1.3), new(.7, 2), new(.3, 2.8)]
            : [.. f.Slope().Take(3), new(f.Shoulder * .93, 2.2), new(f.Half(2.8) * .96, 2.8), new(f.Half(3.4) * .95, 3.4)]];
        svg.Fill(new Outline().Through(f.AllAt(right)).Through(f.AllAt(Frame.Mirror(right))).Close(), Paint);
        Throat(svg, f, n);
        if (f.Fine && !covered)
            Collarbones(svg, f, n);
    }

    /// <summary>Both calves, for skirts that end at the knee.</summary>
    public void Legs(Svg svg, Frame f)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var thick = 1 + .3 * f.Build;
            var middle = f.AllAt(new(side * .5, 7), new(side * .47, 9.2), new(side * .44, 10.2), new(side * .46, 11.1),
                new(side * .4, 12.6), new(side * .38, 13.8));
            double[] half = [.55, .4, .33, .38, .22, .2];
            svg.Fill(Limb.Around(middle, Array.ConvertAll(half, h => h * thick * f.Size), roundStart: false), Paint);
            Cloth.Fold(svg, f.At(side * .2, 9.4), f.At(side * .3, 11), f.At(side * .25, 13.3), side * -.25 * f.Size, Shade, .5);
        }
    }

    /// <summary>The chin's shadow falls away from the light; two soft cords run to the pit of the neck.</summary>
    private void Throat(Svg svg, Frame f, double n)
    {
        var away = -f.Light * n * .22;
        svg.Fill(new Outline().Through([f.At(-n * .97, .55), f.At(-n * .95, .98)])
            .Curve(f.At(-n * .5 + away, 1.32), f.At(n * .5 + away, 1.34), f.At(n * .95, 1.0))
            .Line(f.At(n * .97, .55)).Close(),
            svg.Linear(f.At(0, .8), f.At(0, 1.3), new(0, Shade.Mix(Line, .25), .95), new(1, Shade, .35)));
        foreach (var side in f.Fine ? (ReadOnlySpan<int>)[-1, 1] : [])
            Cloth.Fold(svg, f.At(side * n * .8, 1.0), f.At(side * n * .5, 1.32), f.On(side * .12, 1.58), side * -.13 * f.Size, Shade, .5);
    }

    private void Collarbones(Svg svg, Frame f, double n)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var strength = side * f.Light > 0 ? .4 : .55;
            Cloth.Fold(svg, f.On(side * .14, 1.63), f.On(side * n * 1.5, 1.74), f.On(side * f.Shoulder * .78, 1.72),
                side * .12 * f.Size, Shade, strength);
        }
    }
}
