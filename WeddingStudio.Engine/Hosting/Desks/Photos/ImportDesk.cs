using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

/// <summary>Where a wedding's photos come from, who agreed to their analysis, and the analysis itself.</summary>
public sealed class ImportDesk(
    StudioStore store, StudioPaths paths, FolderBrowser folders, FolderTrouble folderTrouble, WeddingDrawing drawing, AnalysisQueue queue,
    ProgressBoard board, ModelLibrary models, SessionFactory sessions, FirstFaces first, WeddingTroubles troubles, TimeProvider clock)
{
    private const int LongestConsent = 200;
    private const int MostSamples = 12;

    public async Task<ImportView> ViewAsync(WeddingId weddingId, CancellationToken ct)
    {
        var job = await queue.LatestAsync(weddingId, ct);
        var (analysis, trouble) = Models();
        return await store.ReadAsync(async db =>
        {
            var wedding = await db.Weddings.SingleAsync(w => w.Id == weddingId, ct);
            var photos = db.Photos.Where(p => p.WeddingId == weddingId);
            var states = await photos.GroupBy(p => p.State).Select(g => new { State = g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.State, g => g.Count, ct);
            var (duplicates, gone) = (states.GetValueOrDefault(PhotoState.Duplicate), states.GetValueOrDefault(PhotoState.Gone));
            var known = await photos.Where(p => !p.Uploaded && p.ContentHash != null && p.State != PhotoState.Gone).OrderBy(p => p.Path)
                .Select(p => p.Path).FirstOrDefaultAsync(ct);
            return new ImportView
            {
                Photos = new PhotoTally
                {
                    Known = states.Values.Sum() - duplicates - gone,
                    Ready = states.GetValueOrDefault(PhotoState.Ready),
                    Uploaded = await photos.CountAsync(p => p.Uploaded && p.State != PhotoState.Gone, ct),
                    Duplicates = duplicates,
                    Problems = states.GetValueOrDefault(PhotoState.Problem),
                    Gone = gone,
                    Missing = wedding.MissingPhotos,
                    Videos = wedding.VideosSetAside,
                    OtherFiles = wedding.OtherFilesSetAside,
                    Links = wedding.LinksSetAside,
                },
                Folder = paths.PhotoFolder(wedding),
                FolderTrouble = await folderTrouble.OfAsync(wedding, known, ct),
                ConsentBy = wedding.ConsentBy,
                Job = job?.State,
                JobError = job?.Error,
                Stages = board.Latest(weddingId),
                Analysis = analysis,
                ModelTrouble = trouble,
                FirstFaces = [.. Enumerable.Range(0, first.Count(weddingId)).Select(i => MediaUrls.FirstFace(weddingId, first.Run, i))],
                Drawn = wedding.IsDrawn,
                StillToDraw = drawing.IsMissing(wedding),
                Samples = wedding.IsDrawn ? await SamplesAsync(photos, weddingId, ct) : [],
                Trouble = troubles.Of(weddingId),
                Zone = WeddingZone.Find(wedding.TimeZone) is null ? Zones() : null,
                Uploads = new UploadRules(PhotoNames.Accept, UploadStore.MaxBytes),
            };
        }, ct);
    }

    public Task<IReadOnlyList<ProblemView>> ProblemsAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync<IReadOnlyList<ProblemView>>(async db =>
            await db.Photos.Where(p => p.WeddingId == weddingId && (p.State == PhotoState.Problem || p.State == PhotoState.Gone))
                .OrderBy(p => p.Path)
                .Where(p => p.Problem != null)
                .Select(p => new ProblemView(p.Path, p.Problem!.Told, p.State == PhotoState.Gone)).ToListAsync(ct), ct);

    public FolderListing Browse(string? path) => folders.Browse(path);

    public async Task<DeskAnswer> ChooseFolderAsync(WeddingId weddingId, string path, CancellationToken ct)
    {
        if ((await WeddingAsync(weddingId, ct)).IsDrawn)
            return new DeskAnswer(false, new("Photos.DrawnFolder"));
        if (folders.Refusal(path) is { } refusal)
            return new DeskAnswer(false, refusal);

        // Where links lead now is what was chosen; where they may lead one day is not.
        await store.WriteAsync(db => db.Weddings.Where(w => w.Id == weddingId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.PhotoFolder, RealPath.Of(path)), ct), ct);
        return new DeskAnswer(true, new("Photos.FolderChosen"));
    }

    public async Task<DeskAnswer> ConsentAsync(WeddingId weddingId, string who, CancellationToken ct)
    {
        who = PlainName.Of(who);
        if (who.Length is 0 or > LongestConsent)
            return new DeskAnswer(false, new("Photos.SayWhoAgreed", LongestConsent));
        await store.WriteAsync(db => db.Weddings.Where(w => w.Id == weddingId).ExecuteUpdateAsync(set => set
            .SetProperty(w => w.ConsentBy, who)
            .SetProperty(w => w.ConsentAt, clock.GetUtcNow().UtcDateTime), ct), ct);
        return new DeskAnswer(true, new("Photos.ThankYou"));
    }

    /// <summary>Starts the analysis, or goes on with a paused one. Never before somebody agreed.</summary>
    public async Task<DeskAnswer> StartAsync(WeddingId weddingId, CancellationToken ct)
    {
        var wedding = await WeddingAsync(weddingId, ct);
        if (Models().Trouble is { } trouble && !drawing.IsMissing(wedding))
            return new DeskAnswer(false, trouble);
        if (wedding.ConsentBy is null)
            return new DeskAnswer(false, new("Photos.SayFirstWhoAgreed"));
        await queue.EnqueueAsync(weddingId, ct);
        return new DeskAnswer(true, new("Photos.AnalysisBegun"));
    }

    /// <summary>Starts the analysis and lets it take the photos that were missing for gone.</summary>
    public async Task<DeskAnswer> GoOnWithoutMissingAsync(WeddingId weddingId, CancellationToken ct)
    {
        await store.WriteAsync(db => db.Weddings.Where(w => w.Id == weddingId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.MissingAccepted, w => w.MissingPhotos), ct), ct);
        return await StartAsync(weddingId, ct);
    }

    public async Task<DeskAnswer> PauseAsync(WeddingId weddingId, CancellationToken ct)
    {
        var isStill = await queue.PauseAsync(weddingId, ct);
        return new DeskAnswer(true, new(isStill ? "Photos.IsPaused" : "Photos.PausesSoon"));
    }

    public async Task<DeskAnswer> CancelAsync(WeddingId weddingId, CancellationToken ct)
    {
        var isStill = await queue.CancelAsync(weddingId, ct);
        return new DeskAnswer(true, new(isStill ? "Photos.Stopped" : "Photos.StopsSoon"));
    }

    /// <summary>Evenly spread over the photos, so over the day.</summary>
    private static async Task<List<string>> SamplesAsync(IQueryable<Photo> photos, WeddingId weddingId, CancellationToken ct)
    {
        var hashes = await photos.Where(p => p.ContentHash != null && p.State != PhotoState.Duplicate && p.State != PhotoState.Problem
            && p.State != PhotoState.Gone)
            .OrderBy(p => p.Path).Select(p => p.ContentHash!).ToListAsync(ct);
        return [.. Enumerable.Range(0, Math.Min(MostSamples, hashes.Count))
            .Select(i => MediaUrls.Preview(weddingId, hashes[i * hashes.Count / Math.Min(MostSamples, hashes.Count)], MediaUrls.TilePx))];
    }

    private static ZoneChoice Zones()
    {
        var (all, local) = (WeddingZone.All(), WeddingZone.Local());
        return new ZoneChoice(all, all.Contains(local) ? local : all.FirstOrDefault() ?? local);
    }

    private Task<Wedding> WeddingAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct);

    private (Message? Analysis, Message? Trouble) Models()
    {
        try
        {
            var title = models.Choose().Title;
            return (sessions.FellBack is null ? title : new("Inference.OnProcessor", title), null);
        }
        catch (ModelPackException trouble)
        {
            return (null, trouble.Told);
        }
    }
}
