using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

internal static class Flowers
{
    /// <summary>
    /// One full bloom, seen from the side of its tilt: rings of petals that point outward, every other one darker. No heart, no
    /// round rim: a round pink thing with dark spots in the middle passes for a face.
    /// </summary>
    public static void Rose(Svg svg, Random random, Spot centre, double radius, Colour colour)
    {
        var (turn, tilt) = (random.Between(0, 60), random.Between(-28, 28));
        using (svg.Move($"translate({Svg.Number(centre.X)} {Svg.Number(centre.Y)}) rotate({Svg.Number(tilt)}) scale(1.08 .74)"))
        {
            Ring(9, .66, .4, .2, 0, colour.Mix(Palette.Berry, .2), colour.Mix(Palette.Berry, .12));
            Ring(8, .46, .34, .18, -.1, colour.Mix(Palette.Berry, .09), colour);
            Ring(7, .28, .28, .14, -.2, colour.Lighter(.08), colour.Lighter(.24));
            if (radius > 16)
                Ring(5, .12, .19, .085, -.28, colour.Mix(Palette.Berry, .08), colour.Lighter(.1));
        }

        void Ring(int petals, double reach, double length, double half, double lift, Colour odd, Colour even)
        {
            var (one, two, middle) = (new Outline(), new Outline(), new Spot(0, lift * radius));
            for (var i = 0; i < petals; i++)
            {
                var angle = turn + (i + reach * 3) * 360.0 / petals + random.Between(-7, 7);
                (i % 2 == 0 ? one : two)
                    .Oval(middle.Polar(radius * reach, angle), radius * length, radius * half * random.Between(.9, 1.2), angle);
            }

            svg.Fill(one, odd);
            svg.Fill(two, even);
        }
    }

    /// <summary>Many small cups of one colour, as of wild tulips, each leaning its own way; for what is far away or tiny.</summary>
    public static void Posy(Svg svg, Random random, IReadOnlyList<Spot> at, double radius, Colour colour)
    {
        var (outer, inner) = (new Outline(), new Outline());
        foreach (var spot in at)
        {
            var (size, lean) = (radius * random.Between(1.4, 2.1), -90 + random.Between(-70, 70));
            var foot = spot.Polar(size * .5, lean + 180);
            outer.Leaf(foot, size * .92, lean - 46, .3).Leaf(foot, size * .92, lean + 46, .3);
            inner.Leaf(foot, size, lean - 17, .3).Leaf(foot, size * .9, lean + 22, .28);
        }

        svg.Fill(outer, colour.Mix(Palette.Berry, .2));
        svg.Fill(inner, colour);
    }

    /// <summary>An arrangement: greenery that fans out, roses of the day's colours, and tiny white fillers.</summary>
    public static void Bunch(
        Svg svg, Random random, Spot centre, double radiusX, double radiusY, int roses, double bloom, double reach = 1.45)
    {
        Fan(svg, random, centre, radiusX * reach, radiusY * reach, Palette.Leaf, bloom * 1.2);
        svg.Ellipse(centre, radiusX * .9, radiusY * .9, Palette.Leaf.Mix(Palette.Forest, .35).ToString());
        Specks(svg, random, centre, radiusX * 1.5, radiusY * 1.5, 30, bloom * .12, Palette.Ivory);
        var places = new List<Spot>();
        for (var i = 0; i < roses; i++)
            places.Add(Chance.Apart(() => random.Within(centre, radiusX, radiusY), places));
        foreach (var (i, spot) in places.OrderBy(p => p.Y).ThenBy(p => p.X).Index())
            Rose(svg, random, spot, bloom * random.Between(.72, 1.12), Palette.Blooms[(i * 5 + roses) % Palette.Blooms.Length]);
    }

    /// <summary>The same at a distance, in a dozen paths.</summary>
    public static void Cluster(Svg svg, Random random, Spot centre, double radiusX, double radiusY, double bloom, int blooms = 5)
    {
        Fan(svg, random, centre, radiusX * 1.3, radiusY * 1.3, Palette.Leaf, bloom * 1.1);
        var first = random.Next(Palette.Blooms.Length);
        for (var c = 0; c < 3; c++)
            Posy(svg, random, [.. Enumerable.Range(0, blooms).Select(_ => random.Within(centre, radiusX, radiusY))], bloom,
                Palette.Blooms[(first + c * 2 + c / 2) % Palette.Blooms.Length]);
    }

    /// <summary>Leaves and eucalyptus sprays around a centre.</summary>
    public static void Fan(Svg svg, Random random, Spot centre, double radiusX, double radiusY, Colour colour, double leaf)
    {
        var (deep, pale) = (new Outline(), new Outline());
        for (var i = 0; i < 34; i++)
        {
            var angle = random.Between(0, 360);
            var edge = new Spot(centre.X + radiusX * Math.Cos(angle * Math.PI / 180), centre.Y + radiusY * Math.Sin(angle * Math.PI / 180));
            var outward = Math.Atan2(edge.Y - centre.Y, edge.X - centre.X) * 180 / Math.PI;
            (i % 3 == 0 ? pale : deep).Leaf(centre.Towards(edge, random.Between(.35, .8)), leaf * random.Between(.8, 1.5),
                outward + random.Between(-35, 35), .32);
        }

        svg.Fill(deep, colour.Mix(Palette.Forest, .35));
        svg.Fill(pale, colour.Mix(Palette.Cream, .28));
    }

    public static void Specks(
        Svg svg, Random random, Spot centre, double radiusX, double radiusY, int count, double size, Colour colour, double opacity = .95)
    {
        var outline = new Outline();
        for (var i = 0; i < count; i++)
            outline.Oval(random.Within(centre, radiusX, radiusY), size * random.Between(.6, 1.4), size * random.Between(.6, 1.2));
        svg.Fill(outline, colour, opacity);
    }

    /// <summary>Petals lying on the ground or floating: flat ovals, larger towards the viewer.</summary>
    public static void Petals(Svg svg, Random random, double left, double right, double top, double bottom, int count, double size,
        params ReadOnlySpan<Colour> colours)
    {
        foreach (var colour in colours)
        {
            var outline = new Outline();
            for (var i = 0; i < count / colours.Length; i++)
            {
                var y = random.Between(top, bottom);
                var near = .35 + .65 * (y - top) / (bottom - top);
                outline.Leaf(new(random.Between(left, right), y), size * near * random.Between(.7, 1.4), random.Between(0, 360), .4);
            }

            svg.Fill(outline, colour);
        }
    }

    /// <summary>A tall spike of small florets, as of delphinium, for flower beds and vases.</summary>
    public static void Spray(Svg svg, Random random, Spot foot, double length, double degrees, Colour colour, double bloom)
    {
        var tip = foot.Polar(length, degrees + random.Between(-6, 6));
        var bend = foot.Towards(tip, .5) + new Spot(0, -length * .05);
        svg.Stroke(new Outline().Move(foot).Quad(bend, tip), Palette.Leaf, Math.Max(1.5, length * .012));
        var (leaves, dark, light) = (new Outline(), new Outline(), new Outline());
        for (var i = 1; i < 7; i++)
            leaves.Leaf(foot.Towards(bend, i / 7.0), length * .14, degrees + (i % 2 == 0 ? 42 : -42), .26);
        for (var i = 0; i < 16; i++)
        {
            var up = i / 15.0;
            (i % 2 == 0 ? dark : light).Leaf(bend.Towards(tip, up), bloom * (1.5 - up * .8),
                degrees + (i % 4 < 2 ? 1 : -1) * (64 - up * 50) + random.Between(-16, 16), .42);
        }

        svg.Fill(leaves, Palette.Leaf.Mix(Palette.Sage, random.NextDouble()));
        svg.Fill(dark, colour.Mix(Palette.Berry, .16));
        svg.Fill(light, colour);
    }
}
