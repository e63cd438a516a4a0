using System.Globalization;
using System.Text;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn;

/// <summary>A colour at a place of a gradient; <paramref name="At"/> and <paramref name="Opacity"/> run from 0 to 1.</summary>
internal readonly record struct Stop(double At, Colour Colour, double Opacity = 1);

/// <summary>
/// One picture in the making. It never holds text: letters would come out differently with each computer's fonts, and the
/// same seed must give the same bytes.
/// </summary>
internal sealed class Svg
{
    private readonly StringBuilder _defs = new();
    private readonly StringBuilder _body = new();
    private int _ids;

    /// <summary>A gradient along a line; beyond its ends the last colours go on.</summary>
    /// <returns>What can be used as a fill or stroke.</returns>
    public string Linear(Spot from, Spot to, params ReadOnlySpan<Stop> stops) =>
        Gradient("linearGradient", $"x1=\"{Number(from.X)}\" y1=\"{Number(from.Y)}\" x2=\"{Number(to.X)}\" y2=\"{Number(to.Y)}\"", stops);

    /// <param name="squash">Height in widths; turned by <paramref name="degrees"/> clockwise.</param>
    public string Oval(Spot centre, double radius, double squash, double degrees, params ReadOnlySpan<Stop> stops) =>
        Gradient("radialGradient", "cx=\"0\" cy=\"0\" r=\"1\" gradientTransform=\""
            + $"translate({Number(centre.X)} {Number(centre.Y)}) rotate({Number(degrees)}) scale({Number(radius)} "
            + $"{Number(radius * squash)})\"", stops);

    public string Radial(Spot centre, double radius, params ReadOnlySpan<Stop> stops) => Oval(centre, radius, 1, 0, stops);

    public void Fill(Outline shape, string paint, double opacity = 1, bool evenOdd = false) =>
        _body.Append($"<path d=\"{shape}\" fill=\"{paint}\"{Opacity("fill", opacity)}{(evenOdd ? " fill-rule=\"evenodd\"" : "")}/>\n");

    public void Fill(Outline shape, Colour colour, double opacity = 1) => Fill(shape, colour.ToString(), opacity);

    public void Stroke(Outline line, string paint, double width, double opacity = 1, bool round = true) =>
        _body.Append($"<path d=\"{line}\" fill=\"none\" stroke=\"{paint}\" stroke-width=\"{Number(width)}\""
            + $"{(round ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : "")}{Opacity("stroke", opacity)}/>\n");

    public void Stroke(Outline line, Colour colour, double width, double opacity = 1) => Stroke(line, colour.ToString(), width, opacity);

    public void Ellipse(Spot centre, double radiusX, double radiusY, string paint, double opacity = 1, double degrees = 0) =>
        _body.Append($"<ellipse cx=\"{Number(centre.X)}\" cy=\"{Number(centre.Y)}\" rx=\"{Number(radiusX)}\" ry=\"{Number(radiusY)}\" "
            + $"fill=\"{paint}\"{Opacity("fill", opacity)}"
            + $"{(degrees == 0 ? "" : $" transform=\"rotate({Number(degrees)} {Number(centre.X)} {Number(centre.Y)})\"")}/>\n");

    public void Circle(Spot centre, double radius, Colour colour, double opacity = 1) =>
        Ellipse(centre, radius, radius, colour.ToString(), opacity);

    public void Rectangle(double x, double y, double width, double height, string paint, double opacity = 1, double corner = 0) =>
        _body.Append($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" "
            + $"fill=\"{paint}\"{Opacity("fill", opacity)}{(corner > 0 ? $" rx=\"{Number(corner)}\"" : "")}/>\n");

    /// <summary>A soft round patch of light or shade: full in the middle, nothing at the rim.</summary>
    public void Glow(Spot centre, double radius, Colour colour, double opacity, double squash = 1, double degrees = 0) =>
        Ellipse(centre, radius, radius * squash, Oval(centre, radius, squash, degrees,
            new(0, colour, opacity), new(.5, colour, opacity * .45), new(1, colour, 0)), degrees: degrees);

    /// <summary>Everything drawn until the end of the group shows only inside of the shape.</summary>
    public Group Clip(Outline shape)
    {
        var id = NextId();
        _defs.Append($"<clipPath id=\"{id}\"><path d=\"{shape}\"/></clipPath>\n");
        return Open($"clip-path=\"url(#{id})\"");
    }

    /// <param name="transform">As SVG writes it, for example `translate(10 20) scale(2)`.</param>
    public Group Move(string transform) => Open($"transform=\"{transform}\"");

    /// <summary>The whole picture.</summary>
    /// <param name="widthUnits">Width of the canvas, whose height is 1000.</param>
    public string Picture(double widthUnits, int widthPx, int heightPx) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{widthPx}\" height=\"{heightPx}\" viewBox=\"0 0 {Number(widthUnits)} 1000\" "
        + "preserveAspectRatio=\"none\">\n"
        + $"<defs>\n{_defs}</defs>\n{_body}</svg>\n";

    /// <summary>Hundredths of a unit are a twentieth of a pixel in the largest picture.</summary>
    internal static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private string Gradient(string kind, string geometry, ReadOnlySpan<Stop> stops)
    {
        var id = NextId();
        _defs.Append($"<{kind} id=\"{id}\" gradientUnits=\"userSpaceOnUse\" {geometry}>");
        foreach (var stop in stops)
            _defs.Append($"<stop offset=\"{Number(stop.At)}\" "
                + $"stop-color=\"{stop.Colour}\"{(stop.Opacity < 1 ? $" stop-opacity=\"{Number(stop.Opacity)}\"" : "")}/>");
        _defs.Append($"</{kind}>\n");
        return $"url(#{id})";
    }

    private Group Open(string attribute)
    {
        _body.Append($"<g {attribute}>\n");
        return new Group(_body);
    }

    private string NextId() => $"d{_ids++}";

    /// <summary>Never the plain `opacity`: for that the renderer makes a sheet of its own per shape.</summary>
    private static string Opacity(string of, double opacity) => opacity >= 1 ? "" : $" {of}-opacity=\"{Number(Math.Max(opacity, 0))}\"";

    /// <summary>Ends when disposed.</summary>
    public readonly struct Group(StringBuilder body) : IDisposable
    {
        public void Dispose() => body.Append("</g>\n");
    }
}
