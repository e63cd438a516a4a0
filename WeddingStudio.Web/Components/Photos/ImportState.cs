using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What the Photos page shows: where photos come from, how far their analysis is, which files gave trouble.</summary>
public sealed class ImportState(StudioConnection studio, PageThread page) : IDisposable
{
    private bool _startAfterConsent;
    private long _askAgainAt;

    public event Action? Changed;

    public string WeddingId { get; private set; } = "";
    public bool IsPlanner { get; private set; }
    public ImportView? View { get; private set; }
    public IReadOnlyList<ProblemView> Problems { get; private set; } = [];
    public IReadOnlyList<ClockView> Clocks { get; private set; } = [];
    public IReadOnlyList<StageProgress> Stages { get; private set; } = [];
    public JobState? Job { get; private set; }
    public bool AsksConsent { get; private set; }
    public string? Trouble { get; private set; }

    public bool IsDrawing => Job == JobState.Running && View is { StillToDraw: true };

    public bool IsBusy => Job is JobState.Queued or JobState.Running;

    /// <summary>The photos are not where they were.</summary>
    public bool AsksWhere => View is { FolderTrouble: not null } or { Missing: > 0 } && !IsBusy;

    public bool HasPhotos => View is { } view && (view.Folder is not null || view.Uploaded > 0);
    public bool CanStart => HasPhotos && (View!.ModelTrouble is null || View.StillToDraw) && Job is null or JobState.Done or JobState.Failed or JobState.Cancelled;

    public async Task OpenAsync(string weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        if (WeddingId.Length == 0)
        {
            page.Use(dispatch);
            studio.ProgressChanged += OnProgress;
            studio.PhotoFailed += OnPhotoFailed;
            studio.Returned += Refresh;
        }

        (WeddingId, View, Problems, Clocks, Stages, Job) = (weddingId, null, [], [], [], null);
        (AsksConsent, _startAfterConsent, Trouble) = (false, false, null);
        IsPlanner = (await studio.MeAsync()).IsPlanner;
        await LoadAsync();
    }

    public async Task ChooseFolderAsync(string path)
    {
        var answer = await studio.ChooseFolderAsync(WeddingId, path);
        Trouble = answer.Done ? null : answer.Message;
        await LoadAsync();
    }

    /// <summary>The photos lie in this folder now: they are looked for there at once.</summary>
    public async Task ShowWhereAsync(string path)
    {
        await ChooseFolderAsync(path);
        if (Trouble is null)
            await StartAsync();
    }

    public Task GoOnWithoutMissingAsync() => AfterAsync(studio.GoOnWithoutMissingAsync(WeddingId));

    /// <summary>Starts the analysis, or asks first who agreed to it.</summary>
    public async Task StartAsync()
    {
        if (View?.ConsentBy is null)
        {
            (AsksConsent, _startAfterConsent) = (true, true);
            Changed?.Invoke();
            return;
        }

        await AfterAsync(studio.StartAnalysisAsync(WeddingId));
    }

    public async Task ConsentAsync(string who)
    {
        var answer = await studio.GiveConsentAsync(WeddingId, who);
        (AsksConsent, Trouble) = (!answer.Done, answer.Done ? null : answer.Message);
        await LoadAsync();
        if (answer.Done && _startAfterConsent)
            await StartAsync();
    }

    public void Reconsider()
    {
        AsksConsent = false;
        Changed?.Invoke();
    }

    public Task PauseAsync() => AfterAsync(studio.PauseAnalysisAsync(WeddingId));

    public Task TryAgainAsync() => AfterAsync(studio.TryAgainAsync(WeddingId));

    public Task SetTimeZoneAsync(string zone) => AfterAsync(studio.SetTimeZoneAsync(WeddingId, zone));

    public Task CancelAsync() => AfterAsync(studio.CancelAnalysisAsync(WeddingId));

    /// <param name="correction">Seconds to add to a camera's times; null = as the studio thinks itself.</param>
    public Task SetClockAsync((int CameraId, double? Seconds) correction) =>
        AfterAsync(studio.SetClockAsync(WeddingId, correction.CameraId, correction.Seconds));

    public async Task LoadAsync()
    {
        var asked = WeddingId;
        var view = await studio.ImportAsync(asked);
        var problems = await studio.ProblemsAsync(asked);
        var clocks = await studio.ClocksAsync(asked);
        if (asked != WeddingId)
            return;
        (View, Problems, Clocks, Stages, Job) = (view, problems, clocks, view.Stages, view.Job);
        Changed?.Invoke();
    }

    private async Task AfterAsync(Task<DeskAnswer> asked)
    {
        var answer = await asked;
        Trouble = answer.Done ? null : answer.Message;
        await LoadAsync();
    }

    private void OnProgress(ProgressNews news) => page.Post(() => Take(news));

    private void Take(ProgressNews news)
    {
        if (news.WeddingId != WeddingId)
            return;
        // Counts of photos and problems are worth asking for when a stage begins or the job turns, not at every step.
        var turned = Job != news.Job || Stages.Count != news.Stages.Count || IsMeeting(news);
        (Stages, Job) = (news.Stages, news.Job);
        Changed?.Invoke();
        if (turned)
            Refresh();
    }

    /// <summary>The first faces come with the first photos: then it is worth asking at every step, but not more than once a second.</summary>
    private bool IsMeeting(ProgressNews news)
    {
        if (news.Job != JobState.Running || View?.FirstFaces is not { Count: < FirstFaces.Most } || Environment.TickCount64 < _askAgainAt
            || !news.Stages.Any(stage => stage.Stage == Stage.Faces && stage.Done is > 0 and <= FirstFaces.Most))
            return false;
        _askAgainAt = Environment.TickCount64 + 1000;
        return true;
    }

    private void OnPhotoFailed(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private void Refresh() => page.Post(LoadAsync);

    public void Dispose()
    {
        studio.ProgressChanged -= OnProgress;
        studio.PhotoFailed -= OnPhotoFailed;
        studio.Returned -= Refresh;
    }
}
