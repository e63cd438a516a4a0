using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

internal static class BrowsPart
{
    public static void Draw(Brush brush, Mood mood)
    {
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            DrawOne(brush, side, .012 * mood.Smile);
    }

    private static void DrawOne(Brush brush, int side, double raise)
    {
        var looks = brush.Looks;
        var y = -looks.In(Trait.BrowHeight, .150, .232) - raise;
        var inner = looks.In(Trait.BrowGap, .085, .150);
        var thick = looks.In(Trait.BrowThickness, .030, .082) * (looks.Feminine ? .72 : 1.05) * (1 - .25 * looks.Childlike);
        var arch = looks.In(Trait.BrowArch, .0, .062);
        var tilt = looks.In(Trait.BrowTilt, -.030, .045);
        var outer = EyesPart.CentreX(looks) + .165;
        Spot P(double share, double lift) => brush.Form.On(
            side * (inner + (outer - inner) * share),
            y - tilt * share - arch * Math.Sin(Math.PI * Math.Min(share * .85 + .1, 1)) + lift, .02);
        var shape = new Outline().Through([
            P(0, thick * .42), P(.06, -thick * .35), P(.35, -thick * .52), P(.65, -thick * .40), P(1, thick * .05),
            P(.68, thick * .22), P(.35, thick * .45), P(.06, thick * .55)], closed: true);
        brush.Svg.Fill(shape, brush.Svg.Linear(P(0, 0), P(1, 0), new(0, brush.Colours.Brow, .55), new(.25, brush.Colours.Brow, .95),
            new(1, brush.Colours.Brow, .85)));
        for (var hair = 0; hair < 7; hair++)
        {
            var at = .04 + hair * .12;
            brush.Svg.Stroke(new Outline().Move(P(at, thick * .35)).Line(P(at + .10, -thick * .45)), brush.Colours.Brow.Darker(.25),
                brush.Px(.008), .45);
        }
    }
}
