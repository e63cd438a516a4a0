using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

internal static class HatPart
{
    private static readonly Colour[] _petals = [.. new[] { "f4c6cf", "f7e3c8", "e58fa0", "ffffff", "d8b4dd" }.Select(Colour.Of)];

    public static void Draw(Brush brush)
    {
        switch (brush.Looks.Hat)
        {
            case HatStyle.Veil: DrawComb(brush); break;
            case HatStyle.FlowerCrown: DrawFlowers(brush, -72, 72, 11, .105); break;
            case HatStyle.Fedora: DrawBrimmed(brush, Colour.Of("6d5a48"), Colour.Of("33271f")); break;
            case HatStyle.FlatCap: DrawCap(brush); break;
            case HatStyle.Fascinator: DrawFascinator(brush); break;
        }
    }

    private static void DrawComb(Brush brush)
    {
        var form = brush.Form;
        for (var i = -4; i <= 4; i++)
        {
            var spot = form.Around(i * 11, -.86 + .012 * i * i, 1.06);
            brush.Svg.Circle(spot, brush.Px(.038), Colour.Of("fffdf8"));
            brush.Svg.Circle(spot + new Spot(0, brush.Px(-.012)), brush.Px(.014), Colour.Of("d9c9a3"));
        }
    }

    private static void DrawFlowers(Brush brush, double from, double to, int count, double size)
    {
        for (var i = 0; i < count; i++)
        {
            var degrees = from + (to - from) * i / (count - 1);
            var spot = brush.Form.Around(degrees, -.66 + .22 * Math.Pow(degrees / 72, 2), 1.08);
            var radius = brush.Px(size * (.8 + .1 * (i * 7 % 4)));
            brush.Svg.Ellipse(spot + new Spot(radius, radius * .6), radius * .7, radius * .3, Colour.Of("7f9a6b").ToString(), degrees: 25);
            var petal = _petals[i % _petals.Length];
            for (var p = 0; p < 5; p++)
            {
                var (sin, cos) = Math.SinCos(p * 2 * Math.PI / 5 + i);
                brush.Svg.Circle(spot + new Spot(cos, sin) * (radius * .5), radius * .52, p % 2 == 0 ? petal : petal.Darker(.08));
            }

            brush.Svg.Circle(spot, radius * .3, Colour.Of("e7bd62"));
        }
    }

    private static void DrawBrimmed(Brush brush, Colour felt, Colour band)
    {
        var (svg, form) = (brush.Svg, brush.Form);
        var crown = new Outline().Through([form.Flat(-.66, -.62), form.Flat(-.60, -1.10), form.Flat(-.34, -1.36), form.Flat(0, -1.28),
            form.Flat(.34, -1.36), form.Flat(.60, -1.10), form.Flat(.66, -.62)]).Close();
        svg.Fill(crown, svg.Linear(form.Flat(-.6, 0), form.Flat(.6, 0), new(0, felt.Darker(.15)), new(.45, felt.Lighter(.12)),
            new(1, felt.Darker(.30))));
        svg.Fill(new Outline().Through([form.Flat(-.67, -.62), form.Flat(-.655, -.82), form.Flat(0, -.74), form.Flat(.655, -.82),
            form.Flat(.67, -.62), form.Flat(0, -.54)], closed: true), band);
        svg.Fill(new Outline().Through([form.Flat(-1.12, -.72), form.Flat(-.6, -.72), form.Flat(0, -.62), form.Flat(.6, -.72),
            form.Flat(1.12, -.72), form.Flat(.62, -.52), form.Flat(0, -.44), form.Flat(-.62, -.52)], closed: true),
            svg.Linear(form.Flat(0, -.72), form.Flat(0, -.45), new(0, felt.Lighter(.10)), new(1, felt.Darker(.35))));
    }

    private static void DrawCap(Brush brush)
    {
        var (svg, form) = (brush.Svg, brush.Form);
        var tweed = Colour.Of("6f6a60");
        svg.Fill(new Outline().Through([form.Flat(-.74, -.55), form.Flat(-.66, -1.02), form.Flat(0, -1.24), form.Flat(.66, -1.02),
            form.Flat(.74, -.55), form.Flat(0, -.66)], closed: true),
            svg.Linear(form.Flat(0, -1.2), form.Flat(0, -.5), new(0, tweed.Lighter(.15)), new(1, tweed.Darker(.25))));
        svg.Fill(new Outline().Through([form.Around(-50, -.60, 1.1), form.Around(0, -.50, 1.35), form.Around(50, -.60, 1.1),
            form.Around(25, -.68, 1.1), form.Around(-25, -.68, 1.1)], closed: true), tweed.Darker(.35));
    }

    private static void DrawFascinator(Brush brush)
    {
        var (svg, form) = (brush.Svg, brush.Form);
        var cloth = _petals[(int)(brush.Looks[Trait.GlassesColour] * 4.99)].Mix(Colour.Of("b0406a"), .55);
        var centre = form.Around(38, -.84, 1.12);
        svg.Ellipse(centre, brush.Px(.30), brush.Px(.20),
            svg.Radial(centre, brush.Px(.3), new(0, cloth.Lighter(.3)), new(1, cloth.Darker(.2))), degrees: 24);
        foreach (var angle in (ReadOnlySpan<double>)[-2.2, -1.7, -1.2, -.7])
        {
            var tip = centre + new Spot(Math.Cos(angle), Math.Sin(angle)) * brush.Px(.62);
            svg.Stroke(new Outline().Move(centre).Quad(centre.Towards(tip, .5) + new Spot(brush.Px(.12), 0), tip),
                cloth, brush.Px(.03), .9);
        }
    }
}
