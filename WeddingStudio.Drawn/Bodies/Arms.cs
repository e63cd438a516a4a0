using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>Arms in their sleeves. The upper half is drawn before the bodice or jacket, whose armhole then lies over it.</summary>
internal static class Arms
{
    /// <summary>Places of <see cref="Limb.Bent"/>: where the lower half begins.</summary>
    private const int Elbow = 3;

    private static readonly double[] Bare = [.465, .38, .3, .29, .28, .24, .17];
    private static readonly double[] Fitted = [.49, .42, .37, .36, .34, .3, .23];
    private static readonly double[] Jacket = [.48, .45, .42, .41, .38, .34, .3];
    private static readonly double[] Robe = [.5, .47, .5, .54, .6, .68, .78];

    public static void Upper(Svg svg, Frame f, Outfit outfit, Skin skin, Arm arm)
    {
        var (middle, thick) = Bones(f, arm);
        var length = Length(outfit);
        if (length <= Elbow)
            Part(svg, f, arm, middle, Scaled(Bare, thick), 0, Elbow + 2, skin.Paint, skin.Shade);
        if (length == 0)
            return;
        var slipped = outfit.Neck == NeckCut.OffShoulder && !outfit.Tailored;
        if (length == 2 && !slipped)
            middle[1] = middle[1].Towards(middle[0], .3);
        if (slipped)
            middle[0] = middle[0].Towards(middle[1], .22);
        Sleeve(svg, f, outfit, arm, middle, Scaled(Widths(outfit), thick), 0, Math.Min(length, Elbow + 2), roundStart: !slipped);
    }

    public static void Lower(Svg svg, Frame f, Outfit outfit, Skin skin, Arm arm)
    {
        var (middle, thick) = Bones(f, arm);
        // A sharp bend would gape at its inside unless both halves overlap further.
        var (upper, fore) = (middle[2] - middle[0], middle[6] - middle[4]);
        var from = upper.X * fore.X + upper.Y * fore.Y < .6 * upper.Length * fore.Length ? Elbow - 1 : Elbow;
        if (arm.Hand != HandShape.Hidden)
            Hand.Draw(svg, f, skin, arm, middle[^1]);
        if (Length(outfit) < 7)
        {
            Part(svg, f, arm, middle, Scaled(Bare, thick), Length(outfit) < Elbow ? from : Elbow, 7, skin.Paint,
                skin.Shade, roundStart: false);
            return;
        }

        if (outfit.Tailored && arm.Hand != HandShape.Hidden)
            svg.Fill(Limb.Around([middle[5], middle[6].Towards(middle[5], -.17)], [.25 * thick, .25 * thick], roundStart: false),
                Cloth.Paint(svg, f, outfit.Second));
        if (from < Elbow)
            Crook(svg, f, outfit, middle, Widths(outfit)[Elbow] * thick * .75);
        Sleeve(svg, f, outfit, arm, middle, Scaled(Widths(outfit), thick), from, 7, roundStart: false);
        Wrinkles(svg, f, outfit, arm, middle);
    }

    private static (Spot[] Middle, double Thick) Bones(Frame f, Arm arm)
    {
        var lifted = arm.Elbow.Y < 2 ? -.12 : 0;
        var joint = f.At(arm.Side * (f.Shoulder - .36 - .1 * f.Build),
            (f.Feminine ? 2.1 : 2.2) + .16 * f.Build + .25 * (1 - f.Stature) + lifted);
        return (Limb.Bent(joint, f.At(arm.Elbow.X, arm.Elbow.Y, arm.Depth * .3), f.At(arm.Wrist.X, arm.Wrist.Y, arm.Depth)),
            f.Size * (f.Feminine ? .86 : 1) * (1 + .35 * f.Build));
    }

    /// <summary>How many of the seven places of the arm are covered.</summary>
    private static int Length(Outfit outfit) => outfit.Garment is Garment.Suit or Garment.Waistcoat ? 7
        : outfit.Neck is NeckCut.Sweetheart or NeckCut.Halter ? 0 : outfit.Sleeves switch
        {
            SleeveCut.None => outfit.Neck == NeckCut.OffShoulder ? 2 : 0,
            SleeveCut.Cap => 2,
            SleeveCut.Elbow => 4,
            _ => 7,
        };

    private static double[] Widths(Outfit outfit) => outfit.Garment switch
    {
        Garment.Suit => Jacket,
        Garment.Kaftan or Garment.WrapRobe => Robe,
        _ => Fitted,
    };

    private static Colour Dye(Outfit outfit) =>
        outfit.Garment is Garment.Waistcoat or Garment.ChildShirt or Garment.BlouseAndSkirt or Garment.Sari ? outfit.Second : outfit.Main;

    private static void Sleeve(Svg svg, Frame f, Outfit outfit, Arm arm, Spot[] middle, double[] half, int from, int until, bool roundStart)
    {
        var colour = Dye(outfit);
        var deep = Cloth.Shade(colour).Darker(.12);
        var shape = Part(svg, f, arm, middle, half, from, until, Cloth.Paint(svg, f, colour, 1.1), deep, .55, roundStart);
        if (outfit.Pattern is not (ClothPattern.Plain or ClothPattern.Lace) && colour == outfit.Main)
            using (svg.Clip(shape))
                Prints.Draw(svg, f, outfit, Limb.Place(middle[from..until], f.Size), 0, Limb.Length(middle[from..until]) / f.Size,
                    _ => half[from] / f.Size + .1);
        if (!f.Fine || until == Elbow + 2)
            return;
        var across = Limb.Across(middle, until - 1) * half[until - 1];
        Cloth.Line(svg, deep, .035 * f.Size, .5, middle[until - 1] + across, middle[until - 1] - across);
    }

    /// <summary>Half an arm is nearly straight, so one gradient across it can shade the side that faces the body or the ground.</summary>
    private static Outline Part(Svg svg, Frame f, Arm arm, Spot[] middle, double[] half, int from, int until, string paint, Colour shade,
        double depth = .34, bool roundStart = true)
    {
        var shape = Limb.Around(middle, half, from, until, roundStart);
        svg.Fill(shape, paint);
        var along = middle[until - 1] - middle[from];
        var across = new Spot(-along.Y, along.X) * (half[from] / Math.Max(along.Length, .01));
        if (across.X * (-arm.Side * .5 - f.Light * .6) + across.Y * .8 < 0)
            across *= -1;
        var centre = middle[from].Towards(middle[until - 1], .5);
        svg.Fill(shape, svg.Linear(centre + across, centre - across * .3, new(0, shade, depth),
            new(.5, shade, depth * .35), new(1, shade, 0)));
        return shape;
    }

    /// <summary>Cloth gathers in the bend of the elbow.</summary>
    private static void Wrinkles(Svg svg, Frame f, Outfit outfit, Arm arm, Spot[] middle)
    {
        var shade = Cloth.Shade(Dye(outfit)).Darker(.2);
        var chord = middle[0].Towards(middle[6], .5) - middle[3];
        var inside = chord.Length < .2 * f.Size ? Limb.Across(middle, 3) * arm.Side : chord * (1 / chord.Length);
        inside *= .3 * f.Size;
        Cloth.Fold(svg, middle[3] + inside, middle[3], middle[4] - inside * .7, .13 * f.Size, shade, f.Fine ? .5 : .3);
        if (!f.Fine)
            return;
        Cloth.Fold(svg, middle[3] + inside * .9, middle[2].Towards(middle[3], .6), middle[2] - inside * .6, -.16 * f.Size, shade, .5);
        Cloth.Fold(svg, middle[5] + inside * .8, middle[5], middle[5].Towards(middle[6], .4) - inside * .5, .12 * f.Size, shade, .4);
    }

    /// <summary>Fills the inside of a bent elbow.</summary>
    private static void Crook(Svg svg, Frame f, Outfit outfit, Spot[] middle, double radius) => svg.Ellipse(
        middle[Elbow].Towards(middle[0].Towards(middle[^1], .5), .22), radius, radius, Cloth.Paint(svg, f, Dye(outfit), 1.1));

    private static double[] Scaled(double[] half, double thick) => Array.ConvertAll(half, h => h * thick);
}
