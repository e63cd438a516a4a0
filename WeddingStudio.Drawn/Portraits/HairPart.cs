using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>
/// Hair as a cap around the head with a hair line, and locks that fall from it. Every style is a row of numbers; only
/// curls, buns, braids and cloth have forms of their own.
/// </summary>
internal static class HairPart
{
    /// <param name="Top">How far the hair stands above the crown.</param>
    /// <param name="Side">How far it stands off the sides.</param>
    /// <param name="Line">Height of the hair line at the middle of the forehead.</param>
    /// <param name="Temple">Height of the hair line at 50 degrees.</param>
    /// <param name="Ends">Where it ends at the sides: .1 = the ear's middle, .8 = the chin, 2 = the breast.</param>
    /// <param name="Cheek">Degrees around the head at which locks run beside the face.</param>
    /// <param name="Behind">Where the hair behind the head ends; 0 = none to be seen.</param>
    private readonly record struct Cut(double Top, double Side, double Line, double Temple, double Ends, double Cheek, double Behind);

    public static void DrawBehind(Svg svg, HeadForm form, Complexion colours)
    {
        var looks = form.Looks;
        if (looks.Hair == HairStyle.Hijab)
        {
            HijabPart.DrawBehind(svg, form);
            return;
        }

        var cut = CutOf(looks);
        var dark = colours.HairShade.Mix(colours.Hair, .35);
        if (cut.Behind > 0)
            DrawMass(svg, form, cut, dark, colours,
                looks.Hair is HairStyle.Waves or HairStyle.Curls ? looks.In(Trait.HairWave, .03, .07) : .012);
        if (looks.Hair == HairStyle.Ponytail)
            DrawTail(svg, form, dark, colours);
        if (looks.Hair == HairStyle.Bun)
            DrawBun(svg, form, colours, looks);
    }

    public static void Draw(Brush brush)
    {
        var looks = brush.Looks;
        switch (looks.Hair)
        {
            case HairStyle.Hijab:
                HijabPart.Draw(brush);
                return;
            case HairStyle.Bald:
                brush.Glow(-.18 * -brush.LightFrom, -.78, .26, brush.Colours.Shine, .5, .5);
                return;
            case HairStyle.Curls or HairStyle.Afro:
                CurlsPart.Draw(brush, looks.Hair == HairStyle.Afro ? looks.In(Trait.HairVolume, .20, .40)
                    : looks.In(Trait.HairVolume, .08, .18), looks.Hair == HairStyle.Afro);
                return;
        }

        DrawCap(brush, CutOf(looks));
        if (looks.Hair == HairStyle.Braid)
            DrawBraid(brush);
    }

    public static bool LeavesEarsFree(HairStyle hair) =>
        hair is HairStyle.Bald or HairStyle.Buzz or HairStyle.SidePart or HairStyle.Quiff or HairStyle.Receding or HairStyle.Bun
            or HairStyle.Ponytail or HairStyle.Braid;

    private static Cut CutOf(Looks looks)
    {
        var volume = looks.In(Trait.HairVolume, .7, 1.35);
        var line = looks.In(Trait.Hairline, -.70, -.50);
        var length = looks[Trait.HairLength];
        var wide = .075 * volume;
        return looks.Hair switch
        {
            HairStyle.Buzz => new(.025, .015, line, -.50, .10, 84, 0),
            HairStyle.SidePart => new(.10 * volume, .05 * volume, line, -.46, .14, 84, 0),
            HairStyle.Quiff => new(.24 * volume, .03 * volume, line - .04, -.52, .12, 84, 0),
            HairStyle.Swept => new(.11 * volume, .06 * volume, line - .05, -.50, .20, 84, .35 + .4 * length),
            HairStyle.Receding => new(.012, .05 * volume, -.84, -.62, .16, 82, 0),
            HairStyle.Pixie => new(.12 * volume, .06 * volume, -.38, -.34, .22, 76, 0),
            HairStyle.Bob => new(.09 * volume, wide + .03, line, -.38, .62 + .42 * length, 66, .62 + .42 * length),
            HairStyle.Long => new(.08 * volume, wide, line, -.36, 1.55 + .8 * length, 68, 1.7 + .8 * length),
            HairStyle.Waves => new(.11 * volume, wide + .06, line, -.40, 1.35 + .7 * length, 66, 1.5 + .8 * length),
            HairStyle.Fringe => new(.10 * volume, wide + .01, -.27, -.22, .75 + 1.2 * length, 66, .85 + 1.2 * length),
            HairStyle.Braid => new(.06 * volume, .03 * volume, line, -.42, .24, 80, 0),
            _ => new(.05 * volume, .02 * volume, line - .02, -.46, .18, 83, 0),
        };
    }

    private static void DrawMass(Svg svg, HeadForm form, Cut cut, Colour dark, Complexion colours, double wave)
    {
        List<Spot> Side(int side) => [.. HeadForm.Heights(0, cut.Behind, 10).Select((y, i) => form.Edge(y, side,
            cut.Side - .02 + .06 * Math.Clamp(y - .2, 0, 1) + .05 * Math.Clamp(y - .6, 0, 1.5)
            + wave * (i % 2 == 0 ? 1 : -1) * Math.Clamp(y + .2, 0, 1), hold: .1))];
        var left = Side(-1);
        var right = Side(1);
        right.Reverse();
        var mass = new Outline().Through(
            [form.Flat(0, -.95), .. left, form.Flat(-.30, cut.Behind + .12), form.Flat(.30, cut.Behind + .12), .. right], closed: true);
        svg.Fill(mass, svg.Linear(form.Flat(0, -.4), form.Flat(0, cut.Behind), new(0, dark.Darker(.25)), new(.5, dark),
            new(1, colours.Hair)));
    }

    private static void DrawTail(Svg svg, HeadForm form, Colour dark, Complexion colours)
    {
        var side = form.Pose.Yaw > 0 ? -1 : 1;
        var end = form.Looks.In(Trait.HairLength, 1.2, 2.1);
        var tail = new Outline().Through([form.Flat(side * .25, -.95), form.Flat(side * .75, -.75), form.Flat(side * .98, -.1),
            form.Flat(side * 1.0, end * .6), form.Flat(side * .78, end), form.Flat(side * .62, end * .55), form.Flat(side * .60, 0)],
            closed: true);
        svg.Fill(tail, svg.Linear(form.Flat(side * .6, 0), form.Flat(side * 1.0, 0), new(0, dark), new(.6, colours.Hair),
            new(1, colours.HairShade)));
    }

    private static void DrawBun(Svg svg, HeadForm form, Complexion colours, Looks looks)
    {
        var size = looks.In(Trait.HairVolume, .24, .40);
        var centre = form.Flat(-.25 * Math.Sin(form.Pose.Yaw * Math.PI / 180), -1.02 - size * .45);
        var radius = size * form.Unit;
        svg.Ellipse(centre, radius * 1.1, radius, svg.Radial(centre - new Spot(0, radius * .3), radius * 1.2,
            new(0, colours.HairShine), new(.45, colours.Hair), new(1, colours.HairShade)));
        foreach (var turn in (ReadOnlySpan<double>)[.35, .65, .9])
            svg.Stroke(new Outline().Move(centre + new Spot(-radius * turn, radius * .4)).Quad(centre + new Spot(0, -radius * 1.3 * turn),
                centre + new Spot(radius * turn, radius * .4)), colours.HairShade, radius * .06, .6);
    }

    private static void DrawCap(Brush brush, Cut cut)
    {
        var (svg, form, colours, looks) = (brush.Svg, brush.Form, brush.Colours, brush.Looks);
        var (left, right) = Ends(form, cut);
        var rim = form.Dome(cut.Top, cut.Side, left, right, hold: .1);
        var line = cut.Ends > .5 ? LongLine(brush, cut) : ShortLine(brush, cut);
        using (svg.Clip(form.Silhouette()))
            svg.Stroke(new Outline().Through(line), colours.Deep, brush.Px(.09), .22);
        var tip = new Spot(0, brush.Px(cut.Ends > .5 ? .10 : .02));
        var shape = new Outline().Through(rim).Quad(rim[^1] + tip, line[^1]).Through([.. line.Reverse<Spot>()])
            .Quad(rim[0] + tip, rim[0]).Close();
        svg.Fill(shape, svg.Linear(form.Flat(0, -1 - cut.Top), form.Flat(0, Math.Max(cut.Ends, .3)),
            new(0, colours.Hair.Darker(.15)), new(.16, colours.Hair.Mix(colours.HairShine, .38)), new(.34, colours.Hair),
            new(1, colours.HairShade.Mix(colours.Hair, .35))), looks.Hair == HairStyle.Buzz ? .80 : 1);
        using (svg.Clip(shape))
        {
            if (cut.Ends > .5)
                DrawLocks(brush, rim, line);
            if (cut.Ends < .5 || looks.Hair == HairStyle.Fringe)
                DrawStrands(brush, rim, line);
            svg.Stroke(new Outline().Through(line), colours.HairShade, brush.Px(.04), .35);
        }
    }

    /// <summary>Short hair goes down to the nape, which shows on the side that the face turns away from.</summary>
    private static (double Left, double Right) Ends(HeadForm form, Cut cut)
    {
        if (cut.Ends > .5)
            return (Math.Min(cut.Ends, 2.4), Math.Min(cut.Ends, 2.4));
        var nape = .9 * Math.Sin(form.Pose.Yaw * Math.PI / 180);
        return (Math.Max(cut.Ends, Math.Min(nape + .05, .48)), Math.Max(cut.Ends, Math.Min(.05 - nape, .48)));
    }

    /// <summary>Short hair: forehead, temples that step back, and sideburns.</summary>
    private static List<Spot> ShortLine(Brush brush, Cut cut)
    {
        var (form, looks) = (brush.Form, brush.Looks);
        var parting = looks.In(Trait.Parting, -1, 1);
        var slant = looks.Hair is HairStyle.SidePart or HairStyle.Pixie ? .17 : .02;
        var back = looks.Hair == HairStyle.Receding ? .08 : looks.Hair == HairStyle.Pixie ? -.06 : .03;
        Spot P(double degrees, double y) => form.Around(degrees, y, 1.01, hold: .1);
        List<Spot> Side(int side)
        {
            var fall = side * parting < 0 ? slant : -.02;
            return
            [
                P(side * 20, cut.Line + fall * .45 - back * .4), P(side * 40, cut.Line + fall - back),
                P(side * 53, cut.Temple + fall * .5 - back * .2),
                P(side * 58, -.20), P(side * 68, -.06), P(side * 72, cut.Ends * .6), P(side * 77, cut.Ends),
            ];
        }

        var left = Side(-1);
        left.Reverse();
        return [.. left, P(0, cut.Line), .. Side(1)];
    }

    /// <summary>Long hair: from the parting over the temples and down beside the cheeks, tapering to its ends.</summary>
    private static List<Spot> LongLine(Brush brush, Cut cut)
    {
        var (form, looks) = (brush.Form, brush.Looks);
        var parting = looks.In(Trait.Parting, -26, 26);
        var fringe = looks.Hair == HairStyle.Fringe;
        var wave = looks.Hair == HairStyle.Waves ? looks.In(Trait.HairWave, .02, .06) : 0;
        Spot P(double degrees, double y) => form.Around(degrees, y, 1.01, hold: .1);
        List<Spot> Side(int side)
        {
            var sweep = fringe ? 0 : side * parting < 0 ? .16 : .06;
            var beside = HeadForm.Heights(.05, cut.Ends, 6).Skip(1).Select((y, i) =>
            {
                var inner = P(side * (cut.Cheek + 3), y);
                var outer = form.Edge(y, side, cut.Side, hold: .1);
                return inner.Towards(outer, .55 * Math.Pow(Math.Clamp((y - .35) / Math.Max(cut.Ends - .35, .1), 0, 1), 2.0)
                    + wave * (i % 2 == 0 ? 3 : -3));
            });
            return
            [
                P(parting + (side * 30 - parting) * .5, cut.Line + sweep * .5), P(side * 34, cut.Line + sweep + (fringe ? .01 : .06)),
                P(side * 52, fringe ? cut.Temple : cut.Temple + sweep * .6), P(side * (cut.Cheek - 4), -.08), .. beside,
            ];
        }

        var left = Side(-1);
        left.Reverse();
        return [.. left, P(fringe ? 0 : parting, cut.Line), .. Side(1)];
    }

    /// <summary>Fine lines that fall from the parting to both sides, and the parting itself.</summary>
    private static void DrawLocks(Brush brush, List<Spot> rim, List<Spot> line)
    {
        var (svg, colours) = (brush.Svg, brush.Colours);
        var fringe = brush.Looks.Hair == HairStyle.Fringe;
        const int Lines = 11;
        for (var k = 1; k < Lines; k++)
        {
            var share = k / (double)Lines;
            var (paint, opacity) = k % 3 == 0 ? (colours.HairShine, .34) : (colours.HairShade, .20 + .06 * (k % 2));
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                List<Spot> fall = [.. HeadForm.Heights(fringe ? .5 + side * .2 : .5, side < 0 ? 0 : 1, 8)
                    .Select(t => At(rim, t).Towards(At(line, t), share))];
                svg.Stroke(new Outline().Through(fall), paint, brush.Px(.014 + .004 * (k % 3)), opacity);
            }
        }

        if (!fringe)
            svg.Stroke(new Outline().Move(At(rim, .5).Towards(At(line, .5), .15)).Line(At(line, .5)), colours.HairShade.Darker(.3),
                brush.Px(.020), .65);
    }

    private static void DrawStrands(Brush brush, List<Spot> rim, List<Spot> line)
    {
        var (svg, colours) = (brush.Svg, brush.Colours);
        var lean = brush.Looks.Hair is HairStyle.SidePart or HairStyle.Pixie ? brush.Looks.In(Trait.Parting, -.16, .16) : 0;
        var edge = brush.Looks.Hair == HairStyle.Fringe ? 8 : 1;
        for (var i = edge; i <= 26 - edge; i++)
        {
            var t = i / 26.0;
            var (from, to) = (At(rim, t), At(line, Math.Clamp(t + lean * Math.Sin(Math.PI * t), 0, 1)));
            var bend = from.Towards(to, .55) + new Spot(brush.Px(lean * .8), -brush.Px(.05 * Math.Sin(Math.PI * t)));
            svg.Stroke(new Outline().Move(to).Quad(bend, from), i % 3 == 0 ? colours.HairShine : colours.HairShade, brush.Px(.016),
                i % 3 == 0 ? .34 : .30);
        }
    }

    /// <summary>The point at a share of a line's count of points.</summary>
    private static Spot At(List<Spot> line, double share)
    {
        var at = Math.Clamp(share, 0, 1) * (line.Count - 1);
        var i = Math.Min((int)at, line.Count - 2);
        return line[i].Towards(line[i + 1], at - i);
    }

    private static void DrawBraid(Brush brush)
    {
        var (svg, form, colours) = (brush.Svg, brush.Form, brush.Colours);
        var side = form.Pose.Yaw > 0 ? -1 : 1;
        for (var i = 0; i < 8; i++)
        {
            var y = .35 + i * .19;
            var centre = form.Flat(side * (.66 + .03 * Math.Sin(i)), y);
            var radius = brush.Px(.15 - .008 * i);
            svg.Ellipse(centre, radius, radius * .82, svg.Radial(centre - new Spot(0, radius * .3), radius, new(0, colours.HairShine),
                new(.5, colours.Hair), new(1, colours.HairShade)), degrees: side * (i % 2 == 0 ? 28 : -28));
        }
    }
}
