using WeddingStudio.Web.Components.Connection;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What a planner sees of the sharper analysis: that there is one, how far its fetch is, what became of it.</summary>
public sealed class ModelUpgradeState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly PageThread _page;
    private readonly Watched<ModelUpgradeView?> _sharper;
    private JobState? _job;

    public ModelUpgradeState(StudioConnection studio, PageThread page)
    {
        (_studio, _page) = (studio, page);
        _sharper = new(studio, page, NewsOf.Nothing, Take);
        studio.ModelUpgradeChanged += OnModelUpgrade;
        studio.ProgressChanged += OnJob;
    }

    public event Action? Changed;

    /// <summary>Null: there is nothing to tell.</summary>
    public ModelUpgradeView? View { get; private set; }
    public PullProgress? Progress { get; private set; }
    public Message? Trouble { get; private set; }

    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == _sharper.WeddingId)
            return;
        (View, Progress, Trouble) = (null, null, null);
        await _sharper.OpenAsync(weddingId, dispatch, () => _studio.Photos.ModelUpgrade(weddingId));
    }

    /// <param name="broughtIn">A folder of the studio's computer; null = from the network.</param>
    public async Task FetchAsync(string? broughtIn)
    {
        var answer = await _studio.Photos.FetchModelUpgrade(_sharper.WeddingId, broughtIn);
        await _sharper.RefreshAsync();
        Trouble = answer.Done ? Trouble : answer.Message;
        Changed?.Invoke();
    }

    public async Task StopAsync()
    {
        await _studio.Photos.StopModelUpgrade(_sharper.WeddingId);
        await _sharper.RefreshAsync();
    }

    private void Take(ModelUpgradeView? view)
    {
        (View, Progress, Trouble) = (view, view?.Progress, view?.Trouble);
        Changed?.Invoke();
    }

    private void OnModelUpgrade(PullProgress? progress) => _page.Post(() =>
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
        _studio.ModelUpgradeChanged -= OnModelUpgrade;
        _studio.ProgressChanged -= OnJob;
        _sharper.Dispose();
    }
}
