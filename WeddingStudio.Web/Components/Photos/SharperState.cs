using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What a planner sees of the sharper analysis: that there is one, how far its fetch is, what became of it.</summary>
public sealed class SharperState(StudioConnection studio, PageThread page) : IDisposable
{
    private string _weddingId = "";
    private JobState? _job;

    public event Action? Changed;

    /// <summary>Null: there is nothing to tell.</summary>
    public SharperView? View { get; private set; }
    public PullProgress? Progress { get; private set; }
    public string? Trouble { get; private set; }

    public async Task OpenAsync(string weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == _weddingId)
            return;
        if (_weddingId.Length == 0)
        {
            page.Use(dispatch);
            studio.SharperChanged += OnSharper;
            studio.ProgressChanged += OnJob;
            studio.Returned += Refresh;
        }

        (_weddingId, View, Progress, Trouble) = (weddingId, null, null, null);
        await LoadAsync();
    }

    /// <param name="broughtIn">A folder of the studio's computer; null = from the network.</param>
    public async Task FetchAsync(string? broughtIn)
    {
        var answer = await studio.FetchSharperAsync(_weddingId, broughtIn);
        await LoadAsync();
        Trouble = answer.Done ? Trouble : answer.Message;
        Changed?.Invoke();
    }

    public async Task StopAsync()
    {
        await studio.StopSharperAsync(_weddingId);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var asked = _weddingId;
        var view = await studio.SharperAsync(asked);
        if (asked != _weddingId)
            return;
        (View, Progress, Trouble) = (view, view?.Progress, view?.Trouble);
        Changed?.Invoke();
    }

    private void OnSharper(PullProgress? progress) => page.Post(() =>
    {
        if (progress is null || View is null)
            return LoadAsync();
        Progress = progress;
        Changed?.Invoke();
        return Task.CompletedTask;
    });

    /// <summary>An analysis that ended may have read what was read before.</summary>
    private void OnJob(ProgressNews news)
    {
        if (news.WeddingId != _weddingId || news.Job == _job)
            return;
        _job = news.Job;
        Refresh();
    }

    private void Refresh() => page.Post(LoadAsync);

    public void Dispose()
    {
        studio.SharperChanged -= OnSharper;
        studio.ProgressChanged -= OnJob;
        studio.Returned -= Refresh;
    }
}
