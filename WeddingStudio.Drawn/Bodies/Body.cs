using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>Draws a dressed person from the neck down; the head comes on top afterwards.</summary>
internal static class Body
{
    /// <param name="build">0 = slim, 1 = heavy.</param>
    /// <param name="head">The middle between the eyes.</param>
    /// <param name="unit">Half the head's height on the canvas.</param>
    /// <param name="lightFrom">-1 = light from the left, 1 = from the right.</param>
    /// <param name="stature">1 = adult, .55 = a small child, whose body is short in units of the head.</param>
    public static void Draw(
        Svg svg, Outfit outfit, Colour skin, double build, BodyPose pose, Spot head, double unit, double lightFrom, double stature = 1)
    {
        // Skirts gather below the table.
        outfit = pose.Seated ? outfit with { Flare = .1 } : outfit;
        var f = new Frame(outfit, build, stature, pose, head, unit, lightFrom);
        var bare = new Skin(svg, f, skin);
        var arms = Arm.Of(pose, f);
        bare.NeckAndShoulders(svg, f, outfit.Tailored);
        foreach (var arm in arms.Where(a => a.Behind))
        {
            Arms.Upper(svg, f, outfit, bare, arm);
            Arms.Lower(svg, f, outfit, bare, arm);
        }

        if (!pose.Seated)
            Legs(svg, f, outfit, bare);
        foreach (var arm in arms.Where(a => !a.Behind))
            Arms.Upper(svg, f, outfit, bare, arm);
        Clothes(svg, f, outfit, pose);
        if (pose.Arms == ArmPose.BouquetInHands)
            Flowers.Bouquet(svg, f, outfit);
        foreach (var arm in arms.Where(a => !a.Behind))
        {
            if (pose.Arms == ArmPose.GlassInHand && arm.Hand == HandShape.Grip)
                Adornments.Glass(svg, f, f.At(arm.Wrist.X - arm.Side * .08, arm.Wrist.Y - .42, arm.Depth));
            Arms.Lower(svg, f, outfit, bare, arm);
        }

        if (outfit.Shawl is { } shawl)
            Adornments.Shawl(svg, f, shawl);
    }

    /// <summary>The bride's veil, which hangs behind her hair.</summary>
    public static void DrawBehind(
        Svg svg, Outfit outfit, double build, BodyPose pose, Spot head, double unit, double lightFrom, double stature = 1)
    {
        if (outfit.Veil)
            Adornments.Veil(svg, new Frame(outfit, build, stature, pose, head, unit, lightFrom));
    }

    /// <summary>How far the body reaches to the left or right of the eyes, in units of half the head's height.</summary>
    public static double HalfWidth(Outfit outfit, double build, BodyPose pose, double stature = 1)
    {
        var f = new Frame(outfit, build, stature, pose, default, 1, 0);
        var skirt = outfit.Trousers || pose.Seated ? f.Hip + .2
            : Skirt.Half(f, outfit, Skirt.Hem(outfit.Garment), Skirt.Hem(outfit.Garment));
        return Math.Max(skirt, Arm.Of(pose, f).Where(a => !a.Behind).Max(a => a.Reach)) * f.Wide;
    }

    /// <summary>How far the soles lie below the eyes, in units of half the head's height.</summary>
    public static double Soles(double stature) => 1 + 13 * stature;

    private static void Legs(Svg svg, Frame f, Outfit outfit, Skin bare)
    {
        if (!outfit.Trousers && Skirt.Hem(outfit.Garment) < 13)
            bare.Legs(svg, f);
        Trousers.Shoes(svg, f, outfit);
        if (outfit.Trousers)
            Trousers.Draw(svg, f, outfit);
    }

    private static void Clothes(Svg svg, Frame f, Outfit outfit, BodyPose pose)
    {
        if (pose.Seated && outfit.Trousers)
            Trousers.Lap(svg, f, outfit.Lower);
        if (outfit.Tailored)
        {
            Shirt.Draw(svg, f, outfit);
            if (outfit.Garment == Garment.Suit)
                Suit.Jacket(svg, f, outfit);
            else if (outfit.Garment == Garment.Waistcoat)
                Suit.Waistcoat(svg, f, outfit);
            else
                Shirt.Braces(svg, f, outfit.Main);
            Shirt.Collar(svg, f, outfit);
            if (outfit.Boutonniere is { } flower && outfit.Garment != Garment.ChildShirt)
                Flowers.Buttonhole(svg, f, flower);
            return;
        }

        Dress.Draw(svg, f, outfit, Neckline.Of(outfit.Neck, outfit.Sleeves != SleeveCut.None, f), pose.Seated);
        Robes.Details(svg, f, outfit);
        if (outfit.Neck is not (NeckCut.High or NeckCut.Halter))
            Adornments.Necklace(svg, f, outfit.Jewel);
    }
}
