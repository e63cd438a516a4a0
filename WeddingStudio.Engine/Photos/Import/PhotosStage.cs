using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Photos.Import;

/// <summary>
/// Finds the wedding's photos and fingerprints those that are new or changed; reading them is left to the visits. Running it again
/// over the same folder changes nothing.
/// </summary>
public sealed class PhotosStage(StudioStore store, StudioPaths paths, UploadStore uploads, ImportBounds bounds, StudioEvents events)
{
    // Files per transaction: few enough to lose little on a power cut, enough to keep commits out of the profile.
    private const int BatchSize = 64;

    // Fingerprinting is bound by the disk; two at a time keep it busy.
    private const int Readers = 2;

    /// <summary>
    /// Throws <see cref="PhotoFolderException"/> when the photo folder cannot be reached, <see cref="UnknownZoneException"/>.
    /// </summary>
    public async Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        await store.WriteAsync(async db =>
        {
            await PhotoRegister.RecoverAsync(db, weddingId);
            await db.SaveChangesAsync(ct);
        }, ct);
        var wedding = await store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct);

        // Without it no photo's time could be read, and hours later the analysis would stop all the same.
        WeddingZone.Of(wedding);
        var before = await RowsAsync(weddingId, ct);

        uploads.Tidy(weddingId);
        var look = await FindAsync(wedding, ct);
        await RecordAsync(wedding, look, before, progress, ct);
        await SettleAsync(wedding, look, ct);
        await TellAsync(weddingId, before, ct);
    }

    private async Task<FolderLook> FindAsync(Wedding wedding, CancellationToken ct)
    {
        PhotoScan? folder = null;
        if (paths.PhotoFolder(wedding) is { } root)
        {
            bounds.ThrowIfRefused(wedding);
            folder = PhotoScan.OfFolder(root, bounds.ForScan(wedding), ct);
        }

        if (folder is not null)
            await uploads.MakeWayAsync(wedding, folder.Files, ct);
        var sent = Directory.Exists(paths.Originals(wedding.Id)) ? PhotoScan.OfUploads(paths.Originals(wedding.Id), ct) : null;
        PhotoScan[] scans = [.. new[] { folder, sent }.OfType<PhotoScan>()];
        return new FolderLook(
            [.. scans.SelectMany(s => s.Files).OrderBy(f => f.Path, StringComparer.Ordinal)], [.. scans.SelectMany(s => s.Closed)],
            [.. scans.SelectMany(s => s.Links)]);
    }

    /// <summary>Fingerprints what is new or changed and writes the rows of what is new.</summary>
    private async Task RecordAsync(
        Wedding wedding, FolderLook look, IReadOnlyDictionary<string, Photo> known, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var unknown = look.Files.Where(f => !PhotoRegister.IsKnown(known.GetValueOrDefault(f.Path), f)).ToList();
        foreach (var file in look.Files.Except(unknown))
            look.Know(file, known[file.Path]);
        var (done, failures) = (look.Files.Count - unknown.Count, 0);
        if (look.Files.Count > 0)
            progress.Report(new(Stage.Photos, done, look.Files.Count));
        foreach (var batch in unknown.Chunk(BatchSize))
        {
            var prints = new Fingerprint[batch.Length];
            await Parallel.ForAsync(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = ct },
                async (i, stop) => prints[i] = await Fingerprint.TakeAsync(batch[i], stop));
            await store.WriteAsync(async db =>
            {
                foreach (var (file, print) in batch.Zip(prints)
                    .Where(seen => look.Take(seen.First, seen.Second, known.GetValueOrDefault(seen.First.Path))))
                    await PhotoRegister.RecordAsync(db, wedding.Id, file, print);
                await db.SaveChangesAsync(ct);
            }, ct);
            failures += prints.Count(p => p.Problem is not null);
            done += batch.Length;
            progress.Report(Progress(done, look.Files.Count,
                (done - look.Files.Count + unknown.Count) / watch.Elapsed.TotalSeconds, failures));
        }
    }

    private async Task SettleAsync(Wedding wedding, FolderLook look, CancellationToken ct)
    {
        try
        {
            await store.WriteAsync(async db =>
            {
                var row = await db.Weddings.SingleAsync(w => w.Id == wedding.Id, ct);
                await PhotoReconciliation.RunAsync(db, row, paths.PhotoFolder(wedding), look);
                row.VideosSetAside = look.Others.Count(kind => kind == FileKind.Video);
                row.OtherFilesSetAside = look.Others.Count(kind => kind == FileKind.Other);
                row.LinksSetAside = look.Links;
                await db.SaveChangesAsync(ct);
            }, ct);
        }
        catch (PhotoFolderException error) when (error.MissingPhotos > 0)
        {
            await store.WriteAsync(db => db.Weddings.Where(w => w.Id == wedding.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.MissingPhotos, error.MissingPhotos), ct), ct);
            throw;
        }
    }

    private static StageProgress Progress(int done, int total, double perSecond, int failures) =>
        new(Stage.Photos, done, total)
        {
            PerSecond = perSecond, TimeLeft = perSecond > 0 ? TimeSpan.FromSeconds((total - done) / perSecond) : null, Failures = failures,
        };

    private Task<Dictionary<string, Photo>> RowsAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync(db => db.Photos.Where(p => p.WeddingId == weddingId).ToDictionaryAsync(p => p.Path, ct), ct);

    /// <summary>Raises the wedding's revision if anything changed, and names the photos that became problems.</summary>
    private async Task TellAsync(WeddingId weddingId, Dictionary<string, Photo> before, CancellationToken ct)
    {
        var after = await RowsAsync(weddingId, ct);
        var changed = after.Values.Where(p => !SameAs(before.GetValueOrDefault(p.Path), p)).ToList();
        if (changed.Count == 0 && before.Count == after.Count)
            return;
        var revision = await store.WriteAsync(db => Revisions.RaiseAsync(db, weddingId, ct), ct);
        var failed = changed.Where(p => p.State is PhotoState.Problem or PhotoState.Gone).Select(p => p.Id).ToList();
        if (failed.Count > 0)
            events.OnPhotoFailed(new StudioChange(weddingId, revision, failed));
    }

    private static bool SameAs(Photo? before, Photo after) => before is not null && before.Id == after.Id && before.State == after.State
        && Equals(before.Problem, after.Problem) && before.ContentHash == after.ContentHash && before.DuplicateOfId == after.DuplicateOfId;
}
