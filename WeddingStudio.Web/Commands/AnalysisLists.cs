using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Web.Commands;

/// <summary>The guest list, the timetable and the tags given to `analyze`; null = not given, and what was stored stays.</summary>
internal sealed class AnalysisLists(GuestListFile? guests, string? timeline, TagsFile? tags, AnalyzeRequest request)
{
    /// <summary>Who speaks in the journal, where the web studio has a user's id.</summary>
    private const string Speaker = "tags.json";

    /// <summary>Reads all files before the work begins: what is wrong with them is said at once, not after hours.</summary>
    public static async Task<AnalysisLists> ReadAsync(AnalyzeRequest request, CancellationToken ct)
    {
        var guests = await BytesAsync(request.Guests, ct) is { } list ? GuestListFile.Parse(list) : null;
        var timeline = await BytesAsync(request.Timeline, ct) is { } day ? Encoding.UTF8.GetString(day) : null;
        var tags = await BytesAsync(request.Tags, ct) is { } json ? TagsFile.Parse(json, Path.GetFileName(request.Tags!)) : null;

        Warn(guests?.Problems.Select(problem => problem.Line > 0
            ? $"{Path.GetFileName(request.Guests)}: line {problem.Line} {problem.Reason}."
            : $"{Path.GetFileName(request.Guests)}: {problem.Reason}"));
        Warn(tags?.Problems);
        return new AnalysisLists(guests, timeline, tags is null ? null : tags with { Problems = [] }, request);
    }

    public async Task StoreAsync(IServiceProvider services, string weddingId, CancellationToken ct)
    {
        if (guests is not null)
            await services.GetRequiredService<GuestList>().ImportAsync(weddingId, guests, ct);
        if (timeline is null)
            return;
        var zone = await services.GetRequiredService<StudioStore>().ReadAsync(db =>
            db.Weddings.Where(w => w.Id == weddingId).Select(w => w.TimeZone).SingleAsync(ct), ct);
        var day = TimelineFile.Parse(timeline, TimeZoneInfo.FindSystemTimeZoneById(zone));
        Warn(day.Problems.Select(problem => $"{Path.GetFileName(request.Timeline)}: {problem}."));
        await services.GetRequiredService<Timeline>().ReplaceAsync(weddingId, day.Entries, ct);
    }

    public async Task TagAsync(IServiceProvider services, string weddingId, CancellationToken ct)
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
            Console.Error.WriteLine($"{problem} The rest is used.");
    }
}
