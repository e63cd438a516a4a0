using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>The head's skin with the light on it, and ears.</summary>
internal static class SkinPart
{
    public static void Draw(Brush brush, Mood mood)
    {
        var (svg, form, colours) = (brush.Svg, brush.Form, brush.Colours);
        var silhouette = form.Silhouette();
        var light = brush.LightFrom;
        svg.Fill(silhouette, svg.Radial(form.On(light * .25, -.1), brush.Px(1.25),
            new(0, colours.Skin.Lighter(.10)), new(.45, colours.Skin), new(.8, colours.Skin.Mix(colours.Shade, .45)),
            new(1, colours.Shade)));
        using (svg.Clip(silhouette))
        {
            Shade(brush, mood);
            svg.Stroke(silhouette, colours.Shade, brush.Px(.05), .28);
        }
    }

    private static void Shade(Brush brush, Mood mood)
    {
        var (looks, colours) = (brush.Looks, brush.Colours);
        var away = brush.LightFrom > 0 ? -1 : 1;
        brush.Glow(away * .52, .30, .42, colours.Shade, .55, 1.7);
        brush.Glow(-away * .30, -.52, .34, colours.Shine, .38, .8);
        brush.Glow(0, .93 * brush.Form.ChinY, .20, colours.Shine, .22, .7);
        brush.Glow(0, 1.02 * brush.Form.ChinY, .42, colours.Shade, .40, .30);
        brush.Glow(0, .795, .16, colours.Shade, .42, .35);
        var socket = looks.In(Trait.EyeSocket, .12, .50);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            brush.Glow(side * .275 * 1.02, -.045, .23, colours.Shade, socket, .62);
            brush.Glow(side * (.33 + .02 * mood.Smile), .33 - .05 * mood.Smile, .24, colours.Blush,
                (looks.In(Trait.Blush, .10, .38) + .10 * mood.Smile) * (1 - .65 * looks[Trait.Skin]), .75);
            brush.Glow(side * .34, .22 - .04 * mood.Smile, .13 + .03 * mood.Smile, colours.Shine, .30 + .25 * mood.Smile, .7);
            brush.Glow(side * .36, .43, .16, colours.Shade, .45 * mood.Smile, .45);
            brush.Glow(side * .60, -.35, .22, colours.Shade, .32, 1.6);
        }
    }

    /// <summary>Ears lie over short hair and under long.</summary>
    public static void DrawEars(Brush brush)
    {
        DrawEar(brush, -1);
        DrawEar(brush, 1);
    }

    private static void DrawEar(Brush brush, int side)
    {
        // The ear of the side that is turned away hides behind the cheek.
        if (side * brush.Form.Pose.Yaw > 12)
            return;
        var (svg, form, colours) = (brush.Svg, brush.Form, brush.Colours);
        var size = brush.Looks.In(Trait.Ears, .82, 1.20) * (1 + .15 * brush.Looks.Childlike);
        var x = side * form.HalfWidth(.1);
        Spot P(double dx, double y) => form.At(x + side * dx * size, y * size + .14 * (1 - size), -.06);
        var ear = new Outline().Through([P(-.04, -.10), P(.05, -.15), P(.115, -.08), P(.105, .08), P(.06, .22), P(.015, .30), P(-.04, .28)],
            closed: true);
        svg.Fill(ear, svg.Linear(P(.12, 0), P(-.04, 0), new(0, colours.Skin.Mix(colours.Blush, .35)), new(1, colours.Shade)));
        svg.Stroke(new Outline().Through([P(.015, -.07), P(.07, -.06), P(.07, .06), P(.03, .14)]), colours.Deep, brush.Px(.016), .45);
    }
}
