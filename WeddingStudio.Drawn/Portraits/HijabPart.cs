using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>A headscarf, its cloth coloured by the person's traits.</summary>
internal static class HijabPart
{
    private static readonly Colour[] _cloths = [.. new[] { "b8c7c9", "d9b8a6", "7c9a92", "c9a9b8", "e6d8c3", "6d7fa3", "a35d5d", "3f4a5a" }
        .Select(Colour.Of)];

    private static Colour Cloth(Looks looks) => _cloths[(int)(looks[Trait.HairColour] * 7.99)];

    public static void DrawBehind(Svg svg, HeadForm form)
    {
        var cloth = Cloth(form.Looks);
        svg.Fill(new Outline().Through([form.Flat(-.75, 0), form.Flat(-.95, 1.2), form.Flat(-1.35, 1.95), form.Flat(1.35, 1.95),
            form.Flat(.95, 1.2), form.Flat(.75, 0)], closed: true),
            svg.Linear(form.Flat(0, 0), form.Flat(0, 2), new(0, cloth.Darker(.45)), new(1, cloth.Darker(.15))));
    }

    public static void Draw(Brush brush)
    {
        var (svg, form) = (brush.Svg, brush.Form);
        var cloth = Cloth(brush.Looks);
        var dome = form.Dome(.09, .085, .95, .95, hold: .3);
        List<Spot> outer = [.. dome, form.Flat(.80, 1.35), form.Flat(.45, 1.80), form.Flat(-.25, 1.85), form.Flat(-.80, 1.35)];
        List<Spot> opening = [.. HeadForm.Heights(0, 2 * Math.PI, 20).SkipLast(1).Select(a =>
        {
            var y = .205 - .86 * Math.Cos(a);
            return y > .55 ? form.Flat(0, 0) + (form.Around(Math.Sin(a) * 66, .55) - form.Flat(0, .55)) * .98
                + (form.Flat(0, y) - form.Flat(0, 0)) : form.Around(Math.Sin(a) * 62, y);
        })];
        using (svg.Clip(form.Silhouette()))
            svg.Stroke(new Outline().Through(opening, closed: true), brush.Colours.Deep, brush.Px(.10), .30);
        var shape = new Outline().Through(outer, closed: true).Through(opening, closed: true);
        svg.Fill(shape, svg.Linear(form.Flat(brush.LightFrom * .8, -.6), form.Flat(brush.LightFrom * -.8, .9), new(0, cloth.Lighter(.22)),
            new(.5, cloth), new(1, cloth.Darker(.28))), evenOdd: true);
        foreach (var fold in (ReadOnlySpan<double>)[.16, .34, .52])
            svg.Stroke(new Outline().Through([form.Flat(-.62 - fold * .2, .55), form.Flat(-.35, 1.02 + fold), form.Flat(.20, 1.15 + fold),
                form.Flat(.70, .80 + fold * .6)]), cloth.Darker(.32), brush.Px(.022), .5);
        svg.Stroke(new Outline().Through([form.Flat(-.60, -.55), form.Flat(-.30, -.92), form.Flat(.2, -1.0), form.Flat(.52, -.75)]),
            cloth.Lighter(.35), brush.Px(.02), .5);
    }
}
