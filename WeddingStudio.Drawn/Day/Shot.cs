using WeddingStudio.Drawn.Places;
using WeddingStudio.Drawn.Places.Things;

namespace WeddingStudio.Drawn.Day;

/// <summary>A camera of the day.</summary>
/// <param name="Prefix">What its files are named by.</param>
/// <param name="Ahead">How far its clock is ahead.</param>
internal sealed record DrawnCamera(string Name, string Make, string Model, string Serial, string Prefix, TimeSpan Ahead);

/// <summary>One release of the shutter, or another version of one.</summary>
internal sealed record Shot
{
    public required string PhotoId { get; init; }
    public required DrawnCamera Camera { get; init; }

    /// <summary>UTC, by a clock that is right.</summary>
    public required DateTime TrueTime { get; init; }
    public required string Moment { get; init; }
    public string? Series { get; init; }
    public string? VersionOf { get; init; }

    /// <summary>The photo of the other camera that shows the same scene from elsewhere, seconds before.</summary>
    public string? SecondOf { get; init; }

    /// <summary>Null for a photo of things.</summary>
    public Place? Place { get; init; }
    public Detail? Detail { get; init; }

    /// <summary>Of the random details of the place: equal in all frames of a series.</summary>
    public required int PlaceSeed { get; init; }

    /// <summary>From back to front.</summary>
    public IReadOnlyList<Posed> People { get; init; } = [];
    public required bool Upright { get; init; }
    public required double Megapixels { get; init; }

    /// <summary>How far out of focus the place is, sigma in units of the canvas.</summary>
    public double PlaceBlur { get; init; }

    /// <summary>Of the whole picture, sigma in units of the canvas.</summary>
    public double Blur { get; init; }

    /// <summary>Stops above or below a right exposure.</summary>
    public double Exposure { get; init; }
    public bool Grey { get; init; }

    public double WidthUnits => WidthOf(Upright);

    /// <summary>Of the canvas, 3:2 or 2:3, at its height of 1000.</summary>
    public static double WidthOf(bool upright) => upright ? 1000 * 2.0 / 3 : 1500;
}
