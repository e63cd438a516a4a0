using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Sqlite;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Photos.HelperProcesses;

namespace WeddingStudio.Engine.Visits;

/// <summary>A pause in the visits at which the later stages run. IsLast: every photo has been visited.</summary>
public readonly record struct Checkpoint(bool IsLast, long Revision);

/// <summary>Visits every photo that waits: decode, previews, faces, measures. Photos of another model pack are visited again.</summary>
public sealed partial class FacesStage(
    StudioStore store, StudioPaths paths, PhotoVisitor visitor, ModelLibrary library, SessionFactory sessions, StudioEvents events,
    FirstFaces first, PhotoHelpers helpers, IOptions<FacesOptions> options)
{
    /// <summary>
    /// Stops at checkpoints; no photo is being read while the caller works at one. The last checkpoint always comes, exactly once.
    /// Throws <see cref="ModelPackException"/> without usable models, <see cref="Inference.Devices.DeviceException"/> when what they run on
    /// fails, <see cref="IOException"/> or <see cref="StudioStoreException"/> when results cannot
    /// be stored; what was read until then is kept.
    /// </summary>
    public async IAsyncEnumerable<Checkpoint> VisitAsync(
        WeddingId weddingId, IProgress<StageProgress> progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var models = library.Choose();

        helpers.Warm(Workers);

        // Before anything waits to be read again: models that do not open leave everything as it is.
        var reader = FaceReader.Open(models, sessions, options.Value);
        first.Begin(weddingId);
        await WaitAgainAsync(weddingId, models, ct);
        var run = await PrepareAsync(weddingId, models, reader, progress, ct);
        var (next, until) = (0, options.Value.FirstCheckpointPhotos);
        var limit = TimeSpan.FromSeconds(options.Value.FirstCheckpointSeconds);
        while (true)
        {
            next = await RoundAsync(run, run.Visit.RunAsync, next, until, limit, ct);
            if (next == run.PhotoIds.Count)
                break;
            yield return new Checkpoint(IsLast: false, await NextRevisionAsync(weddingId, ct));

            // Later stages work on all photos read so far: pausing at each doubling keeps their cost in proportion.
            (until, limit) = (next + run.DoneBefore + next, TimeSpan.MaxValue);
        }

        // Small faces cost more than all others together: whoever can be seen without them is shown first.
        var closer = await PrepareSecondLooksAsync(run, progress, ct);
        if (closer.PhotoIds.Count > 0)
        {
            yield return new Checkpoint(IsLast: false, await NextRevisionAsync(weddingId, ct));
            await RoundAsync(closer, run.Visit.LookAgainAsync, 0, closer.PhotoIds.Count, TimeSpan.MaxValue, ct);
        }

        first.End(weddingId);
        yield return new Checkpoint(IsLast: true, await NextRevisionAsync(weddingId, ct));
    }

    /// <summary>
    /// Visits from <paramref name="next"/> on, up to <paramref name="until"/> or the time limit; returns the first not visited.
    /// </summary>
    private async Task<int> RoundAsync(
        VisitRun run, Func<int, CancellationToken, Task<bool>> visit, int next, int until, TimeSpan limit, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        run.Progress.Resume();
        try
        {
            await VisitAllAsync(run, visit, Take(run.FirstSuspect), Workers, ct);

            // One at a time, so that a photo the reader crashes on again takes no other photo's good name with it.
            await VisitAllAsync(run, visit, Take(run.PhotoIds.Count), 1, ct);
        }
        catch (Exception error) when (StorageFault(error) is not null)
        {
            throw StorageFault(error)!;
        }
        finally
        {
            run.Progress.Rest();
        }

        return next;

        IEnumerable<int> Take(int end)
        {
            while (next < Math.Min(end, until) && clock.Elapsed < limit)
                yield return run.PhotoIds[next++];
        }
    }

    /// <summary>A photo that takes the process down twice while it is looked at in tiles is left as it is.</summary>
    private const int MostSecondLooks = 2;

    private PhotoVisit VisitOf(Wedding wedding, ModelSet models, FaceReader reader) =>
        new(store, paths, visitor, reader, models, wedding, new SaidFaces(store, wedding.Id), first);

    private int Workers => options.Value.Workers > 0 ? options.Value.Workers : Environment.ProcessorCount;

    private Task VisitAllAsync(
        VisitRun run, Func<int, CancellationToken, Task<bool>> visit, IEnumerable<int> photoIds, int workers, CancellationToken ct) =>
        Parallel.ForEachAsync(photoIds, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = ct },
            async (photoId, stop) =>
            {
                var readable = await visit(photoId, stop);
                run.Progress.Visited(readable);
                if (!readable)
                    events.OnPhotoFailed(new StudioChange(run.WeddingId, await RevisionAsync(run.WeddingId), [photoId]));
            });

    /// <summary>What the user can do about a database that takes no more; null for any other error.</summary>
    private Exception? StorageFault(Exception error) => SqliteDatabase.FaultOf(error) switch
    {
        null => null,
        { Kind: StoreFaultKind.DiskFull } => new DiskFullException(paths.Database, error),
        var fault => new StudioStoreException(new Message("Store.WriteFailed", paths.Database, fault.Said), error),
    };
}
