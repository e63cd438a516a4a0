using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Moments.Day;
using WeddingStudio.Engine.People.GuestList;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Web.Commands.Analyze;

/// <summary>The guest list, the timetable and the tags given to `analyze`; null = not given, and what was stored stays.</summary>
internal sealed class AnalysisLists(GuestListFile? guests, byte[]? timeline, TagsFile? tags, AnalyzeRequest request)
{
    /// <summary>Who speaks in the journal, where the web studio has a user's id.</summary>
    private const string Speaker = "tags.json";

    private const string Rest = "The rest is used.";

    /// <summary>Reads all files before the work begins: what is wrong with them is said at once, not after hours.</summary>
    public static async Task<AnalysisLists> ReadAsync(AnalyzeRequest request, CancellationToken ct)
    {
        var guests = await BytesAsync(request.Guests, ct) is { } list ? GuestListFile.Parse(list) : null;
        var timeline = await BytesAsync(request.Timeline, ct);
        var tags = await BytesAsync(request.Tags, ct) is { } json ? TagsFile.Parse(json, Path.GetFileName(request.Tags!)) : null;

        foreach (var wrong in guests?.Problems.Where(problem => problem.Line == 0) ?? [])
            Console.Error.WriteLine($"{Path.GetFileName(request.Guests)}: {wrong.Reason}");
        Warn(guests?.Problems.Where(problem => problem.Line > 0)
            .Select(problem => $"{Path.GetFileName(request.Guests)}: line {problem.Line} {problem.Reason}."));
        Warn(tags?.Problems);
        return new AnalysisLists(guests, timeline, tags is null ? null : tags with { Problems = [] }, request);
    }

    public async Task StoreAsync(IServiceProvider services, WeddingId weddingId, CancellationToken ct)
    {
        if (guests is not null)
            await services.GetRequiredService<GuestListImport>().ImportAsync(weddingId, guests, ct);
        if (timeline is null)
            return;
        var wedding = await services.GetRequiredService<StudioStore>()
            .ReadAsync(db => db.Weddings.SingleAsync(w => w.Id == weddingId, ct), ct);
        var day = TimelineFile.Parse(timeline, WeddingZone.Of(wedding));
        var nothing = day is { Entries.Count: 0, Problems.Count: > 0 };
        foreach (var problem in day.Problems)
            Console.Error.WriteLine($"{Path.GetFileName(request.Timeline)}: {problem}. {(nothing ? "Nothing was taken from it." : Rest)}");
        if (nothing)
            return; // What an earlier file said is better than nothing.
        await services.GetRequiredService<Timeline>().ReplaceAsync(weddingId, day.Entries, ct);
    }

    public async Task TagAsync(IServiceProvider services, WeddingId weddingId, CancellationToken ct)
    {
        if (tags is not null)
            Warn((await services.GetRequiredService<StudioPipeline>().ApplyTagsAsync(weddingId, Speaker, tags, ct)).Problems);
    }

    private static async Task<byte[]?> BytesAsync(string? path, CancellationToken ct)
    {
        try
        {
            return path is null ? null : await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be read: {error.Message}", error);
        }
    }

    private static void Warn(IEnumerable<string>? problems)
    {
        foreach (var problem in problems ?? [])
            Console.Error.WriteLine($"{problem} {Rest}");
    }
}
