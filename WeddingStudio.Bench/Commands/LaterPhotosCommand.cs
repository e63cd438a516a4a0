using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `later`: how long faces of later photos take to join a wedding's people, beside grouping all faces
/// again; both through the stage and a real database.
/// </summary>
internal static class LaterPhotosCommand
{
    private static readonly WeddingId WeddingId = MadeStudio.WeddingId;

    public static Command Create()
    {
        var make = new Option<int>("--make") { Description = "Faces that are there already, made as `cluster --make` makes them.",
            HelpName = "N", DefaultValueFactory = _ => 20_000 };
        var add = new Option<int>("--add") { Description = "Faces that come later.", HelpName = "M", DefaultValueFactory = _ => 500 };
        var dim = new Option<int>("--dim") { DefaultValueFactory = _ => 512 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var command = new Command("later", "Times faces of later photos joining people.") { make, add, dim, seed };
        command.SetAction((line, ct) => RunAsync(line.GetValue(make), line.GetValue(add), line.GetValue(dim), line.GetValue(seed), ct));
        return command;
    }

    private static async Task RunAsync(int made, int added, int dim, int seed, CancellationToken ct)
    {
        using var folder = new BenchFolder();
        await using var services = await MadeStudio.OpenAsync(folder.Path, ct);
        var store = services.GetRequiredService<StudioStore>();
        var vectors = FacesLike.Make(made + added, dim, seed);
        await AddAsync(store, vectors, dim, 0, made, ct);
        var again = await TimeAsync(services, ct);
        await AddAsync(store, vectors, dim, made, added, ct);
        var later = await TimeAsync(services, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{made} faces grouped again in {again.TotalSeconds:0.00} s, {added} later ones joined in {later.TotalSeconds:0.00} s: "
            + $"1 to {again / later:0.0}"));
    }

    private static async Task<TimeSpan> TimeAsync(IServiceProvider services, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<PeopleStage>().RunAsync(WeddingId, isFinal: true, new Progress<StageProgress>(), ct);
        return Stopwatch.GetElapsedTime(started);
    }

    private static Task AddAsync(StudioStore store, float[] vectors, int dim, int first, int count, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            if (first == 0)
                db.Weddings.Add(new Wedding { Id = WeddingId, Name = "Bench", TimeZone = "Etc/UTC", PhotoFolder = "/",
                    CreatedAt = DateTime.UtcNow, NextPersonId = 1 });
            for (var i = first; i < first + count; i++)
            {
                db.Faces.Add(new Face
                {
                    WeddingId = WeddingId, Key = $"{i:x16}", Box = new FaceBox(0, 0, 100, 120), Points = new float[10],
                    Confidence = 1, Quality = 1,
                    Photo = new Photo { WeddingId = WeddingId, Path = $"{i}.jpg", State = PhotoState.Ready, ContentHash = $"{i:x64}" },
                    Embedding = vectors[(i * dim)..((i + 1) * dim)], Pack = MadeStudio.Pack,
                    Measures = new FaceMeasures { Sharpness = 300 },
                });
            }

            await db.SaveChangesAsync(ct);
        }, ct);
}
