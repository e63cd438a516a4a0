using WeddingStudio.Web.Components.Connection;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What the Photos page shows: where photos come from, how far their analysis is, which files gave trouble.</summary>
public sealed class ImportState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly PageThread _page;
    private readonly Watched<Import> _import;
    private bool _startAfterConsent;
    private long _askAgainAt;

    public ImportState(StudioConnection studio, PageThread page)
    {
        (_studio, _page) = (studio, page);
        _import = new(studio, page, NewsOf.FailedPhotos, Take);
        studio.ProgressChanged += OnProgress;
    }

    public event Action? Changed;

    public WeddingId WeddingId => _import.WeddingId;
    public bool IsPlanner { get; private set; }
    public ImportView? View { get; private set; }
    public IReadOnlyList<ProblemView> Problems { get; private set; } = [];
    public IReadOnlyList<ClockView> Clocks { get; private set; } = [];
    public IReadOnlyList<StageProgress> Stages { get; private set; } = [];
    public JobState? Job { get; private set; }
    public bool AsksConsent { get; private set; }
    public Message? Trouble { get; private set; }

    public bool IsDrawing => Job == JobState.Running && View is { StillToDraw: true };

    public bool IsBusy => Job is JobState.Queued or JobState.Running;

    /// <summary>The photos are not where they were.</summary>
    public bool AsksWhere => View is { FolderTrouble: not null } or { Photos.Missing: > 0 } && !IsBusy;

    public bool HasPhotos => View is { } view && (view.Folder is not null || view.Photos.Uploaded > 0);
    public bool CanStart => HasPhotos && (View!.ModelTrouble is null || View.StillToDraw)
        && Job is null or JobState.Done or JobState.Failed or JobState.Cancelled;

    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        (View, Problems, Clocks, Stages, Job) = (null, [], [], [], null);
        (AsksConsent, _startAfterConsent, Trouble) = (false, false, null);
        await _import.OpenAsync(weddingId, dispatch, () => AskAsync(weddingId));
    }

    public async Task ChooseFolderAsync(string path)
    {
        var answer = await _import.ChangeAsync(() => _studio.Photos.ChooseFolder(WeddingId, path));
        Trouble = answer.Done ? null : answer.Message;
        await RefreshAsync();
    }

    /// <summary>The photos lie in this folder now: they are looked for there at once.</summary>
    public async Task ShowWhereAsync(string path)
    {
        await ChooseFolderAsync(path);
        if (Trouble is null)
            await StartAsync();
    }

    public Task GoOnWithoutMissingAsync() => AfterAsync(() => _studio.Photos.GoOnWithoutMissing(WeddingId));

    /// <summary>Starts the analysis, or asks first who agreed to it.</summary>
    public async Task StartAsync()
    {
        if (View?.ConsentBy is null)
        {
            (AsksConsent, _startAfterConsent) = (true, true);
            Changed?.Invoke();
            return;
        }

        await AfterAsync(() => _studio.Photos.StartAnalysis(WeddingId));
    }

    public async Task ConsentAsync(string who)
    {
        var answer = await _import.ChangeAsync(() => _studio.Photos.GiveConsent(WeddingId, who));
        (AsksConsent, Trouble) = (!answer.Done, answer.Done ? null : answer.Message);
        await RefreshAsync();
        if (answer.Done && _startAfterConsent)
            await StartAsync();
    }

    public void Reconsider()
    {
        AsksConsent = false;
        Changed?.Invoke();
    }

    public Task PauseAsync() => AfterAsync(() => _studio.Photos.PauseAnalysis(WeddingId));

    public Task TryAgainAsync() => AfterAsync(() => _studio.Photos.TryAgain(WeddingId));

    public Task SetTimeZoneAsync(string zone) => AfterAsync(() => _studio.Photos.SetTimeZone(WeddingId, zone));

    public Task CancelAsync() => AfterAsync(() => _studio.Photos.CancelAnalysis(WeddingId));

    /// <param name="correction">Seconds to add to a camera's times; null = as the studio thinks itself.</param>
    public Task SetClockAsync((int CameraId, double? Seconds) correction) =>
        AfterAsync(() => _studio.Photos.SetClock(WeddingId, correction.CameraId, correction.Seconds));

    public Task RefreshAsync() => _import.RefreshAsync();

    private async Task<Import> AskAsync(WeddingId weddingId) => new(
        (await _studio.Weddings.Me()).IsPlanner, await _studio.Photos.Import(weddingId), await _studio.Photos.Problems(weddingId),
        await _studio.Photos.Clocks(weddingId));

    private void Take(Import import)
    {
        (IsPlanner, View, Problems, Clocks) = import;
        (Stages, Job) = (import.View.Stages, import.View.Job);
        Changed?.Invoke();
    }

    private async Task AfterAsync(Func<Task<DeskAnswer>> change)
    {
        var answer = await _import.ChangeAsync(change);
        Trouble = answer.Done ? null : answer.Message;
        await RefreshAsync();
    }

    private void OnProgress(ProgressNews news) => _page.Post(() => Take(news));

    private void Take(ProgressNews news)
    {
        if (news.WeddingId != WeddingId)
            return;
        // Counts of photos and problems are worth asking for when a stage begins or the job turns, not at every step.
        var turned = Job != news.Job || Stages.Count != news.Stages.Count || IsMeeting(news);
        (Stages, Job) = (news.Stages, news.Job);
        Changed?.Invoke();
        if (turned)
            _import.Refresh();
    }

    /// <summary>
    /// The first faces come with the first photos: then it is worth asking at every step, but not more than once a second.
    /// </summary>
    private bool IsMeeting(ProgressNews news)
    {
        if (news.Job != JobState.Running || View?.FirstFaces is not { Count: < Limits.FirstFaces } || Environment.TickCount64 < _askAgainAt
            || !news.Stages.Any(stage => stage.Stage == Stage.Faces && stage.Done is > 0 and <= Limits.FirstFaces))
            return false;
        _askAgainAt = Environment.TickCount64 + 1000;
        return true;
    }

    public void Dispose()
    {
        _studio.ProgressChanged -= OnProgress;
        _import.Dispose();
    }

    private sealed record Import(bool IsPlanner, ImportView View, IReadOnlyList<ProblemView> Problems, IReadOnlyList<ClockView> Clocks);
}
