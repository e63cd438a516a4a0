using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

internal static class BeardPart
{
    public static void Draw(Brush brush)
    {
        var style = brush.Looks.Beard;
        if (style == BeardStyle.None)
            return;
        var length = brush.Looks.In(Trait.BeardLength, .02, style == BeardStyle.Full ? .42 : .12);
        var mouth = MouthPart.CentreY(brush.Looks);
        if (style is BeardStyle.Stubble or BeardStyle.Full or BeardStyle.Chinstrap)
            DrawJaw(brush, style, mouth, style == BeardStyle.Stubble ? 0 : length);
        if (style is BeardStyle.Goatee)
            DrawChin(brush, mouth, length);
        if (style is not (BeardStyle.Stubble or BeardStyle.Chinstrap))
            DrawMoustache(brush, mouth);
    }

    private static void DrawJaw(Brush brush, BeardStyle style, double mouth, double length)
    {
        var (svg, form, colours) = (brush.Svg, brush.Form, brush.Colours);
        var chin = form.ChinY;
        List<Spot> Rim(int side) =>
            [.. HeadForm.Heights(.02, .96 * chin, 8).Select(y => form.Edge(y, side, length * .30 * Math.Clamp((y - .3) / .4, 0, 1)))];
        List<Spot> left = Rim(-1), right = Rim(1);
        right.Reverse();
        List<Spot> outer = [.. left, form.Flat(0 + .35 * Math.Sin(form.Pose.Yaw * Math.PI / 180), chin + length), .. right];
        var thin = style == BeardStyle.Chinstrap;
        Spot[] cheeks = thin
            ? [form.Around(76, .05), form.Around(66, .40), form.Around(52, .66), form.On(.17, .84), form.On(0, .86), form.On(-.17, .84),
                form.Around(-52, .66), form.Around(-66, .40), form.Around(-76, .05)]
            : [form.Around(78, .05), form.Around(68, .28), form.Around(46, .44), form.On(.245, mouth - .10), form.On(.12, mouth - .15),
                form.On(0, mouth - .145), form.On(-.12, mouth - .15), form.On(-.245, mouth - .10), form.Around(-46, .44),
                form.Around(-68, .28), form.Around(-78, .05)];
        var shape = new Outline().Through(outer).Through(cheeks).Close();
        if (style == BeardStyle.Stubble)
        {
            using (svg.Clip(form.Silhouette()))
                svg.Fill(shape, colours.HairShade, .26);
            return;
        }

        svg.Fill(shape, svg.Linear(form.Flat(0, .3), form.Flat(0, chin + length), new(0, colours.HairShade, .75), new(.35, colours.Hair),
            new(1, colours.HairShade)), .96);
        using (svg.Clip(shape))
            DrawHairs(brush, mouth, chin + length);
    }

    private static void DrawHairs(Brush brush, double mouth, double bottom)
    {
        for (var i = -9; i <= 9; i++)
        {
            var from = brush.Form.On(i * .062, mouth - .14 + .010 * Math.Abs(i));
            var to = brush.Form.Flat(i * .050 + .3 * Math.Sin(brush.Form.Pose.Yaw * Math.PI / 180), bottom - .03 * Math.Abs(i));
            brush.Svg.Stroke(new Outline().Move(from).Line(to), i % 2 == 0 ? brush.Colours.HairShine : brush.Colours.HairShade,
                brush.Px(.014), i % 2 == 0 ? .22 : .40);
        }
    }

    private static void DrawChin(Brush brush, double mouth, double length)
    {
        var form = brush.Form;
        var chin = new Outline()
            .Through([form.On(-.16, mouth + .10), form.On(0, mouth + .145), form.On(.16, mouth + .10), form.On(.17, mouth + .26),
                form.At(.08, form.ChinY + length, .42), form.At(-.08, form.ChinY + length, .42), form.On(-.17, mouth + .26)], closed: true);
        brush.Svg.Fill(chin, brush.Svg.Linear(form.On(0, mouth + .1), form.On(0, form.ChinY), new(0, brush.Colours.Hair),
            new(1, brush.Colours.HairShade)), .94);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            brush.Svg.Stroke(brush.Trace((side * .22, mouth - .06), (side * .235, mouth + .05), (side * .16, mouth + .16)),
                brush.Colours.Hair, brush.Px(.055), .85);
    }

    private static void DrawMoustache(Brush brush, double mouth)
    {
        var form = brush.Form;
        var thick = brush.Looks.In(Trait.BeardLength, .050, .085);
        var reach = brush.Looks.Beard == BeardStyle.Moustache ? .27 : .235;
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Spot P(double x, double y) => form.On(side * x, mouth + y, .06);
            var half = new Outline().Through([P(0, -.125), P(.10, -.150), P(.20, -.115), P(reach, -.01), P(.18, -.045), P(.08, -.055),
                P(0, -.125 + thick)], closed: true);
            brush.Svg.Fill(half, brush.Svg.Linear(P(0, -.15), P(.1, -.03), new(0, brush.Colours.Hair), new(1, brush.Colours.HairShade)),
                .97);
            foreach (var at in (ReadOnlySpan<double>)[.05, .11, .17])
                brush.Svg.Stroke(new Outline().Move(P(at, -.14)).Line(P(at + .05, -.06)), brush.Colours.HairShine, brush.Px(.010), .3);
        }
    }
}
