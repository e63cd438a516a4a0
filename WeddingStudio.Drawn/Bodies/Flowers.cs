using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

/// <summary>Bouquet and buttonhole.</summary>
internal static class Flowers
{
    private static readonly Colour Leaf = Colour.Of("6f8f6a");

    public static void Bouquet(Svg svg, Frame f, Outfit outfit)
    {
        var random = new Random(outfit.Seed);
        var colour = outfit.Boutonniere ?? Colour.Of("f3c6c0");
        var middle = f.At(0, 4.5, .9);
        var size = f.Size;
        var stems = new Outline();
        for (var i = -2; i <= 2; i++)
            stems.Move(middle + new Spot(i * .1, .4) * size)
                .Quad(middle + new Spot(i * .06, .9) * size, middle + new Spot(i * .14 + .05, 1.5) * size);
        svg.Stroke(stems, Leaf.Darker(.25), .07 * size);
        var leaves = new Outline();
        for (var i = 0; i < 13; i++)
        {
            var angle = i * Math.Tau / 13 + random.NextDouble() * .3;
            var along = new Spot(Math.Cos(angle), Math.Sin(angle) * .85);
            var tip = middle + along * ((1.12 + random.NextDouble() * .22) * size);
            var wide = new Spot(-along.Y, along.X) * (.24 * size);
            leaves.Move(middle).Quad(middle + along * (.8 * size) + wide, tip).Quad(middle + along * (.8 * size) - wide, middle).Close();
        }

        svg.Fill(leaves, svg.Oval(middle, 1.3 * size, 1, 0, new(0, Leaf.Darker(.4)), new(1, Leaf.Lighter(.15))));
        Spot[] places = [new(-.62, .18), new(.6, .25), new(-.38, -.48), new(.42, -.42), new(0, .5), new(-.02, -.02)];
        for (var i = 0; i < places.Length; i++)
        {
            var tint = (i % 3) switch { 0 => colour.Mix(Colour.Of("c96a72"), .3), 1 => colour.Lighter(.5), _ => colour };
            Rose(svg, middle + places[i] * size, (i == 5 ? .48 : .42) * size, tint, random.NextDouble() * 6);
        }
    }

    public static void Buttonhole(Svg svg, Frame f, Colour colour)
    {
        var place = f.On(.82, 2.66);
        var size = f.Size;
        Spot P(double x, double y) => place + new Spot(x, y) * size;
        svg.Fill(new Outline().Move(P(-.02, .42)).Quad(P(-.36, .1), P(-.22, -.22)).Quad(place, P(-.02, .42)).Quad(P(.36, .1), P(.24, -.16))
            .Quad(place, P(-.02, .42)).Close(), Leaf);
        Rose(svg, place, .21 * size, colour, 1);
    }

    /// <summary>Petals as ever smaller rounds, each a little turned: enough for the eye to see a rose.</summary>
    private static void Rose(Svg svg, Spot middle, double radius, Colour colour, double turned)
    {
        Spot Way(double angle, double share) => middle + new Spot(Math.Cos(angle), Math.Sin(angle)) * (radius * share);
        var rim = new Spot[10];
        for (var i = 0; i < 10; i++)
            rim[i] = Way(turned + i * Math.Tau / 10, i % 2 == 0 ? 1.06 : .9);
        svg.Fill(new Outline().Through(rim, closed: true), svg.Oval(middle - new Spot(.2, .25) * radius, radius * 1.3, 1, 0,
            new(0, colour.Lighter(.3)), new(.55, colour), new(1, Cloth.Shade(colour))));
        var swirl = new Outline();
        for (var i = 0; i < 3; i++)
            swirl.Move(Way(turned + i * 2.1, .72 - i * .1))
                .Quad(Way(turned + i * 2.1 + .8, .95 - i * .2), Way(turned + i * 2.1 + 1.7, .55 - i * .15));
        svg.Stroke(swirl.Move(Way(turned, .25)).Quad(Way(turned + 1.6, .5), Way(turned + 3.2, .15)), Cloth.Shade(colour), radius * .1, .6);
    }
}
