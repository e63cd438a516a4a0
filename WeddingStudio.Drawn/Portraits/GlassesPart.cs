using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

internal static class GlassesPart
{
    private static readonly Colour[] _frames =
        [.. new[] { "1d1a1c", "4a2c1c", "8a5a2b", "2c3e57", "7d2330", "b59a55", "6f7378" }.Select(Colour.Of)];

    public static void Draw(Brush brush)
    {
        var looks = brush.Looks;
        if (looks.Glasses == GlassesStyle.None)
            return;
        var frame = _frames[(int)(looks[Trait.GlassesColour] * 6.99)];
        var weight = brush.Px(looks.In(Trait.GlassesWeight, .020, .042));
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var lens = Lens(brush, side);
            brush.Svg.Fill(lens, Colour.White, .07);
            if (looks.Glasses == GlassesStyle.HalfRim)
                brush.Svg.Stroke(TopRim(brush, side), frame, weight * 1.15);
            else
                brush.Svg.Stroke(lens, frame, weight);
            DrawTemple(brush, side, frame, weight);
        }

        var (x, y) = (EyesPart.CentreX(looks), -.03);
        var inner = x - Size(looks).Half;
        brush.Svg.Stroke(new Outline().Through([P(brush, -inner, y), P(brush, 0, y - .035, .10), P(brush, inner, y)]), frame, weight);
    }

    private static (double Half, double Height) Size(Looks looks)
    {
        var half = looks.In(Trait.GlassesSize, .180, .225);
        return (half, looks.Glasses == GlassesStyle.Round ? half * .98 : half * .76);
    }

    private static Spot P(Brush brush, double x, double y, double lift = .06) => brush.Form.On(x, y, lift);

    private static Outline Lens(Brush brush, int side)
    {
        var (half, height) = Size(brush.Looks);
        var x = EyesPart.CentreX(brush.Looks);
        var corner = brush.Looks.Glasses switch { GlassesStyle.Round => 2.0, GlassesStyle.Cat => 2.5, _ => 4.0 };
        var lift = brush.Looks.Glasses == GlassesStyle.Cat ? .055 : 0;
        return new Outline().Through([.. HeadForm.Heights(0, 2 * Math.PI, 20).SkipLast(1).Select(a =>
        {
            // A superellipse: 2 is a circle, 4 a soft square (Lame).
            var (sin, cos) = Math.SinCos(a);
            var r = Math.Pow(Math.Pow(Math.Abs(cos), corner) + Math.Pow(Math.Abs(sin), corner), -1 / corner);
            return P(brush, side * (x + .01 + half * r * cos), .035 + height * r * sin - lift * Math.Max(0, r * cos));
        })], closed: true);
    }

    private static Outline TopRim(Brush brush, int side)
    {
        var (half, height) = Size(brush.Looks);
        var x = EyesPart.CentreX(brush.Looks) + .01;
        return new Outline().Through([P(brush, side * (x - half), .05), P(brush, side * (x - half * .9), .03 - height * .85),
            P(brush, side * x, .03 - height), P(brush, side * (x + half * .9), .03 - height * .85), P(brush, side * (x + half), .04)]);
    }

    private static void DrawTemple(Brush brush, int side, Colour frame, double weight)
    {
        if (side * brush.Form.Pose.Yaw > 10)
            return;
        var outer = EyesPart.CentreX(brush.Looks) + Size(brush.Looks).Half;
        brush.Svg.Stroke(new Outline().Move(P(brush, side * outer, -.02)).Line(brush.Form.Around(side * 84, -.03)), frame, weight * .8);
    }
}
