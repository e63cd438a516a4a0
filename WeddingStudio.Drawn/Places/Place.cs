using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Places;

/// <summary>One layer of a picture, on a canvas 1000 units high. Every choice comes from the random numbers.</summary>
internal delegate void Painter(Svg svg, double width, Random random);

/// <summary>A rectangle on the canvas, in units.</summary>
internal readonly record struct Frame(double X, double Y, double Width, double Height)
{
    public Spot Centre => new(X + Width / 2, Y + Height / 2);
}

/// <summary>Where people are photographed: what is behind them, what is in front of them and how the light falls.</summary>
/// <param name="FloorY">Where the feet of people stand who are a few steps away.</param>
/// <param name="Light">The colour the light has here; tints what it falls on.</param>
/// <param name="LightFrom">-1 = from the left of the picture .. 1 = from the right.</param>
/// <param name="Behind">CoverFaces the whole canvas.</param>
internal sealed record Place(string Name, double FloorY, Colour Light, double LightFrom, Painter Behind)
{
    /// <summary>What stands in front of people; nothing at most places.</summary>
    public Painter InFront { get; init; } = static (_, _, _) => { };

    /// <summary>People sit at a table that <see cref="InFront"/> draws, their heads around y = 520.</summary>
    public bool Seated { get; init; }

    /// <summary>The glass of the mirror on a canvas of the given width, where there is one.</summary>
    public Func<double, Frame>? Mirror { get; init; }

    /// <summary>The blank sheet of the framed poster on a canvas of the given width, where there is one.</summary>
    public Func<double, Frame>? Poster { get; init; }
}
