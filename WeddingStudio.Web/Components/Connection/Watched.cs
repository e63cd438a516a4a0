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
/// A view of one wedding that a page shows: asked for when the page opens, again when news concern it and when the line comes back. News
/// that come while it is being asked for lead to one more question, however many they are.
/// </summary>
/// <param name="studio">Whom it is asked for.</param>
/// <param name="page">On whose thread it is taken.</param>
/// <param name="news">Which news it may hang on.</param>
/// <param name="take">Shows it.</param>
public sealed class Watched<TView>(StudioConnection studio, PageThread page, NewsOf news, Action<TView> take) : IDisposable
{
    private Func<Task<TView>>? _ask;
    private Task _asking = Task.CompletedTask;
    private bool _again;
    private int _version;
    private int _saying;
    private long _said;

    public WeddingId WeddingId { get; private set; }

    /// <summary>Whether news of these people or photos concern the view; of none named: of all of them.</summary>
    public Func<IReadOnlyList<int>, bool> Concerns { get; init; } = _ => true;

    /// <summary>
    /// Asks for the view of another wedding, person or photo from now on, beginning at once; what was asked for before is not shown.
    /// </summary>
    /// <param name="dispatch">The page's `InvokeAsync`.</param>
    public Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch, Func<Task<TView>> ask)
    {
        page.Use(dispatch);
        if (_ask is null)
            Listen();
        (WeddingId, _ask) = (weddingId, ask);
        _version++;
        return RefreshAsync();
    }

    /// <summary>Asks again, and ends when the answer is shown.</summary>
    public Task RefreshAsync()
    {
        _again = true;
        return _asking.IsCompleted ? _asking = AskAsync() : _asking;
    }

    public void Refresh() => page.Post(RefreshAsync);

    /// <summary>
    /// Says something that changes the view. Its own news lead to no question: whoever says it asks again when it is done. What was asked
    /// for before it was done may lack it and is not shown.
    /// </summary>
    public async Task<CorrectionOutcome> SayAsync(Func<Task<CorrectionOutcome>> say)
    {
        _saying++;
        try
        {
            var outcome = await say();
            _said = outcome.Revision;
            return outcome;
        }
        finally
        {
            _saying--;
            _version++;
        }
    }

    private async Task AskAsync()
    {
        while (_again)
        {
            _again = false;
            var version = _version;
            var view = await _ask!();
            if (version == _version)
                take(view);
            else
                _again = true;
        }
    }

    private void OnNews(StudioNews heard)
    {
        if (heard.WeddingId == WeddingId)
            page.Post(() => IsOld(heard) ? RefreshAsync() : Task.CompletedTask);
    }

    // The news of what was said here may come before the answer or after it.
    private bool IsOld(StudioNews heard) => _saying == 0 && heard.Revision != _said && (heard.Ids.Count == 0 || Concerns(heard.Ids));

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
