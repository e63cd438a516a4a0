using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting;

/// <summary>Runs the queued analyses, one after the other, for as long as the studio is up.</summary>
public sealed partial class AnalysisWorker(
    AnalysisQueue queue, StudioPipeline pipeline, ProgressBoard board, ILogger<AnalysisWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await queue.RequeueInterruptedAsync(stoppingToken);
            while (true)
                await RunNextAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio is closing. The row of a job under way stays Running; the next start queues it again.
        }
    }

    private async Task RunNextAsync(CancellationToken stopping)
    {
        var (job, stop) = await queue.TakeAsync(stopping);
        string? error = null;
        try
        {
            board.Clear(job.WeddingId);
            await Task.Run(() => pipeline.RunAsync(job.WeddingId, board.For(job.WeddingId), stop), stop);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Paused or cancelled by a user; FinishAsync knows which.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            AnalysisFailed(logger, job.WeddingId, failure);
            error = failure.Message;
        }

        await queue.FinishAsync(job, error);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The analysis of wedding {WeddingId} stopped")]
    private static partial void AnalysisFailed(ILogger logger, string weddingId, Exception failure);
}
