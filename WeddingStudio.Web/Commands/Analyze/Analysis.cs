using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Results;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Web.Commands.Progress;
using WeddingStudio.Words;

namespace WeddingStudio.Web.Commands.Analyze;

/// <summary>One run of `analyze`: the same engine as the web studio's, its state kept in RESULTS/.studio.</summary>
internal sealed class Analysis(AnalyzeRequest request, IReadOnlyDictionary<string, string?> settings)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        AnalysisFolders.Check(request);
        await using var services = CommandServices.ForAnalysis(request.DataDirectory, settings);
        services.GetRequiredService<ModelLibrary>().Choose();
        services.GetRequiredService<SessionFactory>().OpenDevice();
        var lists = await AnalysisLists.ReadAsync(request, ct);
        var store = services.GetRequiredService<StudioStore>();
        await OpenAsync(store, ct);
        var weddingId = await new AnalysisWedding(store).PrepareAsync(request, ct);
        await lists.StoreAsync(services, weddingId, ct);

        await AnalyseAsync(services.GetRequiredService<StudioPipeline>(), weddingId, ct);
        await lists.TagAsync(services, weddingId, ct);
        await services.GetRequiredService<WeddingFiles>().WriteAsync(weddingId, request.Results, ct);
        return await ReportAsync(store, weddingId, ct);
    }

    private static async Task AnalyseAsync(StudioPipeline pipeline, WeddingId weddingId, CancellationToken ct)
    {
        try
        {
            await StudioCommands.ShowAsync<StageProgress>(progress => pipeline.RunAsync(weddingId, progress, ct), ProgressRow.Of);
        }
        catch (PhotoFolderException error) when (error.MissingPhotos > 0)
        {
            throw new CommandException(
                $"{error.Message} If they were taken out on purpose, run the same command with --without-missing.", error);
        }
    }

    private static async Task OpenAsync(StudioStore store, CancellationToken ct)
    {
        try
        {
            await store.OpenAsync(ct);
        }
        catch (StudioStoreException error)
        {
            throw new CommandException($"{error.Message} With `analyze` that means another --out.", error);
        }
    }

    /// <summary>Prints what was found and, on standard error, every photo that could not be read.</summary>
    private async Task<int> ReportAsync(StudioStore store, WeddingId weddingId, CancellationToken ct)
    {
        var (wedding, problems) = await store.ReadAsync(async db => (
            await db.Weddings.SingleAsync(w => w.Id == weddingId, ct),
            await db.Photos.Where(p => p.WeddingId == weddingId && (p.State == PhotoState.Problem || p.State == PhotoState.Gone))
                .OrderBy(p => p.Path).ToListAsync(ct)), ct);
        foreach (var photo in problems)
            await Console.Error.WriteLineAsync($"'{PlainName.Shown(photo.Path)}' {StudioWords.English.Of(photo.Problem?.Told)}");

        var (photos, faces, people) = await store.ReadAsync(async db => (
            await db.Photos.CountAsync(p => p.WeddingId == weddingId && p.State == PhotoState.Ready, ct),
            await db.Faces.CountAsync(f => f.WeddingId == weddingId, ct),
            await db.People.CountAsync(p => p.WeddingId == weddingId && p.RedirectToId == null, ct)), ct);
        Console.WriteLine($"{Count(photos, "photo")}, {Count(faces, "face")}, "
            + $"{(people == 1 ? "1 person" : $"{people} people")}.{SetAside(wedding)}");
        Console.WriteLine($"Results: {Path.Combine(request.Results, "wedding.json")}");
        if (problems.Count == 0)
            return StudioCommands.Done;
        var listed = $", listed in {Path.Combine(request.Results, "problems.jsonl")}.";
        var gone = problems.Count(photo => photo.State == PhotoState.Gone);
        if (gone > 0)
            await Console.Error.WriteLineAsync($"No longer there: {Count(gone, "photo")}{listed} They return with all that was said of "
                + "them when their files do.");
        if (gone < problems.Count)
            await Console.Error.WriteLineAsync($"Could not be read: {Count(problems.Count - gone, "photo")}{listed}");
        return StudioCommands.SomePhotosUnreadable;
    }

    private static string SetAside(Wedding wedding)
    {
        List<string> parts = [];
        if (wedding.VideosSetAside > 0)
            parts.Add(Count(wedding.VideosSetAside, "video"));
        if (wedding.OtherFilesSetAside > 0)
            parts.Add($"{Count(wedding.OtherFilesSetAside, "file")} of other kinds");
        if (wedding.LinksSetAside > 0)
            parts.Add($"{Count(wedding.LinksSetAside, "link")} out of the folder");
        var and = parts.Count > 1 ? $"{string.Join(", ", parts[..^1])} and " : "";
        return parts.Count == 0 ? "" : $" Set aside: {and}{parts[^1]}."
            + $"{(wedding.LinksSetAside > 0 ? " Links are not followed: put the photos themselves into the folder." : "")}";
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
