using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>
/// The hub's open lines, each the window of somebody signed in. Whoever is signed out hears nothing from then on, and the line is cut
/// soon after: its window first learns by itself where to go. Looked through at once where rights end, and every few seconds for whatever
/// else may have ended them.
/// </summary>
public sealed partial class HubConnections(
    SignIns signIns, StudioRights rights, IHubContext<StudioHub, IStudioClient> hub, TimeProvider time, ILogger<HubConnections> logger)
    : BackgroundService
{
    /// <summary>Windows of one user; more are a program that runs wild.</summary>
    private const int MostOfOneUser = 64;

    private static readonly TimeSpan ReviewInterval = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Line> _lines = new();

    /// <summary>False when the user has too many lines already.</summary>
    public bool TryAdd(HubCallerContext context)
    {
        var line = new Line(context, SignedIn.Of(context.User)!.Value);
        _lines[context.ConnectionId] = line;
        return _lines.Values.Count(l => l.Who.UserId == line.Who.UserId) <= MostOfOneUser;
    }

    public void Remove(HubCallerContext context) => _lines.TryRemove(context.ConnectionId, out _);

    public void Watches(HubCallerContext context, WeddingId weddingId) =>
        _lines.GetValueOrDefault(context.ConnectionId)?.Watched.TryAdd(weddingId, 0);

    public void Leaves(HubCallerContext context, WeddingId weddingId) =>
        _lines.GetValueOrDefault(context.ConnectionId)?.Watched.TryRemove(weddingId, out _);

    /// <summary>Ends what nobody has a right to any more.</summary>
    public async Task ReviewAsync(CancellationToken ct)
    {
        Line[] lines = [.. _lines.Values];
        if (lines.Length == 0)
            return;
        var live = await signIns.LiveAsync([.. lines.Select(l => l.Who.SignInId).Distinct()], ct);
        foreach (var line in lines)
        {
            var isLive = live.Contains(line.Who.SignInId);
            foreach (var weddingId in line.Watched.Keys)
            {
                if (!isLive || !await rights.MaySeeAsync(line.Who.UserId, weddingId, ct))
                    await LeaveAsync(line, weddingId, ct);
            }

            if (!isLive && line.IsDueToEnd(time.GetUtcNow()))
                line.Context.Abort();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(ReviewInterval);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryReviewAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The studio is closing.
        }
    }

    // A database that cannot be read now must not end the studio; nobody gets data from it meanwhile either.
    private async Task TryReviewAsync(CancellationToken ct)
    {
        try
        {
            await ReviewAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            ReviewFailed(logger, failure);
        }
    }

    private async Task LeaveAsync(Line line, WeddingId weddingId, CancellationToken ct)
    {
        line.Watched.TryRemove(weddingId, out _);
        await hub.Groups.RemoveFromGroupAsync(line.Context.ConnectionId, StudioHub.GroupOf(weddingId), ct);
    }

    private sealed class Line(HubCallerContext context, SignedIn who)
    {
        private static readonly TimeSpan TimeToLearn = TimeSpan.FromSeconds(2);
        private DateTimeOffset? _foundDead;

        public HubCallerContext Context { get; } = context;
        public SignedIn Who { get; } = who;
        public ConcurrentDictionary<WeddingId, byte> Watched { get; } = new();

        public bool IsDueToEnd(DateTimeOffset now) => now - (_foundDead ??= now) >= TimeToLearn;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rights of open windows could not be read; trying again soon")]
    private static partial void ReviewFailed(ILogger logger, Exception failure);
}
