using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench;

/// <summary>Times picks of a made wedding through the stages and a real database, and corrections until their picks are pushed.</summary>
internal static class PicksClock
{
    private static readonly WeddingId WeddingId = MadeStudio.WeddingId;
    private const int Corrections = 50;

    public static async Task RunAsync(int made, int people, CancellationToken ct)
    {
        using var folder = new BenchFolder();
        await using var services = await MadeStudio.OpenAsync(folder.Path, ct);
        var store = services.GetRequiredService<StudioStore>();
        await MadeWedding.AddAsync(store, made, people, ct);
        var silent = new Progress<StageProgress>();
        await services.GetRequiredService<PeopleStage>().RunAsync(WeddingId, isFinal: true, silent, ct);
        Write($"{made} faces, {people} people made, ",
            $"{await store.ReadAsync(db => Task.FromResult(db.People.Count(p => p.FaceCount > 0)), ct)} found");
        var scores = await TimeAsync(() => services.GetRequiredService<ScoresStage>().RunAsync(WeddingId, silent, ct));
        var picks = await TimeAsync(() => services.GetRequiredService<PicksStage>().RunAsync(WeddingId, silent, ct));
        var again = await TimeAsync(() => services.GetRequiredService<PicksStage>().RunAsync(WeddingId, silent, ct));
        Write($"all scores {scores:0} ms, all picks {picks:0} ms, again with nothing changed {again:0} ms");
        await CorrectAsync(services, ct);
        await CorrectAmidCheckpointsAsync(services, ct);
    }

    /// <summary>Names given while checkpoints run, of an analysis that found other scores for everybody each time.</summary>
    private static async Task CorrectAmidCheckpointsAsync(IServiceProvider services, CancellationToken ct)
    {
        var (pipeline, store) = (services.GetRequiredService<StudioPipeline>(), services.GetRequiredService<StudioStore>());
        var named = await store.ReadAsync(db => db.People.Where(p => p.FaceCount > 0 && p.RedirectToId == null)
            .OrderByDescending(p => p.FaceCount).Select(p => p.Id).Take(Corrections).ToListAsync(ct), ct);
        using var stop = new CancellationTokenSource();
        var (checkpoints, spent) = (0, TimeSpan.Zero);
        var analysis = Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; checkpoints++)
            {
                await store.WriteAsync(db => db.Scores.ExecuteDeleteAsync(ct), ct);
                var started = Stopwatch.GetTimestamp();
                await pipeline.CatchUpAsync(WeddingId, ct);
                spent += Stopwatch.GetElapsedTime(started);
            }
        }, ct);
        List<double> waits = [];
        for (var i = 0; i < named.Count; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50 + 37 * i % 400), ct);
            var statement = new Statement(CorrectionKind.Named, [named[i]], [], []) { Name = $"Guest {i} again" };
            waits.Add(await TimeAsync(() => pipeline.CorrectAsync(WeddingId, "mia", statement, ct)));
        }

        await stop.CancelAsync();
        await analysis;
        Write($"while checkpoints run ({checkpoints} of {spent.TotalMilliseconds / checkpoints:0} ms): ",
            $"rename median {Median(waits):0} ms, slowest {waits.Max():0} ms");
    }

    private static async Task CorrectAsync(IServiceProvider services, CancellationToken ct)
    {
        var pipeline = services.GetRequiredService<StudioPipeline>();
        var pairs = await services.GetRequiredService<StudioStore>().ReadAsync(db => PairsAsync(db, ct), ct);
        List<double> renames = [], merges = [];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (a, b) = pairs[i];
            renames.Add(await TimeAsync(() =>
                pipeline.CorrectAsync(WeddingId, "mia", new Statement(CorrectionKind.Named, [a], [], []) { Name = $"Guest {i}" }, ct)));
            merges.Add(
                await TimeAsync(() => pipeline.CorrectAsync(WeddingId, "mia", new Statement(CorrectionKind.Merged, [a, b], [], []), ct)));
        }

        Write($"until the new picks are pushed: rename median {Median(renames):0} ms, merge median {Median(merges):0} ms, ",
            $"slowest {renames.Max():0} and {merges.Max():0} ms");
    }

    /// <summary>
    /// Two of the larger people that may be one, each in one pair: whoever stands beside somebody in a photo is not them.
    /// </summary>
    private static async Task<List<(int, int)>> PairsAsync(StudioDb db, CancellationToken ct)
    {
        var seen = (await db.Faces.Where(f => f.PersonId != null).Select(f => new { Id = f.PersonId!.Value, f.PhotoId }).ToListAsync(ct))
            .GroupBy(f => f.Id).OrderByDescending(g => g.Count()).Take(4 * Corrections)
            .Select(g => (Id: g.Key, Photos: g.Select(f => f.PhotoId).ToHashSet())).ToList();
        new Random(1).Shuffle(CollectionsMarshal.AsSpan(seen));
        List<(int, int)> pairs = [];
        while (pairs.Count < Corrections && seen.Count > 0)
        {
            var (id, photos) = seen[0];
            seen.RemoveAt(0);
            if (seen.FindIndex(other => !other.Photos.Overlaps(photos)) is var at and >= 0)
            {
                pairs.Add((id, seen[at].Id));
                seen.RemoveAt(at);
            }
        }

        return pairs;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
