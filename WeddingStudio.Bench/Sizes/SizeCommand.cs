using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Galleries.Access;
using WeddingStudio.Engine.Galleries.Guests;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench.Sizes;

/// <summary>
/// `size`: everything but the models over made weddings of several sizes, through the stages, a real database and a real browser.
/// Each size in a process of its own, which has done a small wedding before, so that compiling counts for none.
/// </summary>
internal static class SizeCommand
{
    private const int FacesPerPhoto = 5, WarmPhotos = 200, Galleries = 100;

    private static readonly WeddingId WeddingId = MadeStudio.WeddingId;

    private static readonly Progress<StageProgress> _silent = new();

    public static Command Create()
    {
        var photos = new Argument<int[]>("PHOTOS")
        {
            Description = "Sizes: how many photos.", DefaultValueFactory = _ => [1_000, 2_000, 4_000, 8_000],
        };
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 200 };
        var chromium = new Option<string>("--chromium")
        {
            Description = "The browser.", HelpName = "FILE", DefaultValueFactory = _ => "/usr/bin/chromium",
        };
        var json = new Option<bool>("--json") { Description = "The figures of one size alone, in one line." };
        var command = new Command("size", "Times everything but the models for weddings of several sizes.")
        {
            photos, people, chromium, json,
        };
        command.SetAction(async (line, ct) =>
        {
            var sizes = line.GetValue(photos)!;
            if (line.GetValue(json))
                Console.WriteLine((await MeasureAsync(sizes[0], line.GetValue(people), line.GetValue(chromium)!, ct)).ToJson());
            else
                SizeFigures.Print([.. await EachAsync(sizes, line.GetValue(people), line.GetValue(chromium)!, ct)]);
        });
        return command;
    }

    private static async Task<List<SizeFigures>> EachAsync(int[] sizes, int people, string chromium, CancellationToken ct)
    {
        List<SizeFigures> figures = [];
        foreach (var size in sizes)
        {
            string[] arguments = ["size", $"{size}", "--people", $"{people}", "--chromium", chromium, "--json"];
            figures.Add(SizeFigures.Parse(await OwnProcess.RunAsync(arguments, ct)));
            Console.Error.WriteLine($"{size} photos done");
        }

        return figures;
    }

    private static async Task<SizeFigures> MeasureAsync(int photos, int people, string chromium, CancellationToken ct)
    {
        using (var warm = new BenchFolder())
            await StagesAsync(warm.Path, WarmPhotos, people, ct);
        using var folder = new BenchFolder();
        var stages = await StagesAsync(folder.Path, photos, people, ct);
        return stages with { Parts = [.. stages.Parts, .. await PagesAsync(folder.Path, chromium, ct)] };
    }

    private static async Task<SizeFigures> StagesAsync(string folder, int photos, int people, CancellationToken ct)
    {
        await using var services = await MadeStudio.OpenAsync(folder, ct);
        var store = services.GetRequiredService<StudioStore>();
        await MadeWedding.AddAsync(store, photos * FacesPerPhoto, people, ct, FacesPerPhoto);
        Forget();
        List<SizeFigures.Part> parts = [];
        var stages = new (string Name, Func<bool, Task> RunAsync)[]
        {
            ("people", isFinal => services.GetRequiredService<PeopleStage>().RunAsync(WeddingId, isFinal, _silent, ct)),
            ("moments", _ => services.GetRequiredService<MomentsStage>().RunAsync(WeddingId, _silent, ct)),
            ("scores", _ => services.GetRequiredService<ScoresStage>().RunAsync(WeddingId, _silent, ct)),
            ("picks", _ => services.GetRequiredService<PicksStage>().RunAsync(WeddingId, _silent, ct)),
        };
        foreach (var (name, runAsync) in stages)
            await TimeAsync(name, () => runAsync(true));
        await TimeAsync("a checkpoint, nothing new", async () =>
        {
            foreach (var (_, runAsync) in stages)
                await runAsync(false);
        });
        var guests = await store.ReadAsync(db => db.People.Where(p => p.FaceCount > 0)
            .OrderByDescending(p => p.FaceCount).Take(Galleries).Select(p => p.Id).ToListAsync(ct), ct);
        await TimeAsync($"{Galleries} links and galleries", () => OpenGalleriesAsync(services, guests, ct));
        var vectors = await store.ReadAsync(db => db.Faces.OrderBy(f => f.Id).Select(f => f.Embedding!).ToListAsync(ct), ct);

        // Each pair twice, where once would do.
        var allPairs = AllPairs.Seconds([.. vectors.SelectMany(vector => vector)], vectors[0].Length, threads: 0) / 2;
        return new SizeFigures(await store.ReadAsync(db => db.Photos.CountAsync(ct), ct), vectors.Count, allPairs, parts);

        async Task TimeAsync(string name, Func<Task> work)
        {
            using var tree = new ProcessTree();
            var started = Stopwatch.GetTimestamp();
            await work();
            parts.Add(new(name, Stopwatch.GetElapsedTime(started).TotalSeconds, tree.PeakMiB));
        }
    }

    private static async Task OpenGalleriesAsync(IServiceProvider services, IReadOnlyList<int> people, CancellationToken ct)
    {
        var (links, photos) = (services.GetRequiredService<GalleryLinks>(), services.GetRequiredService<GuestPhotos>());
        foreach (var person in people)
        {
            var link = await links.ShareAsync(WeddingId, person, ct);
            await photos.BestAsync(link.GalleryId, ct);
            await photos.AllAsync(link.GalleryId, ct);
        }
    }

    /// <summary>From the address to what the page is for, the second time: the first loads the browser's scripts.</summary>
    private static async Task<List<SizeFigures.Part>> PagesAsync(string folder, string chromium, CancellationToken ct)
    {
        using var server = await StudioServer.StartAsync(folder, ct);
        await using var browser = await StudioBrowser.LaunchAsync(chromium, server);
        var window = await browser.WindowAsync();
        var home = $"/w/{WeddingId}";
        await OpenAsync($"{home}/people", "person");
        var person = await window.GetByTestId("person").First.GetByRole(AriaRole.Link).GetAttributeAsync("href") ?? home;
        List<SizeFigures.Part> parts = [];
        foreach (var (name, path, testId) in new[]
        {
            ("page of people", $"{home}/people", "person"), ("page of a person", person, "best-photo"),
            ("page of the album", $"{home}/album", "album-photo"), ("page of links", $"{home}/share", "guest"),
        })
        {
            await OpenAsync(path, testId);
            var started = Stopwatch.GetTimestamp();
            await OpenAsync(path, testId);
            parts.Add(new(name, Stopwatch.GetElapsedTime(started).TotalSeconds, server.PeakMiB));
        }

        return parts;

        async Task OpenAsync(string path, string testId)
        {
            await window.GotoAsync(path);
            await window.GetByTestId(testId).First.WaitForAsync();
        }
    }

    /// <summary>What made the wedding counts for none.</summary>
    private static void Forget() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
}
