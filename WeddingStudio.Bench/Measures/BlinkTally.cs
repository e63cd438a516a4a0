namespace WeddingStudio.Bench.Measures;

/// <summary>How many eyes were told open or closed rightly. An eye that was not measured is scored, and so counts as closed.</summary>
public readonly record struct BlinkTally(int Closed, int ScoredClosed, int Open, int ScoredOpen, int NotMeasured)
{
    /// <summary>Below half open an eye counts as closed.</summary>
    public const double OpenFrom = .5;

    /// <summary>From the issue of the drawn wedding: below it an eye has too few pixels to be told open or closed.</summary>
    public const double FromPx = 64;

    /// <summary>Both eyes of faces that were found.</summary>
    public static BlinkTally Of(IEnumerable<JudgedFace> found) => Of(found.SelectMany(face => new[]
    {
        (face.Truth.EyesOpen[0], face.Found!.Look?.LeftEye), (face.Truth.EyesOpen[1], face.Found.Look?.RightEye),
    }));

    /// <param name="eyes">What is true of an eye and how open it was scored; null when it was not measured.</param>
    public static BlinkTally Of(IEnumerable<(bool IsOpen, double? Openness)> eyes)
    {
        var all = eyes.ToList();
        return new BlinkTally(
            all.Count(eye => !eye.IsOpen), all.Count(eye => !eye.IsOpen && !IsScoredOpen(eye.Openness)),
            all.Count(eye => eye.IsOpen), all.Count(eye => eye.IsOpen && IsScoredOpen(eye.Openness)),
            all.Count(eye => eye.Openness is null));
    }

    private static bool IsScoredOpen(double? openness) => openness >= OpenFrom;
}
