using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places.Things;

/// <summary>What stands on tables, seen from a little above.</summary>
internal static class Tableware
{
    public static void Plate(Svg svg, Spot centre, double radius, double squash, bool napkin = true)
    {
        svg.Ellipse(centre + new Spot(radius * .06, radius * squash * .3), radius * 1.06, radius * squash * 1.05,
            Palette.Bark.ToString(), .16);
        svg.Ellipse(centre, radius, radius * squash,
            svg.Down(centre.Y - radius * squash, centre.Y + radius * squash, new(0, Palette.Sand), new(1, Palette.Ivory)));
        svg.Stroke(new Outline().Oval(centre, radius * .96, radius * squash * .95), Palette.Gold, radius * .025, .8);
        svg.Ellipse(centre + new Spot(0, radius * squash * .06), radius * .66, radius * squash * .66,
            svg.Down(centre.Y - radius * squash * .6, centre.Y + radius * squash * .7, new(0, Palette.Stone.Lighter(.45)),
                new(1, Colour.White)));
        if (!napkin)
            return;
        var half = radius * .3;
        svg.Fill(new Outline().Corners(centre + new Spot(-half, -radius * squash * .55), centre + new Spot(half, -radius * squash * .6),
            centre + new Spot(half * 1.15, radius * squash * .62), centre + new Spot(-half * 1.1, radius * squash * .66)),
            svg.Across(centre.X - half, centre.X + half, new(0, Palette.Rose.Lighter(.3)), new(1, Palette.Rose)));
    }

    /// <param name="fill">How full, 0..1.</param>
    public static void WineGlass(Svg svg, Spot foot, double height, Colour wine, double fill = .5)
    {
        var (half, bowl, stem) = (height * .19, height * .52, foot + new Spot(0, -height * .46));
        svg.Ellipse(foot, half * .82, height * .035, Palette.Ivory.ToString(), .55);
        svg.Stroke(new Outline().Move(foot).Line(stem), Palette.Ivory, height * .03, .75);
        svg.Fill(Bowl(1), svg.Across(foot.X - half, foot.X + half, new(0, Colour.White, .55), new(.3, Colour.White, .16),
            new(.75, Colour.White, .1), new(1, Colour.White, .5)));
        if (fill > 0)
            svg.Fill(Bowl(fill), svg.Across(foot.X - half, foot.X + half, new(0, wine.Lighter(.25), .9), new(1, wine, .9)));
        svg.Stroke(new Outline().Move(foot + new Spot(-half * .62, -height * .62))
            .Quad(foot + new Spot(-half * .8, -height * .78), foot + new Spot(-half * .66, -height * .92)), Colour.White, height * .02, .8);

        Outline Bowl(double level)
        {
            var (wide, top) = (half * (level < 1 ? .97 : .82), stem.Y - bowl * level);
            return new Outline().Move(stem + new Spot(0, height * .01))
                .Curve(stem + new Spot(-half * 1.25, -bowl * .1), stem + new Spot(-half * 1.1, -bowl * .6 * level), new(foot.X - wide, top))
                .Quad(new(foot.X, top + height * .025), new(foot.X + wide, top))
                    .Curve(stem + new Spot(half * 1.1, -bowl * .6 * level), stem + new Spot(half * 1.25, -bowl * .1),
                        stem + new Spot(0, height * .01)).Close();
        }
    }

    public static void Flute(Svg svg, Spot foot, double height)
    {
        var (half, stem) = (height * .095, foot + new Spot(0, -height * .36));
        svg.Ellipse(foot, half * 1.2, height * .025, Palette.Ivory.ToString(), .6);
        svg.Stroke(new Outline().Move(foot).Line(stem), Palette.Ivory, height * .02, .8);
        svg.Fill(Bowl(1), Colour.White, .3);
        svg.Fill(Bowl(.8), svg.Down(stem.Y - height * .5, stem.Y, new(0, Palette.Butter, .95), new(1, Palette.Honey, .95)));
        Flowers.Specks(svg, new Random((int)foot.X), stem + new Spot(0, -height * .26), half * .55, height * .2, 9,
            height * .008, Colour.White, .8);
        svg.Stroke(new Outline().Move(stem + new Spot(-half * .55, -height * .1)).Line(stem + new Spot(-half * .6, -height * .58)),
            Colour.White, height * .015, .8);

        Outline Bowl(double level) => new Outline().Move(stem).Curve(stem + new Spot(-half * 1.2, -height * .12),
            stem + new Spot(-half, -height * .3), stem + new Spot(-half * .86, -height * .64 * level))
            .Line(stem + new Spot(half * .86, -height * .64 * level)).Curve(stem + new Spot(half, -height * .3),
                stem + new Spot(half * 1.2, -height * .12), stem).Close();
    }

    /// <summary>A wide champagne bowl, as stacked in towers.</summary>
    public static void Coupe(Svg svg, Spot foot, double height)
    {
        var (half, stem) = (height * .4, foot + new Spot(0, -height * .5));
        svg.Ellipse(foot, half * .5, height * .04, Palette.Ivory.ToString(), .6);
        svg.Stroke(new Outline().Move(foot).Line(stem), Palette.Ivory, height * .035, .85);
        var bowl = new Outline().Move(stem)
            .Curve(stem + new Spot(-half * .8, 0), stem + new Spot(-half, -height * .2), stem + new Spot(-half, -height * .46))
            .Line(stem + new Spot(half, -height * .46))
            .Curve(stem + new Spot(half, -height * .2), stem + new Spot(half * .8, 0), stem).Close();
        svg.Fill(bowl, svg.Linear(stem + new Spot(-half, -height * .4), stem + new Spot(half, 0), new(0, Colour.White, .75),
            new(.35, Palette.Butter, .85), new(1, Palette.Honey, .95)));
        svg.Ellipse(stem + new Spot(0, -height * .46), half, height * .06, Palette.Ivory.ToString(), .85);
        svg.Ellipse(stem + new Spot(0, -height * .445), half * .9, height * .04, Palette.Honey.ToString(), .7);
    }

    public static void Cutlery(Svg svg, Spot foot, double length, double degrees, bool knife)
    {
        var (tip, neck) = (foot.Polar(length, degrees), foot.Polar(length * .62, degrees));
        svg.Stroke(new Outline().Move(foot).Line(neck), Palette.Gold, length * .035);
        if (knife)
            svg.Fill(new Outline().Leaf(neck, length * .42, degrees, .14), Palette.Gold.Lighter(.25));
        else
            foreach (var side in (ReadOnlySpan<int>)[-1, 0, 1])
                svg.Stroke(new Outline().Move(neck).Quad(neck.Polar(length * .12, degrees + side * 40),
                    tip.Polar(length * .04 * side, degrees + 90)), Palette.Gold.Lighter(.2), length * .025);
    }

    public static void Vase(Svg svg, Spot foot, double height, Colour colour)
    {
        var half = height * .3;
        svg.Fill(new Outline().Move(foot + new Spot(-half * .6, 0)).Curve(foot + new Spot(-half * 1.5, -height * .4),
            foot + new Spot(-half * .7, -height * .7), foot + new Spot(-half * .7, -height))
            .Line(foot + new Spot(half * .7, -height))
            .Curve(foot + new Spot(half * .7, -height * .7), foot + new Spot(half * 1.5, -height * .4),
                foot + new Spot(half * .6, 0)).Close(),
            svg.Across(foot.X - half * 1.2, foot.X + half * 1.2, new(0, colour.Lighter(.5)), new(.4, colour),
                new(1, colour.Mix(Palette.Bark, .35))));
    }
}
