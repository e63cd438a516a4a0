using System.Globalization;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>Stages of the analysis in everyday words.</summary>
public static class StageWords
{
    public static string Name(Stage stage) => stage switch
    {
        Stage.Drawing => "Drawing the photos",
        Stage.Photos => "Finding photos",
        Stage.Faces => "Looking for faces",
        Stage.SmallFaces => "Looking closer for small faces",
        Stage.People => "Sorting faces by person",
        Stage.Moments => "Following the day",
        Stage.Scores => "Looking at light and framing",
        Stage.Picks => "Choosing the best photos",
        _ => "Preparing galleries",
    };

    public static string Count(StageProgress progress) =>
        progress.Total == 0 ? $"{progress.Done}" : $"{progress.Done} of {progress.Total}";

    /// <summary>`3.2 a second, about 4 minutes left, 2 failed`: what is known of it.</summary>
    public static string Pace(StageProgress progress)
    {
        List<string> parts = [];
        if (progress.PerSecond > 0 && progress.Done < progress.Total)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{progress.PerSecond:0.#} a second"));
        if (progress.TimeLeft is { } left && progress.Done < progress.Total)
            parts.Add(Left(left));
        if (progress.Failures > 0)
            parts.Add($"{progress.Failures} failed");
        return string.Join(", ", parts);
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalSeconds: < 50 } => "less than a minute left",
        { TotalMinutes: < 1.5 } => "about a minute left",
        { TotalMinutes: < 90 } => $"about {left.TotalMinutes:0} minutes left",
        _ => $"about {left.TotalHours:0} hours left",
    };
}
