using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>Curly hair: a cap of many small round locks.</summary>
internal static class CurlsPart
{
    public static void Draw(Brush brush, double volume, bool tight)
    {
        var (svg, form, colours, looks) = (brush.Svg, brush.Form, brush.Colours, brush.Looks);
        var line = looks.In(Trait.Hairline, -.66, -.46);
        var ends = looks.Feminine ? looks.In(Trait.HairLength, .25, .75) : .05 + .15 * looks[Trait.HairLength];
        var rim = form.Dome(volume, volume * .8, ends, ends, hold: .1, below: 4);
        var inner = HeadForm.Heights(-1, 1, 14)
            .Select(t => form.Around(t * 80, line + (ends - line) * Math.Pow(Math.Abs(t), 3.2), 1.01, hold: .1)).ToList();
        using (svg.Clip(form.Silhouette()))
            svg.Stroke(new Outline().Through(inner), colours.Deep, brush.Px(.10), .25);
        svg.Fill(new Outline().Through(rim).Through([.. inner.Reverse<Spot>()]).Close(),
            svg.Radial(form.Flat(brush.LightFrom * .3, -.95), brush.Px(1.5),
                new(0, colours.Hair.Mix(colours.HairShine, .35)), new(.5, colours.Hair), new(1, colours.HairShade)));
        DrawLocks(brush, rim, inner, tight, tight ? .075 : looks.In(Trait.HairWave, .085, .14));
    }

    private static void DrawLocks(Brush brush, List<Spot> rim, List<Spot> inner, bool tight, double radius)
    {
        var (svg, colours) = (brush.Svg, brush.Colours);
        var size = brush.Px(radius);
        foreach (var (row, points) in (ReadOnlySpan<(int, List<Spot>)>)[(0, rim), (2, Between(rim, inner, .35)),
            (1, Between(rim, inner, .68)), (3, inner)])
        {
            foreach (var (spot, i) in Spread(points, size * 1.25).Select((s, i) => (s, i)))
            {
                var shine = (i + row) % 3 == 0;
                var shift = new Spot(((i * 7 + row * 3) % 5 - 2) * size * .14, ((i * 5 + row) % 5 - 2) * size * .14);
                svg.Circle(spot + shift, size * (.86 + .08 * ((i * 3 + row) % 4)), shine ? colours.Hair.Mix(colours.HairShine, .22)
                    : (i + row) % 3 == 1 ? colours.Hair : colours.Hair.Mix(colours.HairShade, .45));
                if (shine && !tight)
                    svg.Stroke(new Outline().Move(spot + shift + new Spot(-size * .5, -size * .1))
                        .Quad(spot + shift + new Spot(0, -size * .9), spot + shift + new Spot(size * .4, -size * .3)),
                        colours.HairShine, size * .10, .22);
            }
        }
    }

    private static List<Spot> Between(List<Spot> outer, List<Spot> inner, double share) =>
        [.. outer.Select((p, i) => p.Towards(inner[(int)Math.Round(i * (inner.Count - 1.0) / (outer.Count - 1))], share))];

    /// <summary>Points about <paramref name="gap"/> apart along a line.</summary>
    private static IEnumerable<Spot> Spread(List<Spot> line, double gap)
    {
        var left = 0.0;
        yield return line[0];
        for (var i = 1; i < line.Count; i++)
        {
            var length = (line[i] - line[i - 1]).Length;
            for (left += length; left >= gap; left -= gap)
                yield return line[i].Towards(line[i - 1], (left - gap) / Math.Max(length, 1e-9));
        }
    }
}
