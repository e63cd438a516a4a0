using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Places;

/// <summary>Outside the church: the open door in its garland, steps, and confetti over everybody.</summary>
internal static class ChurchDoor
{
    private static readonly Colour Wall = Colour.Of("eadbc4");

    public static void Behind(Svg svg, double width, Random random)
    {
        var (c, half) = (width / 2, Math.Min(width * .26, 225));
        Scenery.Sky(svg, width, random, 560, Palette.Sky, Palette.Cream);
        Trees.Wood(svg, random, 0, width, 835, 520, Palette.Sage, Palette.Cream);
        Facade(svg, width, random, c, half);
        Door(svg, random, c, half);
        Steps(svg, width, random, c, half);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            Trees.Potted(svg, random, new(c + side * half * 1.72, 862), 330, Palette.Leaf, Palette.Apricot.Mix(Palette.Wood, .35));
        Lights.Beam(svg, new(-60, -80), 40, 1200, 8, Palette.Ivory, .35);
    }

    /// <summary>Small enough not to hide an eye; some pieces near the lens are large and soft, towards the edges only.</summary>
    public static void Confetti(Svg svg, double width, Random random)
    {
        foreach (var colour in (ReadOnlySpan<Colour>)[Palette.Ivory, Palette.Blush, Palette.Rose, Palette.Butter, Palette.Lilac])
        {
            var outline = new Outline();
            for (var i = 0; i < width / 38; i++)
                outline.Oval(new(random.Between(0, width), random.Between(0, 960)), random.Between(3, 7), random.Between(2, 5),
                    random.Between(0, 180));
            svg.Fill(outline, colour);
        }

        for (var i = 0; i < 7; i++)
        {
            var at = new Spot(i % 2 == 0 ? random.Between(-10, width * .14) : random.Between(width * .86, width + 10),
                random.Between(40, 960));
            svg.Glow(at, random.Between(16, 32), random.Pick(Palette.Blush, Palette.Ivory, Palette.Butter), .85, .8, random.Between(0, 90));
        }
    }

    private static void Facade(Svg svg, double width, Random random, double c, double half)
    {
        var edge = half * 2.35;
        svg.Fill(new Outline().Corners(new(c - edge, 850), new(c - edge, -5), new(c + edge, -5), new(c + edge, 850)),
            svg.Linear(new(c - edge, 0), new(c + edge, 850), new(0, Wall.Lighter(.45)), new(.6, Wall),
                new(1, Wall.Mix(Palette.Bark, .22))));
        var (pale, dark) = (new Outline(), new Outline());
        for (var i = 0; i < 70; i++)
        {
            var row = random.Next(22);
            (i % 2 == 0 ? pale : dark).Box(c + random.Between(-edge, edge - 80), 40 + row * 37, random.Between(42, 80), 33);
        }

        using (svg.Clip(new Outline().Box(c - edge, -10, edge * 2, 860)))
        {
            svg.Fill(pale, Palette.Ivory, .35);
            svg.Fill(dark, Palette.Stone, .28);
        }

        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            svg.Rectangle(c + side * edge - 34, -5, 68, 857,
                svg.Across(c + side * edge - 34, c + side * edge + 34, new(0, Wall.Lighter(.5)),
                    new(1, Wall.Mix(Palette.Bark, .25))));
            var ivy = Enumerable.Range(0, 8).Select(i => new Spot(c + side * (edge - 10 + random.Between(-34, 34)), 860 - i * 96)).ToList();
            Trees.Garland(svg, random, ivy, 46, Palette.Leaf, 1.5);
        }

        Trees.Hill(svg, random, width, 822, 10, Palette.Moss.Mix(Palette.Butter, .3), Palette.Moss);
    }

    private static void Door(Svg svg, Random random, double c, double half)
    {
        for (var ring = 3; ring >= 0; ring--)
            svg.Fill(new Outline().Arch(c - half - ring * 20, c + half + ring * 20, 190 - ring * 24, 830),
                ring % 2 == 0 ? Wall.Mix(Palette.Bark, .12 + .08 * (3 - ring)) : Wall.Lighter(.25));
        svg.Fill(new Outline().Arch(c - half, c + half, 190, 830),
            svg.Down(190, 830, new(0, Palette.Bark.Darker(.45)), new(.55, Palette.Bark), new(1, Palette.Wood)));
        svg.Glow(new(c, 560), half * .8, Palette.Honey, .75, 1.5);
        svg.Fill(new Outline().Arch(c - half * .22, c + half * .22, 430, 690), Palette.Butter, .55);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            // An open leaf of the door, seen at a slant.
            var leaf = new Outline().Corners(new(c + side * half, 830), new(c + side * half, 400), new(c + side * half * .9, 335),
                new(c + side * half * .62, 372), new(c + side * half * .62, 812));
            svg.Fill(leaf, svg.Across(c + side * half * .6, c + side * half, new(0, Palette.Forest.Mix(Palette.Sage, .35)),
                new(1, Palette.Forest)));
            for (var i = 1; i < 4; i++)
                svg.Stroke(new Outline().Move(new(c + side * half * (.62 + i * .095), 380))
                    .Line(new(c + side * half * (.62 + i * .095), 816)), Palette.Bark, 2, .5);
        }

        var arch = Enumerable.Range(0, 19).Select(i => (Angle: -180 + i * 10.0, At: 0))
            .Select(a => new Spot(c, 440).Polar(half * 1.13, a.Angle))
            .Select(p => new Spot(p.X, 440 + (p.Y - 440) * 1.08)).ToList();
        arch.Insert(0, new(c - half * 1.13, 600));
        arch.Add(new(c + half * 1.13, 560));
        Trees.Garland(svg, random, arch, 44, Palette.Leaf, 1.3);
        for (var i = 0; i < arch.Count; i++)
            if (i % 2 == 0 || i < 7)
                Flowers.Rose(svg, random, arch[i] + new Spot(random.Between(-12, 12), random.Between(-10, 10)), random.Between(18, 30),
                    Palette.Blooms[i % Palette.Blooms.Length]);
    }

    private static void Steps(Svg svg, double width, Random random, double c, double half)
    {
        svg.Band(width, 880, 1005, Palette.Sand, Palette.Stone.Mix(Palette.Apricot, .2));
        for (var i = 0; i < 3; i++)
        {
            var (y, wide) = (822 + i * 32, half * (1.5 + i * .22));
            svg.Rectangle(c - wide, y, wide * 2, 14, Palette.Ivory.Mix(Palette.Sand, .3).ToString());
            svg.Rectangle(c - wide, y + 14, wide * 2, 20,
                svg.Down(y + 14, y + 34, new(0, Palette.Stone.Mix(Palette.Bark, .2)), new(1, Palette.Stone)));
        }

        Flowers.Petals(svg, random, 0, width, 900, 995, 110, 17, Palette.Ivory, Palette.Blush, Palette.Rose);
    }
}
