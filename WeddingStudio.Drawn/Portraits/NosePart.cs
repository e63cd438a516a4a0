using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>A nose in space: a ridge that stands off the face, so that a turned head shows its profile.</summary>
internal static class NosePart
{
    public static void Draw(Brush brush)
    {
        var looks = brush.Looks;
        var child = looks.Childlike;
        var tipY = looks.In(Trait.NoseLength, .30, .43) * (1 - .12 * child);
        var wing = looks.In(Trait.NoseWidth, .105, .190) * (looks.Feminine ? .94 : 1.02) * (1 - .10 * child);
        var bridge = looks.In(Trait.NoseBridge, .038, .082);
        var depth = looks.In(Trait.NoseDepth, .12, .25) * (1 - .35 * child);
        var tip = looks.In(Trait.NoseTip, .055, .095);
        new Nose(brush, tipY, wing, bridge, depth, tip).Draw();
    }

    private sealed record Nose(Brush Brush, double TipY, double Wing, double Bridge, double Depth, double Tip)
    {
        private Svg Svg => Brush.Svg;
        private Complexion Colours => Brush.Colours;
        private int Away => Brush.LightFrom > 0 ? -1 : 1;

        /// <param name="x">Across.</param>
        /// <param name="y">Down.</param>
        /// <param name="stand">Share of the nose's depth at the tip.</param>
        private Spot P(double x, double y, double stand) => Brush.Form.On(x, y, stand * Depth);

        public void Draw()
        {
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
                DrawFlank(side);
            Svg.Glow(P(0, TipY * .45, .55), Brush.Px(Bridge * 1.1), Colours.Shine, .50, 2.6, Brush.Form.Pose.Roll);
            DrawBase();
            Svg.Glow(P(Away * -.012, TipY - .02, 1), Brush.Px(Tip * 1.25), Colours.Shine, .62, .85);
        }

        private void DrawFlank(int side)
        {
            var shade = side == Away ? .50 : .20;
            var flank = new Outline().Through([P(side * Bridge * .9, -.09, .10), P(side * Bridge, .10, .42), P(side * Tip, TipY - .05, .80),
                P(side * Wing * .96, TipY + .01, .12), P(side * (Wing * .75), TipY - .16, .02), P(side * (Bridge + .065), .02, 0)],
                closed: true);
            Svg.Fill(flank, Svg.Linear(P(side * Bridge, .1, .4), P(side * (Wing + .06), .16, 0), new(0, Colours.Shade, shade),
                new(1, Colours.Shade, 0)));
        }

        private void DrawBase()
        {
            Brush.Glow(0, TipY + .115, Wing * 1.05, Colours.Deep, .30, .45);
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var ala = new Outline().Through([P(side * Wing * .72, TipY - .075, .45), P(side * Wing, TipY - .03, .22),
                    P(side * Wing * 1.02, TipY + .03, .15), P(side * Wing * .78, TipY + .062, .30)]);
                Svg.Stroke(ala, Colours.Deep, Brush.Px(.013), side == Away ? .62 : .42);
                var nostril = P(side * Wing * .52, TipY + .060, .50);
                Svg.Ellipse(nostril, Brush.Px(Wing * .25), Brush.Px(.020), Colours.Deep.Darker(.35).ToString(), .80,
                    Brush.Form.Pose.Roll + side * -14);
            }

            Svg.Stroke(new Outline().Through([P(-Wing * .60, TipY + .074, .40), P(-Wing * .22, TipY + .072, .70), P(0, TipY + .092, .78),
                P(Wing * .22, TipY + .072, .70), P(Wing * .60, TipY + .074, .40)]), Colours.Deep, Brush.Px(.013), .55);
        }
    }
}
