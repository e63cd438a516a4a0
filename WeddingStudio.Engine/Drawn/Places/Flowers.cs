namespace WeddingStudio.Engine.Drawn.Places;

internal static class Flowers
{
    /// <summary>One garden rose in four paths: outer petals, inner petals, heart and the lit rim.</summary>
    public static void Rose(Svg svg, Random random, Spot centre, double radius, Colour colour)
    {
        var turn = random.Between(0, 72);
        svg.Fill(Ring(6, .55, .56, turn), colour.Mix(Palette.Berry, .2).Darker(.03));
        svg.Fill(Ring(6, .5, .5, turn), colour.Mix(Palette.Berry, .07));
        svg.Fill(Ring(5, .32, .36, turn + 30), colour.Lighter(.22));
        svg.Fill(Ring(3, .16, .24, turn + 12), colour.Mix(Palette.Berry, .14));
        svg.Fill(Ring(2, .08, .12, turn + 70), colour.Mix(Palette.Honey, .22));

        Outline Ring(int petals, double reach, double size, double from)
        {
            var outline = new Outline();
            for (var i = 0; i < petals; i++)
                outline.Oval(centre.Polar(radius * reach, from + i * 360.0 / petals + random.Between(-8, 8)), radius * size, radius * size * random.Between(.8, 1), random.Between(0, 180));
            return outline;
        }
    }

    /// <summary>Many small blooms of one colour as three paths; for what is far away or tiny.</summary>
    public static void Posy(Svg svg, Random random, IReadOnlyList<Spot> at, double radius, Colour colour)
    {
        var (under, petals, hearts) = (new Outline(), new Outline(), new Outline());
        foreach (var spot in at)
        {
            var size = radius * random.Between(.7, 1.15);
            under.Oval(spot + new Spot(size * .12, size * .16), size, size * .92);
            petals.Oval(spot + new Spot(-size * .08, -size * .1), size * .86, size * .78, random.Between(0, 90));
            hearts.Oval(spot, size * .34, size * .26, random.Between(0, 90));
        }

        svg.Fill(under, colour.Mix(Palette.Berry, .28).Darker(.04));
        svg.Fill(petals, colour);
        svg.Fill(hearts, colour.Mix(Palette.Berry, .18));
    }

    /// <summary>An arrangement: greenery that fans out, roses of the day's colours, and tiny white fillers.</summary>
    public static void Bunch(Svg svg, Random random, Spot centre, double radiusX, double radiusY, int roses, double bloom, double reach = 1.45)
    {
        Fan(svg, random, centre, radiusX * reach, radiusY * reach, Palette.Leaf, bloom * 1.2);
        var places = new List<Spot>();
        for (var i = 0; i < roses; i++)
            places.Add(Free(random, centre, radiusX, radiusY, places));
        foreach (var (i, spot) in places.OrderBy(p => p.Y).ThenBy(p => p.X).Index())
            Rose(svg, random, spot, bloom * random.Between(.72, 1.12), Palette.Blooms[(i * 5 + roses) % Palette.Blooms.Length]);
        Specks(svg, random, centre, radiusX * 1.2, radiusY * 1.15, 26, bloom * .13, Palette.Ivory);
    }

    /// <summary>The same at a distance, in a dozen paths.</summary>
    public static void Cluster(Svg svg, Random random, Spot centre, double radiusX, double radiusY, double bloom, int blooms = 5)
    {
        Fan(svg, random, centre, radiusX * 1.3, radiusY * 1.3, Palette.Leaf, bloom * 1.1);
        var first = random.Next(Palette.Blooms.Length);
        for (var c = 0; c < 3; c++)
            Posy(svg, random, [.. Enumerable.Range(0, blooms).Select(_ => random.Within(centre, radiusX, radiusY))], bloom, Palette.Blooms[(first + c * 2 + c / 2) % Palette.Blooms.Length]);
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
            (i % 3 == 0 ? pale : deep).Leaf(centre.Towards(edge, random.Between(.35, .8)), leaf * random.Between(.8, 1.5), outward + random.Between(-35, 35), .32);
        }

        svg.Fill(deep, colour.Mix(Palette.Forest, .35));
        svg.Fill(pale, colour.Mix(Palette.Cream, .28));
    }

    public static void Specks(Svg svg, Random random, Spot centre, double radiusX, double radiusY, int count, double size, Colour colour, double opacity = .95)
    {
        var outline = new Outline();
        for (var i = 0; i < count; i++)
            outline.Oval(random.Within(centre, radiusX, radiusY), size * random.Between(.6, 1.4), size * random.Between(.6, 1.2));
        svg.Fill(outline, colour, opacity);
    }

    /// <summary>Petals lying on the ground or floating: flat ovals, larger towards the viewer.</summary>
    public static void Petals(Svg svg, Random random, double left, double right, double top, double bottom, int count, double size, params ReadOnlySpan<Colour> colours)
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

    /// <summary>A wild spray on a stem, for corners and vases.</summary>
    public static void Spray(Svg svg, Random random, Spot foot, double length, double degrees, Colour colour, double bloom)
    {
        var tip = foot.Polar(length, degrees);
        var bend = foot.Towards(tip, .5) + new Spot(0, -length * .08);
        svg.Stroke(new Outline().Move(foot).Quad(bend, tip), Palette.Leaf, Math.Max(1.5, length * .012));
        var leaves = new Outline();
        for (var i = 1; i < 8; i++)
            leaves.Leaf(foot.Towards(bend, i / 8.0), length * .13, degrees + (i % 2 == 0 ? 50 : -50), .3);
        svg.Fill(leaves, Palette.Leaf.Mix(Palette.Sage, random.NextDouble()));
        Posy(svg, random, [.. Enumerable.Range(0, 4).Select(_ => random.Within(tip, bloom * 1.6, bloom * 1.6))], bloom, colour);
    }

    private static Spot Free(Random random, Spot centre, double radiusX, double radiusY, List<Spot> taken)
    {
        // Best of a few: roses that do not hide each other without a packing algorithm.
        var (best, far) = (centre, -1.0);
        for (var i = 0; i < 9; i++)
        {
            var at = random.Within(centre, radiusX, radiusY);
            var nearest = taken.Count == 0 ? 1e9 : taken.Min(t => new Spot((t.X - at.X) / radiusX, (t.Y - at.Y) / radiusY).Length);
            if (nearest > far)
                (best, far) = (at, nearest);
        }

        return best;
    }
}
