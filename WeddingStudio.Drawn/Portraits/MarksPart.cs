namespace WeddingStudio.Drawn.Portraits;

/// <summary>Freckles, a mole and the lines of age.</summary>
internal static class MarksPart
{
    /// <summary>Across and down, of a scatter over nose and cheeks.</summary>
    private static readonly (double X, double Y)[] _freckles =
    [
        (.06, .18), (.13, .24), (.20, .19), (.27, .26), (.34, .20), (.40, .27), (.17, .31), (.25, .34), (.33, .33), (.10, .12), (.45, .21),
        (.29, .17), (.38, .36), (.03, .27), (.22, .26),
    ];

    public static void Draw(Brush brush, Mood mood)
    {
        var (looks, colours, svg) = (brush.Looks, brush.Colours, brush.Svg);
        if (looks[Trait.Freckles] > .70 && looks[Trait.Skin] < .55)
        {
            foreach (var (x, y) in _freckles)
            {
                svg.Circle(brush.Form.On(x, y), brush.Px(.011), colours.Deep, .50);
                svg.Circle(brush.Form.On(-x - .01, y + .015), brush.Px(.010), colours.Deep, .45);
            }
        }

        if (looks[Trait.Mole] is > .72 and var place)
        {
            var side = place > .86 ? 1 : -1;
            svg.Circle(brush.Form.On(side * .24, .48 + .30 * (place > .86 ? place - .86 : place - .72)), brush.Px(.020),
                colours.Deep.Darker(.3), .9);
        }

        Wrinkle(brush, mood);
    }

    private static void Wrinkle(Brush brush, Mood mood)
    {
        var aged = brush.Looks.Aged;
        if (aged < .15)
            return;
        var (svg, deep) = (brush.Svg, brush.Colours.Deep);
        foreach (var (y, reach) in ((double, double)[])[(-.36, .30), (-.45, .34), (-.53, .26)])
            svg.Stroke(brush.Trace((-reach, y + .015), (-.12, y - .012), (.12, y - .010), (reach, y + .02)), deep,
                brush.Px(.012), .42 * aged);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var x = EyesPart.CentreX(brush.Looks) + .165;
            foreach (var drop in (ReadOnlySpan<double>)[-.045, .0, .045])
                svg.Stroke(brush.Trace((side * x, drop * .5 - .005), (side * (x + .05), drop), (side * (x + .095), drop * 1.9)), deep,
                    brush.Px(.010), (.25 + .3 * mood.Smile) * aged + .1 * mood.Smile);
            svg.Stroke(brush.Trace((side * .40, .46), (side * .43, .58), (side * .39, .70)), deep, brush.Px(.014), .38 * aged);
            svg.Stroke(brush.Trace((side * .045, -.20), (side * .050, -.12)), deep, brush.Px(.011), .35 * aged);
        }
    }
}
