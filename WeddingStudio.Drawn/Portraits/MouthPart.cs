using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>Lips, and teeth when somebody laughs.</summary>
internal static class MouthPart
{
    public static double CentreY(Looks looks) =>
        looks.In(Trait.MouthHeight, .575, .655) * (.5 + .5 * looks.In(Trait.ChinLength, .97, 1.05)) - .02 * looks.Childlike;

    public static void Draw(Brush brush, Mood mood) => new Mouth(brush, mood.Smile).Draw();

    private sealed class Mouth(Brush brush, double smile)
    {
        private readonly double _y = CentreY(brush.Looks);
        private readonly double _half = brush.Looks.In(Trait.MouthWidth, .165, .235) * (1 - .10 * brush.Looks.Childlike) + .095 * smile;
        private readonly double _upper = brush.Looks.In(Trait.UpperLip, .034, .080) * (1 - .22 * smile)
            * (brush.Looks.Feminine ? 1.05 : .88) * (1 - .3 * brush.Looks.Aged);
        private readonly double _lower = brush.Looks.In(Trait.LowerLip, .050, .105) * (1 - .12 * smile)
            * (brush.Looks.Feminine ? 1.02 : .90) * (1 - .3 * brush.Looks.Aged);
        private readonly double _gap = Math.Max(0, smile - .22) * .165;
        private readonly double _lift = .006 + .105 * smile;
        private readonly double _sag = .036 * smile;

        private Svg Svg => brush.Svg;
        private Complexion Colours => brush.Colours;

        /// <param name="share">-1 = left corner .. 1 = right corner.</param>
        /// <param name="y">Down from the line between the lips.</param>
        private Spot P(double share, double y) =>
            brush.Form.On(share * _half, _y - _lift * share * share + _sag * (1 - share * share) + y, .03);

        public void Draw()
        {
            Spot[] cut = [P(-1, 0), P(-.55, -.008 - _gap * .16), P(0, .004 - _gap * .22), P(.55, -.008 - _gap * .16), P(1, 0)];
            Spot[] bottom = [P(1, 0), P(.55, _gap * .72), P(0, _gap), P(-.55, _gap * .72), P(-1, 0)];
            Spot[] top = [P(-1.02, 0), P(-.55, -_upper * .72 - _gap * .16), P(-.20, -_upper - _gap * .2), P(0, -_upper * .80 - _gap * .2),
                P(.20, -_upper - _gap * .2), P(.55, -_upper * .72 - _gap * .16), P(1.02, 0)];
            Spot[] chin = [P(1.02, 0), P(.55, _lower * .82 + _gap * .85), P(0, _lower + _gap * 1.05),
                P(-.55, _lower * .82 + _gap * .85), P(-1.02, 0)];
            DrawFolds();
            if (_gap > 0)
                DrawInside(new Outline().Through(cut).Through(bottom).Close());
            Svg.Fill(new Outline().Through(top).Through([.. cut.Reverse()]).Close(), Colours.Lip.Darker(.10).ToString());
            Svg.Fill(new Outline().Through([.. bottom.Reverse()]).Through(chin).Close(), Svg.Linear(P(0, _gap), P(0, _gap + _lower),
                new(0, Colours.Lip.Darker(.05)), new(.45, Colours.Lip.Lighter(.14)), new(1, Colours.Lip)));
            Svg.Stroke(new Outline().Through(cut), Colours.Deep.Darker(.25), brush.Px(.014), .80);
            Svg.Ellipse(P(-.12 * brush.LightFrom, _gap + _lower * .45), brush.Px(_half * .38), brush.Px(_lower * .16),
                Colours.Shine.ToString(), brush.Looks.Feminine ? .50 : .28, brush.Form.Pose.Roll);
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
                Svg.Circle(P(side * 1.03, .004), brush.Px(.017), Colours.Deep, .50);
        }

        private void DrawInside(Outline inside)
        {
            Svg.Fill(inside, Colour.Of("5a1a1c").ToString());
            using (Svg.Clip(inside))
            {
                Svg.Fill(new Outline().Through([P(-.95, -.06), P(0, -.06), P(.95, -.06), P(.80, _gap * .42), P(0, _gap * .70),
                    P(-.80, _gap * .42)], closed: true), Colour.Of("faf6ef"));
                foreach (var tooth in (ReadOnlySpan<double>)[-.36, -.12, .12, .36])
                    Svg.Stroke(new Outline().Move(P(tooth, -.05)).Line(P(tooth, _gap * .6)), Colour.Of("d9cfc4"), brush.Px(.006), .7);
                if (_gap > .07)
                    Svg.Ellipse(P(0, _gap * 1.05), brush.Px(_half * .5), brush.Px(_gap * .30), Colour.Of("c05a5c").ToString());
            }
        }

        /// <summary>From the wings of the nose to beside the mouth: what a smile, or age, folds.</summary>
        private void DrawFolds()
        {
            var strength = Math.Min(.78, .70 * smile + .50 * brush.Looks.Aged);
            if (strength < .05)
                return;
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var x = _half + .035;
                Svg.Stroke(brush.Trace((side * .165, .38), (side * (x * .93), .47), (side * (x + .025), _y - .06),
                    (side * (x + .01), _y + .03)), Colours.Deep, brush.Px(.020), strength);
            }
        }
    }
}
