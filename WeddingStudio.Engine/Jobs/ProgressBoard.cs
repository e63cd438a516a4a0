using System.Collections.Concurrent;

namespace WeddingStudio.Engine.Jobs;

/// <summary>The latest progress of every stage of every wedding, told on at most ten times a second per wedding.</summary>
public sealed class ProgressBoard(StudioEvents events, TimeProvider clock)
{
    private static readonly TimeSpan MinimumGap = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<WeddingId, Board> _boards = new();

    public IProgress<StageProgress> For(WeddingId weddingId) => new Reporter(this, weddingId);

    /// <summary>The present state, in the order of the flow; empty when nothing ran since the start of the process.</summary>
    public IReadOnlyList<StageProgress> Latest(WeddingId weddingId) =>
        _boards.TryGetValue(weddingId, out var board) ? board.Snapshot() : [];

    public void Clear(WeddingId weddingId) => _boards.TryRemove(weddingId, out _);

    private void Report(WeddingId weddingId, StageProgress progress)
    {
        if (_boards.GetOrAdd(weddingId, _ => new Board()).Set(progress, clock.GetUtcNow()))
            events.OnProgress(weddingId, progress);
    }

    private sealed class Reporter(ProgressBoard board, WeddingId weddingId) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => board.Report(weddingId, value);
    }

    private sealed class Board
    {
        private readonly SortedDictionary<Stage, StageProgress> _stages = [];
        private DateTimeOffset _toldAt = DateTimeOffset.MinValue;

        /// <summary>Stores the progress; true when it is time to tell. The last step of a stage is always told.</summary>
        public bool Set(StageProgress progress, DateTimeOffset now)
        {
            lock (_stages)
            {
                _stages[progress.Stage] = progress;
                if (now - _toldAt < MinimumGap && progress.Done < progress.Total)
                    return false;
                _toldAt = now;
                return true;
            }
        }

        public IReadOnlyList<StageProgress> Snapshot()
        {
            lock (_stages)
                return [.. _stages.Values];
        }
    }
}
