using System.Diagnostics;

namespace WeddingStudio.Engine.Visits;

/// <summary>Counts visits, from many threads, and tells after each how far they are and how long the rest will take.</summary>
internal sealed class VisitProgress(IProgress<StageProgress> progress, Stage stage, int doneBefore, int failedBefore, int total)
{
    private readonly Lock _gate = new();
    private readonly Stopwatch _reading = new();
    private int _visited;
    private int _failed;

    /// <summary>Time counts only while photos are read, so that the pauses at checkpoints do not slow the rate down.</summary>
    public void Resume() => Tell(_reading.Start);

    public void Rest() => Tell(_reading.Stop);

    public void Visited(bool readable) => Tell(() =>
    {
        _visited++;
        _failed += readable ? 0 : 1;
    });

    private void Tell(Action change)
    {
        lock (_gate)
        {
            change();
            var perSecond = _visited / Math.Max(_reading.Elapsed.TotalSeconds, 1e-3);
            var left = total - doneBefore - _visited;
            TimeSpan? timeLeft = left == 0 ? TimeSpan.Zero : perSecond > 0 ? TimeSpan.FromSeconds(left / perSecond) : null;
            progress.Report(new StageProgress(stage, doneBefore + _visited, total) { PerSecond = perSecond, TimeLeft = timeLeft,
                Failures = failedBefore + _failed });
        }
    }
}
