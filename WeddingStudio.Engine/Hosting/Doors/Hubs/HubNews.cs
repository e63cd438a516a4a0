using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>
/// Carries the engine's news to the pages that watch a wedding. Progress and failed photos are gathered, so that no wedding
/// gets more than ten messages of a kind a second; changes of people and picks go out as they happen.
/// </summary>
public sealed class HubNews(
    StudioEvents events, ProgressBoard board, AnalysisQueue queue, IHubContext<StudioHub, IStudioClient> hub, ILogger<HubNews> logger)
    : BackgroundService
{
    private static readonly TimeSpan SendInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<WeddingId, byte> _progressed = new();
    private readonly ConcurrentDictionary<WeddingId, StudioChange> _failed = new();
    private long _revision;

    /// <summary>The present state of a wedding's analysis.</summary>
    public async Task<ProgressNews> NowAsync(WeddingId weddingId, CancellationToken ct)
    {
        var job = await queue.LatestAsync(weddingId, ct);
        return new ProgressNews(weddingId, Interlocked.Increment(ref _revision), [], job?.State, board.Latest(weddingId));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        events.Progress += OnProgress;
        events.JobChanged += OnJobChanged;
        events.PhotoFailed += OnPhotoFailed;
        events.PeopleChanged += OnPeopleChanged;
        events.PicksChanged += OnPicksChanged;
        events.ModelUpgradeChanged += OnModelUpgradeChanged;
        using var timer = new PeriodicTimer(SendInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TellGatheredAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio is closing.
        }
        finally
        {
            events.Progress -= OnProgress;
            events.JobChanged -= OnJobChanged;
            events.PhotoFailed -= OnPhotoFailed;
            events.PeopleChanged -= OnPeopleChanged;
            events.PicksChanged -= OnPicksChanged;
            events.ModelUpgradeChanged -= OnModelUpgradeChanged;
        }
    }

    private async Task TellGatheredAsync(CancellationToken ct)
    {
        foreach (var weddingId in _progressed.Keys)
        {
            if (_progressed.TryRemove(weddingId, out _))
                await TryTellProgressAsync(weddingId, ct);
        }

        foreach (var weddingId in _failed.Keys)
        {
            if (_failed.TryRemove(weddingId, out var change))
                await Watchers(weddingId).PhotoFailed(new StudioNews(weddingId, change.Revision, change.Ids));
        }
    }

    /// <summary>News that cannot be told must end neither the studio nor the news of other weddings.</summary>
    private async Task TryTellProgressAsync(WeddingId weddingId, CancellationToken ct)
    {
        try
        {
            await Watchers(weddingId).ProgressChanged(await NowAsync(weddingId, ct));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            FailureMessages.Log(logger, $"News of wedding {weddingId} could not be told", failure, Again.Wait);
            if (FailureMessages.Of(failure, Again.Wait) is not null)
                _ = TellLaterAsync(weddingId, ct);
        }
    }

    /// <summary>A full disk passes.</summary>
    private async Task TellLaterAsync(WeddingId weddingId, CancellationToken ct)
    {
        await Task.Delay(RetryDelay, ct);
        _progressed[weddingId] = 0;
    }

    private void OnProgress(WeddingId weddingId, StageProgress progress) => _progressed[weddingId] = 0;

    private void OnJobChanged(WeddingId weddingId) => _progressed[weddingId] = 0;

    private void OnPhotoFailed(StudioChange change) => _failed.AddOrUpdate(
        change.WeddingId, change, (_, earlier) => change with { Ids = [.. earlier.Ids, .. change.Ids] });

    // Sending only queues the message per connection; a page that went away is no failure of the engine.
    private void OnPeopleChanged(StudioChange change) =>
        _ = Watchers(change.WeddingId).PeopleChanged(new StudioNews(change.WeddingId, change.Revision, change.Ids));

    private void OnPicksChanged(StudioChange change) =>
        _ = Watchers(change.WeddingId).PicksChanged(new StudioNews(change.WeddingId, change.Revision, change.Ids));

    private void OnModelUpgradeChanged(PullProgress? progress) => _ = hub.Clients.Group(StudioHub.Planners).ModelUpgradeChanged(progress);

    private IStudioClient Watchers(WeddingId weddingId) => hub.Clients.Group(StudioHub.GroupOf(weddingId));
}
