using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Engine.Moments;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `day`: clocks, versions, bursts and moments of a drawn wedding against what is true of it. The analysis
/// itself is left as it is: a copy is worked on.
/// </summary>
internal static class DayCommand
{
    /// <summary>One photo in so many loses its time when placing is measured.</summary>
    private const int LosesTime = 10;

    public static Command Create()
    {
        var directory = new Argument<string>("DEMO") { Description = "A drawn wedding, as `demo --out DEMO` made it." };
        var results = new Argument<string>("RESULTS")
        {
            Description = "What `analyze DEMO/photos --out RESULTS` made of it, without a timeline.",
        };
        var command = new Command("day", "Measures clocks, versions, bursts and moments against what is true of a drawn wedding.")
        {
            directory, results,
        };
        command.SetAction((line, ct) => RunAsync(line.GetValue(directory)!, line.GetValue(results)!, ct));
        return command;
    }

    private static async Task RunAsync(string directory, string results, CancellationToken ct)
    {
        var truth = TruthFile.Read(Path.Combine(directory, TruthFile.FileName));
        var day = await DayAsync(truth, results, _ => Task.CompletedTask, ct);
        WriteClocks("clocks", truth, day);
        WriteGroups(day);
        WriteMoments("borders", day);
        foreach (var minutes in new[] { 20, 12 })
            WriteMoments($"borders, pauses squeezed to {minutes} min",
                await DayAsync(truth, results, db => DayChanges.SqueezeAsync(db, truth, minutes), ct));
        WriteClocks("clocks, when they go right", truth, await DayAsync(truth, results, db => DayChanges.SetRightAsync(db, truth), ct),
            right: true);
        WriteClocks("clocks, when no scene is shared", truth, await DayAsync(truth, results, db => DayChanges.UnshareAsync(db, truth), ct),
            right: true);
        foreach (var named in new[] { true, false })
            await WritePlacedAsync(truth, results, named, ct);
    }

    private sealed record Day(IReadOnlyList<(TruePhoto True, Photo Found)> Photos, IReadOnlyList<Camera> Cameras);

    /// <param name="prepare">Changes the copy before the stage runs.</param>
    private static async Task<Day> DayAsync(Truth truth, string results, Func<StudioDb, Task> prepare, CancellationToken ct)
    {
        using var folder = new BenchFolder();
        CopyDatabase(Path.Combine(results, ".studio"), folder.Path);
        IConfiguration configuration = new ConfigurationBuilder().Build();
        await using var services = BenchModels.Services(configuration)
            .AddStudioPipeline(configuration, new StudioPaths(folder.Path)).BuildServiceProvider();
        var store = services.GetRequiredService<StudioStore>();
        await store.OpenAsync(ct);
        await store.WriteAsync(async db =>
        {
            await prepare(db);
            await db.SaveChangesAsync(ct);
        }, ct);
        var weddingId = await store.ReadAsync(db => db.Weddings.Select(w => w.Id).SingleAsync(ct), ct);
        await services.GetRequiredService<MomentsStage>().RunAsync(weddingId, new Progress<StageProgress>(), ct);
        return await store.ReadAsync(db => ReadAsync(db, truth, ct), ct);
    }

    private static async Task<Day> ReadAsync(StudioDb db, Truth truth, CancellationToken ct)
    {
        var photos = await db.Photos.Where(p => p.State == PhotoState.Ready).ToDictionaryAsync(p => p.Path, ct);
        return new Day([.. truth.Photos.Where(p => photos.ContainsKey(p.PhotoId)).OrderBy(p => p.TrueTime)
            .ThenBy(p => p.PhotoId, StringComparer.Ordinal)
            .Select(p => (p, photos[p.PhotoId]))], await db.Cameras.ToListAsync(ct));
    }

    private static void CopyDatabase(string from, string to)
    {
        var paths = (From: new StudioPaths(from).Database, To: new StudioPaths(to).Database);
        if (!File.Exists(paths.From))
            throw new FileNotFoundException($"'{paths.From}' is not there. Name the RESULTS of `analyze`.", paths.From);
        foreach (var part in new[] { "", "-wal" }.Where(part => File.Exists(paths.From + part)))
            File.Copy(paths.From + part, paths.To + part);
    }

    private static async Task WritePlacedAsync(Truth truth, string results, bool named, CancellationToken ct)
    {
        var lost = truth.Photos.Where((p, i) => i % LosesTime == 0 && p is { VersionOf: null, Series: null })
            .Select(p => p.PhotoId).ToHashSet();
        var renamed = named ? truth : truth with
        {
            Photos = [.. truth.Photos.Select(p => lost.Contains(p.PhotoId) ? p with { PhotoId = "elsewhere/" + p.PhotoId } : p)],
        };
        var day = await DayAsync(renamed, results, async db =>
        {
            foreach (var photo in await db.Photos.Where(p => lost.Contains(p.Path)).ToListAsync())
                (photo.TakenAt, photo.CameraId, photo.Path) = (null, null, named ? photo.Path : "elsewhere/" + photo.Path);
        }, ct);
        var names = day.Photos.Where(p => p.Found.TakenAt is not null && p.Found.MomentId is not null).GroupBy(p => p.Found.MomentId)
            .ToDictionary(g => g.Key!.Value, g => g.CountBy(p => p.True.Moment).MaxBy(c => c.Value).Key);
        var placed = day.Photos.Where(p => lost.Contains(Path.GetFileName(p.True.PhotoId))).ToList();
        Write($"placed without a time{(named ? "" : ", names hidden")}: ",
            $"{placed.Count(p => p.Found.MomentId is { } id && names[id] == p.True.Moment)} of {placed.Count} right");
    }

    private static void WriteClocks(string title, Truth truth, Day day, bool right = false)
    {
        foreach (var camera in truth.Cameras)
        {
            var found = day.Cameras.Single(
                c => c.Id == day.Photos.First(p => p.True.Camera == camera.Name && p.Found.CameraId is not null).Found.CameraId);
            Write($"{title}: {camera.Name} true {(right ? 0 : -camera.OffsetSeconds):0} s, found {found.OffsetSeconds:0} s");
        }
    }

    private static void WriteGroups(Day day)
    {
        var versions = GroupTally.Of([.. day.Photos.Select(p => (
            day.Photos.Any(q => q.True.VersionOf == p.True.PhotoId) ? p.True.PhotoId : p.True.VersionOf,
            p.Found.ShotId ?? (day.Photos.Any(q => q.Found.ShotId == p.Found.Id) ? p.Found.Id : (int?)null)))]);
        var inVersions = day.Photos.Where(p => p.True.VersionOf is not null).Select(p => p.True.Series).ToHashSet();
        var bursts = GroupTally.Of(
            [.. day.Photos.Select(p => (inVersions.Contains(p.True.Series) ? null : p.True.Series, p.Found.SeriesId))]);
        Write($"versions: {versions.Found} of {versions.True} shots, {versions.Wrong} wrong; bursts: {bursts.Found} of {bursts.True}, ",
            $"{bursts.Wrong} wrong");
    }

    private static void WriteMoments(string title, Day day)
    {
        var borders = BorderTally.Of([.. day.Photos.Select(p => (p.True.Moment, p.Found.MomentId))]);
        Write($"{title}: {borders.True} true, {borders.Found} found, precision {borders.Precision:0.00}, recall {borders.Recall:0.00}, ",
            $"F {borders.F:0.00}; {day.Photos.Count(p => p.Found.MomentId is null)} photos without moment");
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
