using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Visits;

/// <summary>What a run has to do: asked of the database, never remembered.</summary>
public sealed partial class FacesStage
{
    /// <summary>Embeddings are never compared across packs, so photos read with other models are read again.</summary>
    private Task WaitAgainAsync(WeddingId weddingId, ModelSet models, CancellationToken ct) => store.WriteAsync(async db =>
    {
        Expression<Func<Photo, bool>> isOther = photo => photo.WeddingId == weddingId && photo.State == PhotoState.Ready
            && photo.Pack != models.Fingerprint;

        // Nobody would be found where the same models found nobody.
        await db.Photos.Where(isOther).Where(photo => photo.Finding == models.Finding && !db.Faces.Any(face => face.PhotoId == photo.Id))
            .ExecuteUpdateAsync(photo => photo.SetProperty(p => p.Pack, models.Fingerprint), ct);
        var waiting = await db.Photos.Where(isOther).ExecuteUpdateAsync(
            photo => photo.SetProperty(p => p.State, PhotoState.Waiting).SetProperty(p => p.Attempts, 0), ct);
        if (waiting > 0)
            await Revisions.RaiseAsync(db, weddingId, ct);
    }, ct);

    /// <summary>What is being read at this moment is given up in good order: nobody counts it as a try that ended badly.</summary>
    public Task ForgiveAsync(CancellationToken ct) => store.WriteAsync(db => db.Photos.Where(photo => photo.State == PhotoState.Attempting)
        .ExecuteUpdateAsync(photo => photo.SetProperty(p => p.State, PhotoState.Waiting).SetProperty(p => p.Attempts, p => p.Attempts - 1),
            ct), ct);

    private async Task<VisitRun> PrepareAsync(
        WeddingId weddingId, ModelSet models, FaceReader reader, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var wedding = await store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct);
        var waiting = await store.ReadAsync(db => db.Photos
            .Where(photo => photo.WeddingId == weddingId && photo.State == PhotoState.Waiting && photo.ContentHash != null)
            .Select(photo => new { photo.Id, photo.Path, photo.Attempts }).ToListAsync(ct), ct);
        var counts = await store.ReadAsync(db => db.Photos
            .Where(photo => photo.WeddingId == weddingId && (photo.State == PhotoState.Ready || photo.State == PhotoState.Problem))
            .GroupBy(photo => photo.State).ToDictionaryAsync(group => group.Key, group => group.Count(), ct), ct);

        var sorted = waiting.OrderBy(photo => photo.Attempts).ThenBy(photo => photo.Path, StringComparer.Ordinal).ToList();
        var fresh = VisitOrder.SpreadOut(sorted.FindAll(photo => photo.Attempts == 0));
        var order = fresh.Concat(sorted.Skip(fresh.Count)).Select(photo => photo.Id).ToList();
        var (ready, failed) = (counts.GetValueOrDefault(PhotoState.Ready), counts.GetValueOrDefault(PhotoState.Problem));
        return new VisitRun(
            weddingId, order, fresh.Count, ready + failed,
            VisitOf(wedding, models, reader),
            new VisitProgress(progress, Stage.Faces, ready + failed, failed, ready + failed + order.Count));
    }

    /// <summary>The second looks that are due once all photos have been read; not those that failed twice.</summary>
    private async Task<VisitRun> PrepareSecondLooksAsync(VisitRun run, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var due = await store.ReadAsync(db => db.Photos
            .Where(photo => photo.WeddingId == run.WeddingId && photo.State == PhotoState.Ready && photo.SecondLookDue
                && photo.Attempts < MostSecondLooks)
            .OrderBy(photo => photo.Path).Select(photo => photo.Id).ToListAsync(ct), ct);
        var order = VisitOrder.SpreadOut(due);
        return run with { PhotoIds = order, FirstSuspect = order.Count, DoneBefore = 0, Progress = new VisitProgress(progress,
            Stage.SmallFaces, 0, 0, order.Count) };
    }

    private Task<long> NextRevisionAsync(WeddingId weddingId, CancellationToken ct) =>
        store.WriteAsync(db => Revisions.RaiseAsync(db, weddingId, ct), ct);

    /// <summary>Of now: what photos bring is counted at checkpoints.</summary>
    private Task<long> RevisionAsync(WeddingId weddingId) =>
        store.ReadAsync(db => Revisions.NowAsync(db, weddingId, CancellationToken.None), CancellationToken.None);

    /// <param name="WeddingId">Whose photos.</param>
    /// <param name="PhotoIds">In the order of the visits; those from <paramref name="FirstSuspect"/> on were
    /// being read when the process ended before.</param>
    /// <param name="FirstSuspect">Index into PhotoIds; its length when there is none.</param>
    /// <param name="DoneBefore">Photos of the wedding that need no visit any more.</param>
    /// <param name="Visit">Does one photo.</param>
    /// <param name="Progress">Counts them.</param>
    private sealed record VisitRun(
        WeddingId WeddingId, IReadOnlyList<int> PhotoIds, int FirstSuspect, int DoneBefore, PhotoVisit Visit, VisitProgress Progress);
}
