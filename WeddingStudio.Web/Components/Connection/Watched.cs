namespace WeddingStudio.Web.Components.Connection;

/// <summary>News of the engine that can make a view old.</summary>
[Flags]
public enum NewsOf
{
    Nothing = 0,
    People = 1,
    Picks = 2,
    FailedPhotos = 4,
}

/// <summary>
/// A view of one wedding that a page shows: asked for when the page opens, again when news concern it and when the connection comes back.
/// News that come while it is being asked for lead to one more question, however many they are.
/// </summary>
/// <param name="studio">Whom it is asked for.</param>
/// <param name="page">On whose thread it is taken.</param>
/// <param name="news">Which news it may depend on.</param>
/// <param name="take">Shows it.</param>
public sealed class Watched<TView>(StudioConnection studio, PageThread page, NewsOf news, Action<TView> take) : IDisposable
{
    private Func<Task<TView>>? _ask;
    private Task _asking = Task.CompletedTask;
    private bool _again;
    private int _version;
    private int _changing;
    private readonly HashSet<long> _missed = [];
    private long? _said;

    public WeddingId WeddingId { get; private set; }

    /// <summary>Whether news of these people or photos concern the view; of none named: of all of them.</summary>
    public Func<IReadOnlyList<int>, bool> Concerns { get; init; } = _ => true;

    /// <summary>
    /// Asks for the view of another wedding, person or photo from now on. Watching comes first, so that no change falls between the two;
    /// what was asked for before is not shown.
    /// </summary>
    /// <param name="dispatch">The page's `InvokeAsync`.</param>
    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch, Func<Task<TView>> ask)
    {
        var isFirst = _ask is null;
        page.Use(dispatch);
        (WeddingId, _ask, _said) = (weddingId, ask, null);
        var opened = ++_version;
        if (isFirst)
            Listen();
        await studio.WatchAsync(weddingId);
        if (opened == _version)
            await RefreshAsync();
    }

    /// <summary>Asks again, and ends when the answer is shown.</summary>
    public Task RefreshAsync()
    {
        _again = true;
        return _asking.IsCompleted ? _asking = AskAsync() : _asking;
    }

    public void Refresh() => page.Post(RefreshAsync);

    /// <summary>
    /// Changes what the view shows. News of the change itself lead to no question: whoever changes asks again when it is done; where it
    /// failed, or news of others came meanwhile, the view asks by itself. What was asked for before the end may lack the change and is
    /// not shown.
    /// </summary>
    /// <param name="revisionOf">The revision by which the news of the change are known; 0 when nothing was changed.</param>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> change, Func<T, long> revisionOf)
    {
        _changing++;
        var isDone = false;
        try
        {
            var outcome = await change();
            _said = revisionOf(outcome) is > 0 and var revision ? revision : null;
            isDone = true;
            return outcome;
        }
        finally
        {
            _changing--;
            _version++;
            if (!isDone || _missed.Any(revision => revision != _said))
                Refresh();
            _missed.Clear();
        }
    }

    public Task<CorrectionOutcome> ChangeAsync(Func<Task<CorrectionOutcome>> say) => ChangeAsync(say, outcome => outcome.Revision);

    public Task<DeskAnswer> ChangeAsync(Func<Task<DeskAnswer>> change) => ChangeAsync(change, answer => answer.Revision);

    private async Task AskAsync()
    {
        while (_again)
        {
            _again = false;
            var version = _version;
            try
            {
                var view = await _ask!();
                if (version == _version)
                    take(view);
                else
                    _again = true;
            }
            catch (Exception) when (version != _version || _again)
            {
                _again = true; // What failed is asked for no more, or asked for once more anyway.
            }
        }
    }

    private void OnNews(StudioNews heard)
    {
        if (heard.WeddingId == WeddingId)
            page.Post(() => IsOld(heard) ? RefreshAsync() : Task.CompletedTask);
    }

    // The news of what was said here may come before the answer or after it. While the view is
    // being asked for nobody knows yet whom it shows.
    private bool IsOld(StudioNews heard)
    {
        if (heard.Revision == _said || !(heard.Ids.Count == 0 || !_asking.IsCompleted || Concerns(heard.Ids)))
            return false;
        if (_changing == 0)
            return true;
        _missed.Add(heard.Revision);
        return false;
    }

    private void Listen()
    {
        if (news.HasFlag(NewsOf.People))
            studio.PeopleChanged += OnNews;
        if (news.HasFlag(NewsOf.Picks))
            studio.PicksChanged += OnNews;
        if (news.HasFlag(NewsOf.FailedPhotos))
            studio.PhotoFailed += OnNews;
        studio.Returned += Refresh;
    }

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.PicksChanged -= OnNews;
        studio.PhotoFailed -= OnNews;
        studio.Returned -= Refresh;
    }
}
