using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using WeddingStudio.Web.Access;

namespace WeddingStudio.Web.Components.Connection;

/// <summary>The pages' one way to data: a hub client of the engine, one per open window, that finds its way back by itself.</summary>
public sealed class StudioConnection : IAsyncDisposable
{
    // The client library puts words of its own in front of what the engine said; without these the engine broke and said nothing.
    private const string OwnWords = $"{nameof(HubException)}: ";
    private static readonly Message SignedOut = new("Access.SignedOut");
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim _opening = new(1, 1);

    // The engine takes several at once. A statement rests on the one before, and what was read later must not be overtaken.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HubTicket _ticket;
    private readonly ServerAddress _address;
    private HubConnection? _hub;
    private WeddingId? _watched;
    private Task _watching = Task.CompletedTask;

    public StudioConnection(HubTicket ticket, ServerAddress address)
    {
        (_ticket, _address) = (ticket, address);
        (Weddings, Photos, People) = (HubProxy<IWeddingsHub>.Of(this), HubProxy<IPhotosHub>.Of(this), HubProxy<IPeopleHub>.Of(this));
        (Picks, Galleries) = (HubProxy<IPicksHub>.Of(this), HubProxy<IGalleriesHub>.Of(this));
    }

    public IWeddingsHub Weddings { get; }
    public IPhotosHub Photos { get; }
    public IPeopleHub People { get; }
    public IPicksHub Picks { get; }
    public IGalleriesHub Galleries { get; }

    public event Action<ProgressNews>? ProgressChanged;
    public event Action<StudioNews>? PeopleChanged;
    public event Action<StudioNews>? PicksChanged;
    public event Action<StudioNews>? PhotoFailed;

    /// <summary>How far the fetch of the sharper analysis is; null when it began or ended.</summary>
    public event Action<PullProgress?>? ModelUpgradeChanged;

    /// <summary>The line was down and is up again: whatever is shown may be old.</summary>
    public event Action? Returned;

    /// <summary>The line went down or came back.</summary>
    public event Action? ConnectionChanged;

    public bool IsAway { get; private set; }

    /// <summary>Hears of this wedding and of no other from now on. Asked for again it is done already.</summary>
    public Task WatchAsync(WeddingId weddingId)
    {
        if (_watched != weddingId || _watching.IsFaulted || _watching.IsCanceled)
            (_watching, _watched) = (MoveAsync(_watched, weddingId), weddingId);
        return _watching;
    }

    private async Task MoveAsync(WeddingId? earlier, WeddingId weddingId)
    {
        if (earlier is { } left && left != weddingId)
            await Weddings.Leave(left);
        await Weddings.Watch(weddingId);
    }

    /// <summary>Asks the hub; one after the other, in the order asked.</summary>
    internal async Task<T> AskInTurnAsync<T>(string method, object?[] arguments)
    {
        await _turn.WaitAsync();
        try
        {
            return await AskAsync<T>(method, arguments);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks the hub beside all else: for what takes long, and whose asker minds the order.</summary>
    internal async Task<T> AskAsync<T>(string method, object?[] arguments)
    {
        try
        {
            var hub = await OpenAsync();
            return await hub.InvokeCoreAsync<T>(method, arguments);
        }
        catch (HttpRequestException refusal) when (refusal.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new StudioRefusalException(SignedOut, refusal);
        }
        catch (HubException refusal) when (refusal.Message.Contains(OwnWords, StringComparison.Ordinal))
        {
            throw new StudioRefusalException(ToldBy(refusal), refusal);
        }
    }

    private static Message ToldBy(HubException refusal) => Message.Parse(refusal.Message.Split(OwnWords, 2)[^1]);

    private async Task<HubConnection> OpenAsync()
    {
        await _opening.WaitAsync();
        try
        {
            _hub ??= await BuildAsync();
            if (_hub.State == HubConnectionState.Disconnected)
                await _hub.StartAsync();
            // What is asked while the line is down waits for it, the page says so.
            while (_hub.State is HubConnectionState.Connecting or HubConnectionState.Reconnecting)
                await Task.Delay(PollInterval);
            return _hub;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<HubConnection> BuildAsync()
    {
        var issue = await _ticket.OfVisitorAsync() ?? throw new StudioRefusalException(SignedOut);
        var hub = new HubConnectionBuilder()
            .WithUrl($"{_address.Engine}{HubAddress.Path}", options =>
            {
                InternalCalls.Straight(options);
                options.AccessTokenProvider = () => Task.FromResult<string?>(issue());
            })
            .WithAutomaticReconnect(RetryWhileSignedIn.Instance)
            .Build();
        hub.On<ProgressNews>(nameof(IStudioClient.ProgressChanged), news => ProgressChanged?.Invoke(news));
        hub.On<StudioNews>(nameof(IStudioClient.PeopleChanged), news => PeopleChanged?.Invoke(news));
        hub.On<StudioNews>(nameof(IStudioClient.PicksChanged), news => PicksChanged?.Invoke(news));
        hub.On<StudioNews>(nameof(IStudioClient.PhotoFailed), news => PhotoFailed?.Invoke(news));
        hub.On<PullProgress?>(nameof(IStudioClient.ModelUpgradeChanged), progress => ModelUpgradeChanged?.Invoke(progress));
        hub.Reconnecting += _ => TurnAsync(away: true);
        hub.Reconnected += ReturnAsync;
        return hub;
    }

    private Task TurnAsync(bool away)
    {
        IsAway = away;
        ConnectionChanged?.Invoke();
        return Task.CompletedTask;
    }

    private async Task ReturnAsync(string? connectionId)
    {
        await TurnAsync(away: false);
        if (_watched is { } weddingId)
            await Weddings.Watch(weddingId);
        Returned?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        _opening.Dispose();
    }

    /// <summary>Tries again for as long as the page is open and its user signed in, soon at first.</summary>
    private sealed class RetryWhileSignedIn : IRetryPolicy
    {
        public static readonly RetryWhileSignedIn Instance = new();

        public TimeSpan? NextRetryDelay(RetryContext retryContext) =>
            retryContext.RetryReason is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized } ? null
                : TimeSpan.FromSeconds(Math.Min(10, retryContext.PreviousRetryCount * 0.5));
    }
}
