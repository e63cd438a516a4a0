namespace WeddingStudio.Drawn;

/// <summary>Tells how the drawing comes on as the stage before all others, with its pace.</summary>
public sealed class DrawingProgress(IProgress<StageProgress> stages, TimeProvider clock) : IProgress<DrawnProgress>
{
    private readonly long _began = clock.GetTimestamp();
    private readonly Lock _gate = new();
    private int _done = -1;

    public void Report(DrawnProgress value)
    {
        lock (_gate)
        {
            // Photos that are drawn side by side may be told out of order; a count that falls would only confuse.
            if (value.Done <= _done)
                return;
            _done = value.Done;
            var perSecond = value.Done / Math.Max(.001, clock.GetElapsedTime(_began).TotalSeconds);
            stages.Report(new StageProgress(Stage.Drawing, value.Done, value.Total)
            {
                PerSecond = perSecond,
                TimeLeft = value.Done > 0 ? TimeSpan.FromSeconds((value.Total - value.Done) / perSecond) : null,
            });
        }
    }
}
