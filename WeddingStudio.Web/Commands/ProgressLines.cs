using System.Globalization;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Web.Commands;

/// <summary>Progress as plain lines for files and pipes: a stage's start is silent, its end always told, and between them a line now and then.</summary>
internal sealed class ProgressLines(TextWriter output, TimeProvider clock) : IProgress<StageProgress>
{
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(10);
    private readonly Dictionary<Stage, string> _told = [];
    private DateTimeOffset _toldAt = clock.GetUtcNow();

    public void Report(StageProgress value)
    {
        lock (_told)
        {
            var ended = value.Total > 0 && value.Done == value.Total;
            if (!ended && clock.GetUtcNow() - _toldAt < Gap)
                return;

            var line = $"{value.Stage}: {(ended ? value.Total.ToString(CultureInfo.InvariantCulture) + Unreadable(value) : Figures(value))}";
            if (_told.GetValueOrDefault(value.Stage) == line)
                return;
            (_told[value.Stage], _toldAt) = (line, clock.GetUtcNow());
            output.WriteLine(line);
        }
    }

    /// <summary>`40 of 169, 3.2/s, 40 s left, 2 unreadable`.</summary>
    public static string Figures(StageProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.Done} of {(progress.Total > 0 ? progress.Total : "?")}{Rate(progress)}{Left(progress)}{Unreadable(progress)}");

    private static string Rate(StageProgress progress) =>
        progress.PerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $", {progress.PerSecond:0.0}/s") : "";

    private static string Left(StageProgress progress) => progress.TimeLeft switch
    {
        null => "",
        _ when progress.Done >= progress.Total => "",
        { TotalMinutes: < 1 } left => $", {Math.Ceiling(left.TotalSeconds):0} s left",
        { TotalHours: < 1 } left => $", {Math.Ceiling(left.TotalMinutes):0} min left",
        { } left => $", {(int)left.TotalHours} h {left.Minutes} min left",
    };

    private static string Unreadable(StageProgress progress) => progress.Failures > 0 ? $", {progress.Failures} unreadable" : "";
}
