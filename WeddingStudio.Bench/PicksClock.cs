using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench;

/// <summary>Times picks of a made wedding through the stages and a real database, and corrections until their picks are pushed.</summary>
internal static class PicksClock
{
    private const string WeddingId = MadeStudio.WeddingId;
    private const int Dim = 512, FacesPerPhoto = 4, Moments = 8, FramesPerSeries = 4, SeriesEvery = 5, Corrections = 50;

    public static async Task RunAsync(int made, int people, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("weddingstudio-bench-");
        try
        {
            await using var services = await MadeStudio.OpenAsync(folder.FullName, ct);
            var store = services.GetRequiredService<StudioStore>();
            await MakeAsync(store, made, people, ct);
            var silent = new Progress<StageProgress>();
            await services.GetRequiredService<PeopleStage>().RunAsync(WeddingId, isFinal: true, silent, ct);
            Write($"{made} faces, {people} people made, {await store.ReadAsync(db => Task.FromResult(db.People.Count(p => p.FaceCount > 0)), ct)} found");
            var scores = await TimeAsync(() => services.GetRequiredService<ScoresStage>().RunAsync(WeddingId, silent, ct));
            var picks = await TimeAsync(() => services.GetRequiredService<PicksStage>().RunAsync(WeddingId, silent, ct));
            var again = await TimeAsync(() => services.GetRequiredService<PicksStage>().RunAsync(WeddingId, silent, ct));
            Write($"all scores {scores:0} ms, all picks {picks:0} ms, again with nothing changed {again:0} ms");
            await CorrectAsync(services, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CorrectAsync(IServiceProvider services, CancellationToken ct)
    {
        var pipeline = services.GetRequiredService<StudioPipeline>();
        var ids = await services.GetRequiredService<StudioStore>().ReadAsync(db => Task.FromResult(
            db.People.Where(p => p.FaceCount > 0).OrderByDescending(p => p.FaceCount).Select(p => p.Id).Take(4 * Corrections).ToArray()), ct);
        new Random(1).Shuffle(ids);
        List<double> renames = [], merges = [];
        for (var i = 0; i < Corrections; i++)
        {
            var (a, b) = (ids[2 * i], ids[(2 * i) + 1]);
            renames.Add(await TimeAsync(() => pipeline.CorrectAsync(WeddingId, "mia", new Statement(CorrectionKind.Named, [a], [], []) { Name = $"Guest {i}" }, ct)));
            merges.Add(await TimeAsync(() => pipeline.CorrectAsync(WeddingId, "mia", new Statement(CorrectionKind.Merged, [a, b], [], []), ct)));
        }

        Write($"until the new picks are pushed: rename median {Median(renames):0} ms, merge median {Median(merges):0} ms, slowest {renames.Max():0} and {merges.Max():0} ms");
    }

    private static Task MakeAsync(StudioStore store, int made, int people, CancellationToken ct) => store.WriteAsync(async db =>
    {
        var random = new Random(1);
        var (vectors, who) = FacesLike.Make(made, Dim, seed: 1, people, strangers: 0);
        db.Weddings.Add(new Wedding { Id = WeddingId, Name = "Bench", TimeZone = "Etc/UTC", PhotoFolder = "/", CreatedAt = DateTime.UtcNow, NextPersonId = 1 });
        for (var i = 0; i < Moments; i++)
            db.Moments.Add(new Moment { Id = i + 1, WeddingId = WeddingId, Ordinal = i, Name = $"Moment {i}" });
        var photos = made / FacesPerPhoto;
        for (var i = 0; i < photos; i++)
        {
            var photo = PhotoOf(i, photos, random);
            // Never two faces of one person in a photo: they would become two people.
            foreach (var f in Enumerable.Range(i * FacesPerPhoto, FacesPerPhoto).DistinctBy(f => who[f]))
                db.Faces.Add(FaceOf(f, photo, vectors.AsSpan(f * Dim, Dim).ToArray(), random));
        }

        await db.SaveChangesAsync(ct);
    }, ct);

    private static Photo PhotoOf(int i, int photos, Random random)
    {
        var inSeries = i / FramesPerSeries % SeriesEvery == 0;
        return new Photo
        {
            WeddingId = WeddingId, Path = $"{i:00000}.jpg", State = PhotoState.Ready, ContentHash = $"{i:x64}", WidthPx = 6000, HeightPx = 4000,
            TakenAt = new DateTime(2026, 6, 20, 10, 0, 0, DateTimeKind.Utc).AddSeconds(inSeries ? 10 * (i - (i % FramesPerSeries)) + (i % FramesPerSeries) : 10 * i),
            MomentId = 1 + (i * Moments / photos), SeriesId = inSeries ? 1 + i - (i % FramesPerSeries) : null, PerceptualHash = random.NextInt64(),
            Measures = new PhotoMeasures { Sharpness = 300, MeanLuma = .3 + (.3 * random.NextDouble()), Contrast = .2, Noise = 2 },
        };
    }

    private static Face FaceOf(int i, Photo photo, float[] embedding, Random random)
    {
        var (x, y) = (400 + (1300 * (i % FacesPerPhoto)), 800 + random.Next(800));
        return new Face
        {
            WeddingId = WeddingId, Photo = photo, Key = $"{i:x16}", Box = new FaceBox(x, y, x + 400, y + 500), Confidence = 1, Quality = .2 + (.8 * random.NextDouble()),
            Points = [x + 120, y + 200, x + 280, y + 200, x + 200, y + 300, x + 130, y + 400, x + 270, y + 400], Embedding = embedding, Pack = MadeStudio.Pack,
            Expression = [.5f, (float)random.NextDouble(), 0, 0, 0, 0, 0],
            Measures = new FaceMeasures { Sharpness = 50 + random.Next(500), Luma = .3 + (.4 * random.NextDouble()), YawDegrees = random.Next(-40, 40), PitchDegrees = random.Next(-15, 15) },
        };
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
