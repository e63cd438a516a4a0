using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Runs the queued analyses, one after the other, for as long as the studio is up.</summary>
public sealed class AnalysisWorker(
    AnalysisQueue queue, WeddingDrawing drawing, StudioPipeline pipeline, WeddingTroubles troubles, StudioStore store, ProgressBoard board,
    ILogger<AnalysisWorker> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A photo under way may end by itself, but the studio does not wait for it for long. That it was cut short is not its fault, and it
    /// must not be taken for one that breaks its reader.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompleted: true } or null)
            return;
        using var atMost = new CancellationTokenSource(LastWord);
        try
        {
            await pipeline.ForgiveAsync(atMost.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException || FailureMessages.Of(failure, Again.Analysis) is not null)
        {
            // As after a loss of power, then.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await InsistAsync(() => queue.RequeueInterruptedAsync(stoppingToken), stoppingToken);
            await InsistAsync(() => CatchUpAsync(stoppingToken), stoppingToken);
            while (true)
                await InsistAsync(() => RunNextAsync(stoppingToken), stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The studio is closing. The row of a job under way stays Running; the next start queues it again.
        }
    }

    /// <summary>The last process may have ended between a correction and the picks that follow from it.</summary>
    private async Task CatchUpAsync(CancellationToken stopping)
    {
        foreach (var weddingId in await store.ReadAsync(db => db.Weddings.Select(w => w.Id).ToListAsync(stopping), stopping))
            await troubles.CatchUpAsync(weddingId, stopping);
    }

    private async Task RunNextAsync(CancellationToken stopping)
    {
        var (job, stop) = await queue.TakeAsync(stopping);
        Message? error = null;
        try
        {
            board.Clear(job.WeddingId);
            await Task.Run(() => AnalyseAsync(job.WeddingId, board.For(job.WeddingId), stop), stop);
            troubles.Forget(job.WeddingId);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            // Paused or cancelled by a user; FinishAsync knows which.
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            FailureMessages.Log(logger, $"The analysis of wedding {job.WeddingId} stopped", failure, Again.Analysis);
            error = FailureMessages.Of(failure, Again.Analysis) ?? new("Photos.AnalysisWrong");
        }

        var stopped = stop.IsCancellationRequested;
        await InsistAsync(async () =>
        {
            var told = error;
            // The queue forgets how a user stopped the job once it began to write that down: a second try must not call it done.
            if (stopped)
                error ??= new("Photos.AnalysisStopped");
            await queue.FinishAsync(job, told);
        }, stopping);
    }

    private async Task AnalyseAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        await drawing.RunAsync(weddingId, progress, ct);
        await pipeline.RunAsync(weddingId, progress, ct);
    }

    /// <summary>Tries until it works: a full disk must not end the studio, and somebody may free space meanwhile.</summary>
    private async Task InsistAsync(Func<Task> step, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                FailureMessages.Log(logger, "The queue of analyses could not be read or written; trying again soon", failure, Again.Wait);
                await Task.Delay(RetryDelay, stopping);
            }
        }
    }
}
