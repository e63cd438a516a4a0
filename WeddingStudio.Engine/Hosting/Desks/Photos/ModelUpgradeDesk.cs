using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Inference.Pulling;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

/// <summary>
/// The sharper analysis: a pack of public models that a planner fetches by a click, into the data directory and for the whole studio.
/// Nothing is fetched without a click. What a stop, a fault or the end of the studio cut short goes on with the next one.
/// </summary>
public sealed partial class ModelUpgradeDesk(
    ModelLibrary library, IOptions<ModelsOptions> options, FolderBrowser folders, AnalysisQueue queue, StudioStore store,
    StudioEvents events, TimeProvider clock, ILogger<ModelUpgradeDesk> logger) : IHostedService
{
    internal const string PackName = "open";
    private static readonly TimeSpan SendInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Somebody looks on: where there is no network, that is said soon, and another click goes on.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    private readonly Lock _gate = new();
    private Fetch? _fetch;
    private Message? _trouble;

    /// <summary>What there is to tell a planner of this wedding; null when there is nothing.</summary>
    public async Task<ModelUpgradeView?> ViewAsync(WeddingId weddingId, CancellationToken ct)
    {
        var (now, trouble) = State();
        if (await store.ReadAsync(db => db.Weddings.Where(w => w.Id == weddingId).Select(w => w.PhotoFolder).SingleAsync(ct),
            ct) == Wedding.DrawnFolder(weddingId))
            return null; // Its people are drawn, and the built-in models know them best.
        if (now is null && library.TryChoose() is { Embedder.Pack.Name: PackName } better)
            return await EarlierAsync(weddingId, better.Fingerprint, ct) is > 0 and var earlier ? new ModelUpgradeView
            {
                Licence = "", Urls = [], Earlier = earlier,
            } : null;
        return (now is not null || IsOffered) && Source() is { } source
            ? new ModelUpgradeView
            {
                TotalBytes = source.Downloads.Sum(file => file.Bytes),
                BytesHere = PullFolder.BytesHere(Place, source),
                Licence = source.Licence,
                Urls = [.. source.Downloads.Select(file => file.Url!.AbsoluteUri)],
                Progress = now?.Progress,
                Trouble = trouble,
            }
            : null;
    }

    /// <summary>Begins to fetch it, and has this wedding's photos looked at again when it is here.</summary>
    /// <param name="weddingId">Whose page the planner clicked on.</param>
    /// <param name="broughtIn">A folder of this computer that the files were brought in; null = from the network.</param>
    public DeskAnswer Begin(WeddingId weddingId, string? broughtIn)
    {
        if (broughtIn is not null && folders.Refusal(broughtIn) is { } refusal)
            return new DeskAnswer(false, refusal);
        if (!IsOffered || Source() is not { } source)
            return new DeskAnswer(false, new("Photos.NothingToFetch"));
        lock (_gate)
        {
            if (_fetch is not null)
                return new DeskAnswer(true, new("Photos.FetchOnItsWayAlready"));
            var fetch = new Fetch(source);
            (_fetch, _trouble) = (fetch, null);
            fetch.Task = Task.Run(() => FetchAsync(fetch, weddingId, broughtIn));
        }

        return new DeskAnswer(true, new("Photos.FetchOnItsWay"));
    }

    /// <summary>What has come is kept.</summary>
    public async Task StopAsync()
    {
        var (now, _) = State();
        if (now is null)
            return;
        await now.Stop.CancelAsync();
        await now.Task;
    }

    private async Task FetchAsync(Fetch fetch, WeddingId weddingId, string? broughtIn)
    {
        Message? trouble = null;
        events.OnModelUpgradeChanged(null);
        try
        {
            await PullAsync(fetch, broughtIn, fetch.Stop.Token);
            await LookAgainAsync(weddingId, fetch.Stop.Token);
        }
        catch (OperationCanceledException) when (fetch.Stop.IsCancellationRequested)
        {
            // Somebody stopped it, or the studio ends.
        }
        catch (Exception failure)
        {
            FailureMessages.Log(logger, "The sharper analysis could not be fetched", failure, Again.Try);
            trouble = Told(failure);
        }

        lock (_gate)
            (_fetch, _trouble) = (null, trouble);
        events.OnModelUpgradeChanged(null);
    }

    private async Task PullAsync(Fetch fetch, string? broughtIn, CancellationToken ct)
    {
        var listener = new Listener(this, fetch);
        if (broughtIn is not null)
        {
            await PackPull.TakeAsync(fetch.Source, broughtIn, Place, listener, ct);
            return;
        }

        using var http = PackPull.Client(proxy: null);
        await new PackPull(http) { Pauses = Pauses }.RunAsync(fetch.Source, Place, listener, ct);
    }

    /// <summary>
    /// An analysis under way begins again with the new models; one that was paused, or never asked for, waits for whoever asks for it.
    /// </summary>
    private async Task LookAgainAsync(WeddingId weddingId, CancellationToken ct)
    {
        var job = await queue.LatestAsync(weddingId, ct);
        if (job is null or { State: JobState.Paused })
            return;
        if (job.State is JobState.Queued or JobState.Running)
            await queue.PauseAsync(weddingId, ct);
        await queue.EnqueueAsync(weddingId, ct);
    }

    private void Tell(Fetch fetch, PullProgress progress)
    {
        fetch.Progress = progress;
        if (progress.RetryIn is null && clock.GetElapsedTime(fetch.ToldAt) < SendInterval)
            return;
        fetch.ToldAt = clock.GetTimestamp();
        events.OnModelUpgradeChanged(progress);
    }

    private (Fetch? Fetch, Message? Trouble) State()
    {
        lock (_gate)
            return (_fetch, _trouble);
    }

    private bool IsOffered => library.TryChoose() is { Embedder.Pack.Manifest.BuiltIn: true } && library.WouldTakePulled;

    private string Place => options.Value.PulledDirectory;

    /// <summary>Null where the program came without its list: then there is nothing to offer.</summary>
    private PackSource? Source()
    {
        try
        {
            var source = ModelSources.Read().Find(PackName);
            return options.Value.ModelsMirror is { } mirror ? source.At(mirror) : source;
        }
        catch (ModelPackException)
        {
            return null;
        }
    }

    /// <summary>How many photos were read by other models than those of now.</summary>
    private Task<int> EarlierAsync(WeddingId weddingId, string fingerprint, CancellationToken ct) => store.ReadAsync(db =>
        db.Photos.CountAsync(photo => photo.WeddingId == weddingId && photo.State == PhotoState.Ready && photo.Pack != fingerprint, ct),
        ct);

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => StopAsync().WaitAsync(cancellationToken);

    private sealed class Fetch(PackSource source)
    {
        public PackSource Source { get; } = source;
        public CancellationTokenSource Stop { get; } = new();
        public Task Task { get; set; } = Task.CompletedTask;
        public PullProgress Progress { get; set; } = new() { Pack = source.Name, TotalBytes = source.Downloads.Sum(file => file.Bytes) };
        public long ToldAt { get; set; }
    }

    private sealed class Listener(ModelUpgradeDesk desk, Fetch fetch) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) => desk.Tell(fetch, value);
    }
}
