using WeddingStudio.Web.Components.Connection;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What a planner sees of the sharper analysis: that there is one, how far its fetch is, what became of it.</summary>
public sealed class SharperState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly PageThread _page;
    private readonly Watched<SharperView?> _sharper;
    private JobState? _job;

    public SharperState(StudioConnection studio, PageThread page)
    {
        (_studio, _page) = (studio, page);
        _sharper = new(studio, page, NewsOf.Nothing, Take);
        studio.SharperChanged += OnSharper;
        studio.ProgressChanged += OnJob;
    }

    public event Action? Changed;

    /// <summary>Null: there is nothing to tell.</summary>
    public SharperView? View { get; private set; }
    public PullProgress? Progress { get; private set; }
    public string? Trouble { get; private set; }

    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == _sharper.WeddingId)
            return;
        (View, Progress, Trouble) = (null, null, null);
        await _sharper.OpenAsync(weddingId, dispatch, () => _studio.Photos.Sharper(weddingId));
    }

    /// <param name="broughtIn">A folder of the studio's computer; null = from the network.</param>
    public async Task FetchAsync(string? broughtIn)
    {
        var answer = await _studio.Photos.FetchSharper(_sharper.WeddingId, broughtIn);
        await _sharper.RefreshAsync();
        Trouble = answer.Done ? Trouble : answer.Message;
        Changed?.Invoke();
    }

    public async Task StopAsync()
    {
        await _studio.Photos.StopSharper(_sharper.WeddingId);
        await _sharper.RefreshAsync();
    }

    private void Take(SharperView? view)
    {
        (View, Progress, Trouble) = (view, view?.Progress, view?.Trouble);
        Changed?.Invoke();
    }

    private void OnSharper(PullProgress? progress) => _page.Post(() =>
    {
        if (progress is null || View is null)
            return _sharper.RefreshAsync();
        Progress = progress;
        Changed?.Invoke();
        return Task.CompletedTask;
    });

    /// <summary>An analysis that ended may have read what was read before.</summary>
    private void OnJob(ProgressNews news)
    {
        if (news.WeddingId != _sharper.WeddingId || news.Job == _job)
            return;
        _job = news.Job;
        _sharper.Refresh();
    }

    public void Dispose()
    {
        _studio.SharperChanged -= OnSharper;
        _studio.ProgressChanged -= OnJob;
        _sharper.Dispose();
    }
}
