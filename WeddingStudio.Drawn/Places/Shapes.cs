using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places;

/// <summary>
/// Figures added to one outline. Hundreds of leaves in one path cost the renderer little, hundreds of paths a lot; all figures
/// run clockwise, so overlaps stay filled.
/// </summary>
internal static class Shapes
{
    // A quarter of a circle as one cubic curve.
    private const double Quarter = .5523;

    public static Spot Polar(this Spot centre, double radius, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(centre.X + radius * cos, centre.Y + radius * sin);
    }

    public static Outline Oval(this Outline outline, Spot centre, double radiusX, double radiusY, double degrees = 0)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        Spot At(double x, double y) =>
            new(centre.X + x * radiusX * cos - y * radiusY * sin, centre.Y + x * radiusX * sin + y * radiusY * cos);
        return outline.Move(At(1, 0))
            .Curve(At(1, Quarter), At(Quarter, 1), At(0, 1)).Curve(At(-Quarter, 1), At(-1, Quarter), At(-1, 0))
            .Curve(At(-1, -Quarter), At(-Quarter, -1), At(0, -1)).Curve(At(Quarter, -1), At(1, -Quarter), At(1, 0)).Close();
    }

    /// <param name="belly">Width at the widest, in lengths.</param>
    public static Outline Leaf(this Outline outline, Spot stem, double length, double degrees, double belly = .45)
    {
        var tip = stem.Polar(length, degrees);
        var middle = stem.Towards(tip, .45);
        return outline.Move(stem).Quad(middle.Polar(length * belly, degrees - 90), tip)
            .Quad(middle.Polar(length * belly, degrees + 90), stem).Close();
    }

    public static Outline Box(this Outline outline, double x, double y, double width, double height) =>
        outline.Move(new(x, y)).Line(new(x + width, y)).Line(new(x + width, y + height)).Line(new(x, y + height)).Close();

    public static Outline Corners(this Outline outline, params ReadOnlySpan<Spot> corners)
    {
        outline.Move(corners[0]);
        foreach (var corner in corners[1..])
            outline.Line(corner);
        return outline.Close();
    }

    /// <summary>A window or door: round or pointed at the top.</summary>
    public static Outline Arch(
        this Outline outline, double left, double right, double top, double bottom, bool pointed = true, bool open = false)
    {
        var (half, middle) = ((right - left) / 2, (left + right) / 2);
        var spring = top + half * (pointed ? 1.35 : 1);
        outline.Move(new(left, bottom)).Line(new(left, spring));
        if (pointed)
            outline.Curve(new(left, spring - half * .62), new(middle - half * .45, top + half * .32), new(middle, top))
                .Curve(new(middle + half * .45, top + half * .32), new(right, spring - half * .62), new(right, spring));
        else
            outline.Curve(new(left, spring - half * Quarter), new(middle - half * Quarter, top), new(middle, top))
                .Curve(new(middle + half * Quarter, top), new(right, spring - half * Quarter), new(right, spring));
        outline.Line(new(right, bottom));
        return open ? outline : outline.Close();
    }

    /// <summary>The whole canvas and a little more.</summary>
    public static Outline Canvas(double width) => new Outline().Box(-5, -5, width + 10, 1010);

    public static string Down(this Svg svg, double top, double bottom, params ReadOnlySpan<Stop> stops) =>
        svg.Linear(new(0, top), new(0, bottom), stops);

    public static string Across(this Svg svg, double left, double right, params ReadOnlySpan<Stop> stops) =>
        svg.Linear(new(left, 0), new(right, 0), stops);

    /// <summary>A full-width band from top to bottom, shaded from one colour to the other.</summary>
    public static void Band(this Svg svg, double width, double top, double bottom, Colour upper, Colour lower) =>
        svg.Rectangle(-5, top, width + 10, bottom - top, svg.Down(top, bottom, new(0, upper), new(1, lower)));

    /// <summary>Cloth hanging in soft folds: light and dark ribs over what is already drawn.</summary>
    public static void Folds(
        this Svg svg, Random random, double left, double right, double top, double bottom, double step, Colour shade, double opacity)
    {
        var (dark, light) = (new Outline(), new Outline());
        for (var x = left + step * .5; x < right - step * .2; x += step * random.Between(.7, 1.3))
        {
            var (wide, lean) = (step * random.Between(.14, .3), step * random.Between(-.15, .15));
            dark.Move(new(x, top)).Line(new(x + wide * .5, top)).Line(new(x + lean + wide, bottom))
                .Line(new(x + lean - wide, bottom)).Close();
            light.Move(new(x + wide, top)).Line(new(x + wide * 1.3, top)).Line(new(x + lean + wide * 2.2, bottom))
                .Line(new(x + lean + wide, bottom)).Close();
        }

        svg.Fill(dark, svg.Down(top, bottom, new(0, shade, opacity * .3), new(1, shade, opacity)));
        svg.Fill(light, svg.Down(top, bottom, new(0, Colour.White, opacity * .2), new(1, Colour.White, opacity * .6)));
    }

    /// <summary>Fine specks, as of paper or plaster.</summary>
    public static void Grain(
        this Svg svg, Random random, double width, double top, double bottom, Colour colour, double opacity, int specks = 160)
    {
        var outline = new Outline();
        for (var i = 0; i < specks; i++)
            outline.Oval(new(random.Between(0, width), random.Between(top, bottom)), random.Between(1, 4), random.Between(.6, 1.8),
                random.Between(0, 180));
        svg.Fill(outline, colour, opacity);
    }
}
