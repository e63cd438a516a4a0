using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Jobs;

/// <summary>
/// The analyses users asked for, as rows: one runs at a time, first come first served; pause, resume and cancel keep what is
/// done. A job that was running when the process died is queued again.
/// </summary>
public sealed class AnalysisQueue(StudioStore store, StudioEvents events, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _work = new(0);
    /// <summary>A stop takes effect within moments; at a checkpoint, when all people are picked for, it can take some seconds.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private RunningJob? _running;
    private JobState? _stopAs;

    /// <summary>Queues an analysis, or resumes the wedding's paused one, or returns the one already waiting or running.</summary>
    public async Task<Job> EnqueueAsync(WeddingId weddingId, CancellationToken ct)
    {
        var job = await store.WriteAsync(async db =>
        {
            var open = await Open(db, weddingId).FirstOrDefaultAsync(ct);
            if (open is null)
                db.Jobs.Add(open = new Job { WeddingId = weddingId, QueuedAt = Now, State = JobState.Queued });
            if (open.State == JobState.Paused)
                open.State = JobState.Queued;
            if (open.State == JobState.Running)
                GoOnAfterStop(open.Id);
            await db.SaveChangesAsync(ct);
            return open;
        }, ct);
        Wake(weddingId);
        return job;
    }

    /// <summary>True once the analysis stands still; false when that takes longer than anybody waits for an answer.</summary>
    public Task<bool> PauseAsync(WeddingId weddingId, CancellationToken ct) => StopAsync(weddingId, JobState.Paused, ct);

    /// <inheritdoc cref="PauseAsync"/>
    public Task<bool> CancelAsync(WeddingId weddingId, CancellationToken ct) => StopAsync(weddingId, JobState.Cancelled, ct);

    /// <summary>The wedding's newest job, null if it was never analysed.</summary>
    public Task<Job?> LatestAsync(WeddingId weddingId, CancellationToken ct) => store.ReadAsync(db =>
        db.Jobs.Where(j => j.WeddingId == weddingId).OrderByDescending(j => j.Id).FirstOrDefaultAsync(ct), ct);

    /// <summary>Jobs the last process left running go back into the queue.</summary>
    internal Task RequeueInterruptedAsync(CancellationToken ct) => store.WriteAsync(db =>
        db.Jobs.Where(j => j.State == JobState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Queued), ct), ct);

    /// <summary>Waits for the next queued job, marks it running and returns it with the token that stops it.</summary>
    internal async Task<(Job Job, CancellationToken Stop)> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            var taken = await store.WriteAsync(async db =>
            {
                // Only what is needed of it: a damaged row must not hold up those behind it.
                var next = await db.Jobs.Where(j => j.State == JobState.Queued).OrderBy(j => j.Id)
                    .Select(j => new Job { Id = j.Id, WeddingId = j.WeddingId, State = JobState.Running }).FirstOrDefaultAsync(ct);
                if (next is null)
                    return null;
                await db.Jobs.Where(j => j.Id == next.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Running)
                    .SetProperty(j => j.StartedAt, Now).SetProperty(j => j.Error, (Message?)null), ct);

                // Set while nobody else writes, so that a pause finds the job either still queued or already stoppable.
                lock (_gate)
                    (_running, _stopAs) = (new(next.Id, CancellationTokenSource.CreateLinkedTokenSource(ct),
                        new(TaskCreationOptions.RunContinuationsAsynchronously)), null);
                return next;
            }, ct);
            if (taken is not null)
            {
                events.OnJobChanged(taken.WeddingId);
                return (taken, _running!.Stop.Token);
            }

            await _work.WaitAsync(ct);
        }
    }

    /// <summary>Writes how a job ended: as the user stopped it, failed with <paramref name="error"/>, or done.</summary>
    internal async Task FinishAsync(Job job, Message? error)
    {
        JobState state;
        RunningJob? ended;
        lock (_gate)
        {
            state = _stopAs ?? (error is null ? JobState.Done : JobState.Failed);
            ended = _running;
            ended?.Stop.Dispose();
            (_running, _stopAs) = (null, null);
        }

        await store.WriteAsync(db => db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, state)
            .SetProperty(j => j.FinishedAt, state == JobState.Paused || state == JobState.Queued ? null : Now)
            .SetProperty(j => j.Error, state == JobState.Failed ? error : null), CancellationToken.None), CancellationToken.None);
        if (state == JobState.Queued)
            _work.Release();
        ended?.Ended.SetResult();
        events.OnJobChanged(job.WeddingId);
    }

    /// <summary>A stop that is still under way, and then "go on": the last word counts.</summary>
    private void GoOnAfterStop(int jobId)
    {
        lock (_gate)
        {
            if (_running?.Id == jobId && _stopAs is not null)
                _stopAs = JobState.Queued;
        }
    }

    private async Task<bool> StopAsync(WeddingId weddingId, JobState state, CancellationToken ct)
    {
        var standsStill = Task.CompletedTask;
        await store.WriteAsync(async db =>
        {
            var open = await Open(db, weddingId).FirstOrDefaultAsync(ct);
            if (open is null)
                return;
            if (StopRunning(open.Id, state) is { } running)
            {
                standsStill = running.Ended.Task;
                return;
            }

            open.State = state;
            open.FinishedAt = state == JobState.Cancelled ? Now : null;
            await db.SaveChangesAsync(ct);
        }, ct);
        events.OnJobChanged(weddingId);
        return await Task.WhenAny(standsStill, Task.Delay(StopTimeout, clock, ct)) == standsStill;
    }

    /// <summary>Null when it is not the one that runs.</summary>
    private RunningJob? StopRunning(int jobId, JobState state)
    {
        lock (_gate)
        {
            if (_running is not { } running || running.Id != jobId)
                return null;
            _stopAs = state;
            running.Stop.Cancel();
            return running;
        }
    }

    private static IQueryable<Job> Open(StudioDb db, WeddingId weddingId) => db.Jobs.Where(j => j.WeddingId == weddingId
        && (j.State == JobState.Queued || j.State == JobState.Running || j.State == JobState.Paused));

    private void Wake(WeddingId weddingId)
    {
        _work.Release();
        events.OnJobChanged(weddingId);
    }

    private sealed record RunningJob(int Id, CancellationTokenSource Stop, TaskCompletionSource Ended);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void Dispose() => _work.Dispose();
}
