namespace WeddingStudio.Bench.Measures;

/// <summary>Adds up how long each stage ran: stages take turns, and time belongs to the one that reported last.</summary>
public sealed class StageClock(TimeProvider clock) : IProgress<StageProgress>
{
    private readonly SortedDictionary<Stage, TimeSpan> _spent = [];
    private Stage _current = Stage.Photos;
    private long _since = clock.GetTimestamp();

    public void Report(StageProgress value)
    {
        lock (_spent)
        {
            Settle();
            _current = value.Stage;
        }
    }

    /// <summary>Seconds per stage up to now, in the order of the flow.</summary>
    public IReadOnlyList<(Stage Stage, double Seconds)> Seconds
    {
        get
        {
            lock (_spent)
            {
                Settle();
                return [.. _spent.Select(s => (s.Key, s.Value.TotalSeconds))];
            }
        }
    }

    private void Settle()
    {
        var now = clock.GetTimestamp();
        _spent[_current] = _spent.GetValueOrDefault(_current) + clock.GetElapsedTime(_since, now);
        _since = now;
    }
}
