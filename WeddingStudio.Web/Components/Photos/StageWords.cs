using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>Stages of the analysis in everyday words.</summary>
public static class StageWords
{
    public static string StageName(this StudioWords words, Stage stage) => words[$"Photos.Stage{stage}"];

    public static string StageCount(this StudioWords words, StageProgress progress) => progress.Total == 0
        ? progress.Done.ToString(words.Culture) : words["Photos.OutOf", progress.Done, progress.Total];

    /// <summary>`3.2 a second, about 4 minutes left, 2 failed`: what is known of it.</summary>
    public static string StagePace(this StudioWords words, StageProgress progress)
    {
        List<string> parts = [];
        if (progress.PerSecond > 0 && progress.Done < progress.Total)
            parts.Add(words["Photos.Rate", progress.PerSecond]);
        if (progress.TimeLeft is { } left && progress.Done < progress.Total)
            parts.Add(words.Left(left));
        if (progress.Failures > 0)
            parts.Add(words["Photos.Failures", progress.Failures]);
        return string.Join(", ", parts);
    }

    private static string Left(this StudioWords words, TimeSpan left) => left switch
    {
        { TotalSeconds: < 50 } => words["Photos.LeftSeconds"],
        { TotalMinutes: < 1.5 } => words["Photos.LeftMinute"],
        { TotalMinutes: < 90 } => words["Photos.LeftMinutes", left.TotalMinutes],
        _ => words["Photos.LeftHours", left.TotalHours],
    };
}
