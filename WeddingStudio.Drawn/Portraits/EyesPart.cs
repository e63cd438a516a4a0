using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>
/// Eyes with lids, lashes and gaze. An adult's opening is 30 mm wide and 11 mm high, its iris 11.7 mm (Bekerman et al. 2014).
/// </summary>
internal static class EyesPart
{
    /// <summary>Radius of the eyeball, by which a gaze is moved: 12 mm.</summary>
    private const double BallRadius = .105;

    public static double CentreX(Looks looks) => looks.In(Trait.EyeSpacing, .248, .302);

    public static void Draw(Brush brush, Mood mood)
    {
        new Eye(brush, -1, mood.LeftOpen, mood).Draw();
        new Eye(brush, 1, mood.RightOpen, mood).Draw();
    }

    private sealed class Eye
    {
        private readonly Brush _brush;
        private readonly int _side;
        private readonly bool _open;
        private readonly Mood _mood;
        private readonly double _halfWidth, _upper, _lower, _tilt;

        public Eye(Brush brush, int side, bool open, Mood mood)
        {
            (_brush, _side, _open, _mood) = (brush, side, open, mood);
            var looks = brush.Looks;
            var size = looks.In(Trait.EyeSize, .97, 1.24) * (1 + .16 * looks.Childlike);
            _halfWidth = .132 * size;
            var opening = .104 * size * looks.In(Trait.EyeOpening, .84, 1.22) * (1 - .30 * mood.Smile) * (1 - .10 * looks.Aged);
            (_upper, _lower) = open ? (.62 * opening, .38 * opening) : (0, .50 * opening);
            _tilt = looks.In(Trait.EyeTilt, -.022, .048);
        }

        private Svg Svg => _brush.Svg;
        private Complexion Colours => _brush.Colours;

        /// <param name="along">-1 = inner corner .. 1 = outer corner.</param>
        /// <param name="y">Down from the line between the corners.</param>
        private Spot P(double along, double y) => _brush.Form.On(
            _side * (CentreX(_brush.Looks) + along * _halfWidth), y - _tilt * along - (along < 0 ? .004 : 0), -.015);

        private Spot[] UpperLid(double raise = 0, double reach = 1) =>
        [
            P(-reach, .012), P(-.62 * reach, -.66 * _upper - raise), P(-.12, -_upper - raise), P(.42, -.83 * _upper - raise),
            P(.80 * reach, -.36 * _upper - .7 * raise), P(1.02 * reach, 0),
        ];

        private Spot[] LowerLid(double drop = 0) =>
            [P(1.02, 0), P(.66, .72 * _lower + drop), P(.12, _lower + drop), P(-.45, .80 * _lower + drop), P(-1, .012)];

        public void Draw()
        {
            if (_open)
            {
                DrawBags();
                DrawBall();
            }
            else
            {
                DrawLid();
            }

            DrawLashes();
            DrawCrease();
        }

        private void DrawBall()
        {
            var shape = new Outline().Through(UpperLid()).Through(LowerLid()).Close();
            Svg.Fill(shape, Svg.Linear(P(0, -_upper), P(0, _lower), new(0, Colour.Of("b9aeb0")), new(.35, Colour.Of("efebe8")),
                new(1, Colour.Of("fbf9f7"))));
            using (Svg.Clip(shape))
            {
                Svg.Circle(P(-1, .01), _brush.Px(.028), Colours.Blush, .75);
                DrawIris();
                Svg.Stroke(new Outline().Through(UpperLid()), Colours.Deep, _brush.Px(.030), .35);
            }

            Svg.Stroke(new Outline().Through(LowerLid()), Colours.Deep, _brush.Px(.010), .55);
        }

        private void DrawIris()
        {
            var pose = _brush.Form.Pose;
            var gaze = _mood.Gaze ?? new Spot(-Math.Sin(pose.Yaw * Math.PI / 180), -Math.Sin(pose.Pitch * Math.PI / 180) * .8);
            var iris = P(_side * gaze.X * BallRadius / _halfWidth, gaze.Y * BallRadius - .06 * _upper);
            var radius = _brush.Px(.0585 * (1 + .10 * _brush.Looks.Childlike));
            Svg.Ellipse(iris, radius, radius, Svg.Radial(iris + new Spot(0, radius * .35), radius * 1.1,
                new(0, Colours.Iris.Lighter(.28)), new(.6, Colours.Iris), new(.88, Colours.Iris.Darker(.35)),
                new(1, Colours.Iris.Darker(.65))));
            Svg.Circle(iris, radius * .44, Colour.Of("120c0c"));
            Svg.Circle(iris + new Spot((_brush.LightFrom >= 0 ? .34 : -.34) * radius, -.36 * radius), radius * .24, Colour.White, .95);
            Svg.Circle(iris + new Spot((_brush.LightFrom >= 0 ? -.3 : .3) * radius, .38 * radius), radius * .12, Colour.White, .5);
        }

        /// <summary>A shut eye: skin down to the lower lashes, with the soft roundness of the ball behind it.</summary>
        private void DrawLid() => Svg.Glow(P(0, -.035), _brush.Px(_halfWidth * .8), Colours.Shine, .30, .42, _brush.Form.Pose.Roll);

        private void DrawLashes()
        {
            var looks = _brush.Looks;
            var dark = Colours.Brow.Mix(Colour.Of("140d0c"), looks.Feminine ? .85 : .6);
            var weight = looks.Feminine ? looks.In(Trait.Lashes, .022, .036) : looks.In(Trait.Lashes, .015, .023);
            Spot[] lid = _open ? UpperLid() : [.. LowerLid().Reverse()];

            // The lashes of a shut eye hang below the line where the lids meet.
            var lean = new Spot(0, _brush.Px(_open ? -weight : weight * 1.8));
            var rim = lid.Select((p, i) => p + lean * (i is 0 ? .1 : i == lid.Length - 1 ? .5 : 1));
            Svg.Fill(new Outline().Through(lid).Through([.. rim.Reverse()]).Close(), dark, .96);
            if (_open && looks.Feminine && looks.Age > 12)
            {
                var wing = looks.In(Trait.Lashes, .02, .075);
                var (corner, tip) = (lid[^1], P(1.02 + 4 * wing, -wing * .75));
                Svg.Fill(new Outline().Move(lid[^2]).Quad(corner, tip).Quad(corner, corner).Close(), dark, .96);
                Svg.Stroke(new Outline().Move(corner).Line(tip), dark, _brush.Px(.014));
            }
        }

        private void DrawCrease()
        {
            var lid = _brush.Looks[Trait.Lid];
            if (!_open)
                return;

            // Without a crease the lid runs smoothly into the brow, as with half of mankind.
            if (lid < .28)
            {
                Svg.Stroke(new Outline().Through(UpperLid(.018, 1.05)), Colours.Shade, _brush.Px(.020), .35);
                return;
            }

            var raise = .022 + .034 * (lid - .28);
            if (_brush.Looks.Feminine && _brush.Looks.Age > 15)
                Svg.Stroke(new Outline().Through(UpperLid(raise * .55)), Colours.Deep.Mix(Colours.Blush, .4),
                    _brush.Px(raise * 1.3), .28 * lid);
            Svg.Stroke(new Outline().Through(UpperLid(raise, 1.04)), Colours.Deep, _brush.Px(.012), .30 + .35 * lid);
        }

        private void DrawBags()
        {
            var strength = _brush.Looks.In(Trait.Bags, 0, .35) + .3 * _brush.Looks.Aged + .18 * _mood.Smile;
            Svg.Stroke(new Outline().Through([P(-.85, .055), P(-.2, .095 + .02 * strength), P(.6, .07)]), Colours.Deep, _brush.Px(.011),
                Math.Min(.45, strength) * .8);
        }
    }
}
