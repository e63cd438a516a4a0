using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Web.Commands;

/// <summary>The guest list, the timetable and the tags given to `analyze`; null = not given, and what was stored stays.</summary>
internal sealed class AnalysisLists(GuestListFile? guests, string? timeline, TagFile? tags)
{
    public static async Task<AnalysisLists> ReadAsync(AnalyzeRequest request, CancellationToken ct)
    {
        var guests = await BytesAsync(request.Guests, ct) is { } list ? GuestListFile.Parse(list) : null;
        TagFile? tags = null;
        try
        {
            if (await TextAsync(request.Tags, ct) is { } json)
                tags = TagFile.Parse(json);
        }
        catch (JsonException error)
        {
            throw new CommandException($"'{request.Tags}' cannot be understood: {error.Message} Mend the file, or leave --tags out.", error);
        }

        Warn(request.Guests, guests?.Problems.Select(problem => problem.Line > 0 ? $"line {problem.Line} {problem.Reason}" : problem.Reason));
        Warn(request.Tags, tags?.Problems);
        return new AnalysisLists(guests, await TextAsync(request.Timeline, ct), tags);
    }

    public async Task StoreAsync(IServiceProvider services, string weddingId, string? timelinePath, CancellationToken ct)
    {
        if (guests is not null)
            await services.GetRequiredService<GuestList>().ImportAsync(weddingId, guests, ct);
        if (timeline is null)
            return;
        var zone = await services.GetRequiredService<StudioStore>().ReadAsync(db =>
            db.Weddings.Where(w => w.Id == weddingId).Select(w => w.TimeZone).SingleAsync(ct), ct);
        var day = TimelineFile.Parse(timeline, TimeZoneInfo.FindSystemTimeZoneById(zone));
        Warn(timelinePath, day.Problems);
        await services.GetRequiredService<Timeline>().ReplaceAsync(weddingId, day.Entries, ct);
    }

    public Task TagAsync(IServiceProvider services, string weddingId, string? tagsPath, CancellationToken ct) => tags is null
        ? Task.CompletedTask
        : new Tagger(services.GetRequiredService<StudioStore>(), services.GetRequiredService<StudioPipeline>(), weddingId, problem => Warn(tagsPath, [problem]))
            .ApplyAsync(tags.Tags, ct);

    private static async Task<string?> TextAsync(string? path, CancellationToken ct) =>
        await BytesAsync(path, ct) is { } bytes ? await new StreamReader(new MemoryStream(bytes)).ReadToEndAsync(ct) : null;

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

    private static void Warn(string? file, IEnumerable<string>? problems)
    {
        foreach (var problem in problems ?? [])
            Console.Error.WriteLine($"{Path.GetFileName(file)}: {problem.TrimEnd('.')}. The rest is used.");
    }
}
