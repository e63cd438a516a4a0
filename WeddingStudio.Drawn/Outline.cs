using System.Globalization;
using System.Text;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn;

/// <summary>The path data of one shape, written stroke by stroke.</summary>
internal sealed class Outline
{
    private readonly StringBuilder _data = new();

    public Outline Move(Spot to) => Add('M', to);

    public Outline Line(Spot to) => Add('L', to);

    public Outline Curve(Spot control1, Spot control2, Spot to) => Add('C', control1, control2, to);

    public Outline Quad(Spot control, Spot to) => Add('Q', control, to);

    public Outline Close()
    {
        _data.Append('Z');
        return this;
    }

    /// <summary>A soft line through all points (Catmull-Rom, tension .5); goes on from the last point when there is one.</summary>
    public Outline Through(IReadOnlyList<Spot> points, bool closed = false)
    {
        if (_data.Length == 0)
            Move(points[0]);
        else
            Line(points[0]);
        var n = points.Count;
        for (var i = 0; i < (closed ? n : n - 1); i++)
        {
            var (before, from, to, after) = closed
                ? (points[(i + n - 1) % n], points[i], points[(i + 1) % n], points[(i + 2) % n])
                : (points[Math.Max(i - 1, 0)], points[i], points[i + 1], points[Math.Min(i + 2, n - 1)]);
            Curve(from + (to - before) * (1 / 6.0), to - (after - from) * (1 / 6.0), to);
        }

        return closed ? Close() : this;
    }

    public static Outline Polygon(params ReadOnlySpan<Spot> corners)
    {
        var outline = new Outline().Move(corners[0]);
        foreach (var corner in corners[1..])
            outline.Line(corner);
        return outline.Close();
    }

    public override string ToString() => _data.ToString();

    private Outline Add(char command, params ReadOnlySpan<Spot> spots)
    {
        _data.Append(command);
        for (var i = 0; i < spots.Length; i++)
            _data.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? " " : "")}{Svg.Number(spots[i].X)} {Svg.Number(spots[i].Y)}");
        return this;
    }
}
