using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Portraits;

/// <summary>Draws one head: what lies behind the body first, then the face with all its parts, from the skin outwards.</summary>
/// <param name="svg">Where to.</param>
/// <param name="form">The head as it is held.</param>
/// <param name="mood">What the face does.</param>
/// <param name="lightFrom">-1 = the light comes from the left .. 1 = from the right.</param>
internal sealed class Portrait(Svg svg, HeadForm form, Mood mood, double lightFrom)
{
    private readonly Complexion _complexion = new(form.Looks);

    /// <summary>Long hair: to be drawn before the body.</summary>
    public void DrawBehind() => HairPart.DrawBehind(svg, form, _complexion);

    public void Draw()
    {
        var part = new Brush(svg, form, _complexion, lightFrom);
        var earsShow = HairPart.LeavesEarsFree(form.Looks.Hair);
        if (!earsShow)
            SkinPart.DrawEars(part);
        SkinPart.Draw(part, mood);
        MarksPart.Draw(part, mood);
        BeardPart.Draw(part);
        MouthPart.Draw(part, mood);
        EyesPart.Draw(part, mood);
        NosePart.Draw(part);
        BrowsPart.Draw(part, mood);
        HairPart.Draw(part);
        if (earsShow)
            SkinPart.DrawEars(part);
        GlassesPart.Draw(part);
        HatPart.Draw(part);
    }

    /// <summary>Hair line to chin, ear to ear, on the canvas: x1, y1, x2, y2, as detectors box a face.</summary>
    public double[] Box()
    {
        Spot[] rim = [.. HeadForm.Heights(-.60, form.ChinY).SelectMany(y => new[] { form.Edge(y, -1), form.Edge(y, 1) })];
        return [rim.Min(p => p.X), rim.Min(p => p.Y), rim.Max(p => p.X), rim.Max(p => p.Y)];
    }
}

/// <summary>What every part of a face draws with.</summary>
internal sealed record Brush(Svg Svg, HeadForm Form, Complexion Colours, double LightFrom)
{
    public Looks Looks => Form.Looks;

    /// <summary>A length of the head in units of the canvas.</summary>
    public double Px(double length) => length * Form.Unit;

    /// <summary>A soft patch on the skin, foreshortened with the head's turn.</summary>
    public void Glow(double x, double y, double radius, Colour colour, double opacity, double squash = 1)
    {
        var (left, middle, right) = (Form.On(x - radius, y), Form.On(x, y), Form.On(x + radius, y));
        var width = Math.Max((right - left).Length / 2, Px(radius) * .3);
        Svg.Glow(middle, width, colour, opacity, squash * Px(radius) / width, Form.Pose.Roll);
    }

    /// <summary>A line on the skin through points of the head.</summary>
    public Outline Trace(params ReadOnlySpan<(double X, double Y)> points)
    {
        var spots = new Spot[points.Length];
        for (var i = 0; i < spots.Length; i++)
            spots[i] = Form.On(points[i].X, points[i].Y);
        return new Outline().Through(spots);
    }
}
