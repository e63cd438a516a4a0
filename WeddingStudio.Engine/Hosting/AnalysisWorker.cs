using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Runs the queued analyses, one after the other, for as long as the studio is up.</summary>
public sealed partial class AnalysisWorker(
    AnalysisQueue queue, WeddingDrawing drawing, StudioPipeline pipeline, StudioStore store, ProgressBoard board, ILogger<AnalysisWorker> logger) : BackgroundService
{
    private const string Again = "start the analysis again";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await InsistAsync(() => queue.RequeueInterruptedAsync(stoppingToken), stoppingToken);
            await InsistAsync(() => CatchUpAsync(stoppingToken), stoppingToken);
            while (true)
                await InsistAsync(() => RunNextAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio is closing. The row of a job under way stays Running; the next start queues it again.
        }
    }

    /// <summary>The last process may have ended between a correction and the picks that follow from it.</summary>
    private async Task CatchUpAsync(CancellationToken stopping)
    {
        foreach (var weddingId in await store.ReadAsync(db => db.Weddings.Select(w => w.Id).ToListAsync(stopping), stopping))
            await pipeline.CatchUpAsync(weddingId, stopping);
    }

    private async Task RunNextAsync(CancellationToken stopping)
    {
        var (job, stop) = await queue.TakeAsync(stopping);
        string? error = null;
        try
        {
            board.Clear(job.WeddingId);
            await Task.Run(() => AnalyseAsync(job.WeddingId, board.For(job.WeddingId), stop), stop);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Paused or cancelled by a user; FinishAsync knows which.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            AnalysisFailed(logger, job.WeddingId, failure);
            error = FailureWords.Of(failure, Again) ?? $"Something went wrong, the studio's log says more. Please {Again}: it goes on from here.";
        }

        var stopped = stop.IsCancellationRequested;
        await InsistAsync(async () =>
        {
            var told = error;
            // The queue forgets how a user stopped the job once it began to write that down: a second try must not call it done.
            if (stopped)
                error ??= $"Stopped. Please {Again}: it goes on from here.";
            await queue.FinishAsync(job, told);
        }, stopping);
    }

    private async Task AnalyseAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct)
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
            catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                StepFailed(logger, failure);
                await Task.Delay(Patience, stopping);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The analysis of wedding {WeddingId} stopped")]
    private static partial void AnalysisFailed(ILogger logger, string weddingId, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of analyses could not be read or written; trying again soon")]
    private static partial void StepFailed(ILogger logger, Exception failure);
}
