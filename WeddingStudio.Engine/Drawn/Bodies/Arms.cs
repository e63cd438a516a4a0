namespace WeddingStudio.Engine.Drawn.Bodies;

/// <summary>Arms in their sleeves, with hands.</summary>
internal static class Arms
{
    public static void Draw(Svg svg, Frame f, Outfit outfit, Skin skin, Arm arm)
    {
        var thick = f.Size * (f.Feminine ? .88 : 1) * (1 + .35 * f.Build);
        var lifted = arm.Elbow.Y < 2 ? -.2 : 0;
        var joint = f.At(arm.Side * (f.Shoulder - .33), 2.12 + lifted);
        var middle = Limb.Bent(joint, f.At(arm.Elbow.X, arm.Elbow.Y, arm.Depth * .3), f.At(arm.Wrist.X, arm.Wrist.Y, arm.Depth));
        if (arm.Hand != HandShape.Hidden)
            Hand.Draw(svg, f, skin, arm, middle[^1]);
        if (Length(outfit) < 6)
        {
            svg.Fill(Limb.Around(middle, Widths([.39, .36, .3, .28, .28, .24, .18], thick)), skin.Paint);
            Modelling(svg, f, arm, middle, skin.Shade, .5);
        }

        if (Length(outfit) > 0)
            Sleeve(svg, f, outfit, arm, middle, thick);
    }

    /// <summary>How many of the seven places of the arm are covered.</summary>
    private static int Length(Outfit outfit) => outfit.Tailored && outfit.Garment != Garment.ChildShirt ? 7 : outfit.Sleeves switch
    {
        SleeveCut.None => 0,
        SleeveCut.Cap => 2,
        SleeveCut.Elbow => 4,
        _ => 7,
    };

    private static void Sleeve(Svg svg, Frame f, Outfit outfit, Arm arm, Spot[] middle, double thick)
    {
        var jacket = outfit.Garment == Garment.Suit;
        var colour = outfit.Garment is Garment.Waistcoat or Garment.ChildShirt or Garment.BlouseAndSkirt or Garment.Sari ? outfit.Second : outfit.Main;
        double[] half = jacket ? [.5, .47, .42, .42, .39, .35, .32] : outfit.Garment is Garment.Kaftan or Garment.WrapRobe
            ? [.5, .5, .5, .56, .6, .68, .78] : [.44, .42, .38, .38, .36, .31, .25];
        if (jacket || outfit.Garment == Garment.Waistcoat)
            svg.Fill(Limb.Around([middle[5], middle[6].Towards(middle[5], -.16)], [.25 * thick, .25 * thick], roundStart: false), Cloth.Paint(svg, f, outfit.Second));
        var covered = middle[..Length(outfit)];
        if (outfit.Neck == NeckCut.OffShoulder && covered.Length > 1)
            covered[0] = covered[0].Towards(covered[1], .3);
        var sleeve = Limb.Around(covered, Widths(half, thick)[..covered.Length], roundStart: outfit.Neck != NeckCut.OffShoulder || outfit.Tailored);
        svg.Fill(sleeve, Cloth.Paint(svg, f, colour, jacket ? 1.15 : 1));
        using (svg.Clip(sleeve))
        {
            Modelling(svg, f, arm, covered, Cloth.Shade(colour).Darker(.15), .6);
            if (covered.Length == 7)
                ElbowFolds(svg, f, arm, middle, Cloth.Shade(colour).Darker(.2));
        }

        var end = covered.Length - 1;
        var across = Limb.Across(covered, end) * (half[end] * thick);
        Cloth.Line(svg, Cloth.Shade(colour).Darker(.1), .035 * f.Size, .5, covered[end] + across, covered[end] - across);
        if (f.Fine && (jacket || outfit.Tailored))
            Cloth.Line(svg, Cloth.Shade(colour).Darker(.3), .03 * f.Size, .5, f.On(arm.Side * (f.Shoulder - .1), 1.78), f.On(arm.Side * (f.Shoulder - .24), 2.2), f.On(arm.Side * (f.Half(3) + .02), 2.75));
    }

    /// <summary>The side of the arm that faces the body or the ground lies in the shade.</summary>
    private static void Modelling(Svg svg, Frame f, Arm arm, Spot[] middle, Colour shade, double opacity)
    {
        var n = middle.Length;
        var inner = new Spot[n];
        for (var i = 0; i < n; i++)
            inner[i] = middle[i] + Limb.Across(middle, i) * (arm.Side * .34 * f.Size);
        var rim = new Spot[n];
        for (var i = 0; i < n; i++)
            rim[i] = middle[i] + Limb.Across(middle, i) * (arm.Side * .02 * f.Size);
        Array.Reverse(rim);
        if (n > 2)
            svg.Fill(new Outline().Through(inner).Through(rim).Close(), shade, opacity * (arm.Side * f.Light < 0 ? .7 : .45));
    }

    private static void ElbowFolds(Svg svg, Frame f, Arm arm, Spot[] middle, Colour shade)
    {
        var across = Limb.Across(middle, 3) * (arm.Side * .36 * f.Size);
        Cloth.Fold(svg, middle[3] + across, middle[3], middle[3] - across * .5, .18 * f.Size, shade, .6);
        Cloth.Fold(svg, middle[2] + across, middle[3] + across * .2, middle[3] - across * .8, -.2 * f.Size, shade, .5);
        Cloth.Fold(svg, middle[5] + across * .8, middle[5], middle[5] - across * .6, .14 * f.Size, shade, .45);
    }

    private static double[] Widths(double[] half, double thick) => Array.ConvertAll(half, h => h * thick);
}
