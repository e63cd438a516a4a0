using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>Files made to stop a studio. Each ends as a photo or as a problem with a name, within the memory that is promised.</summary>
public sealed class BombTests(ITestOutputHelper output)
{
    private const long MostBytes = 1536L << 20;
    private const long MostHelperBytes = 1024L << 20;

    [Fact]
    public Task Every_tenth_bomb_is_a_photo_or_a_named_problem() => TryAsync(metadata: 30, pixels: 12, seed: 17);

    /// <summary>The long campaign: `.ci/long`.</summary>
    [Fact(Explicit = true)]
    public Task Every_bomb_is_a_photo_or_a_named_problem() => TryAsync(metadata: 300, pixels: 120, seed: 4);

    private async Task TryAsync(int metadata, int pixels, int seed)
    {
        await using var studio = await TestStudio.OpenAsync();
        var (wedding, photos) = await ImportAsync(studio, [.. MetadataBombs.Make(metadata, seed), .. PixelBombs.Make(pixels, seed)]);
        using var enough = new CancellationTokenSource();
        var memory = WatchMemoryAsync(enough.Token);
        var results = new (string Path, string? Problem, TimeSpan Took)[photos.Count];
        await Parallel.ForAsync(0, photos.Count,
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (i, ct) =>
            {
                var clock = Stopwatch.StartNew();
                results[i] = (photos[i].Path, await ProblemAsync(studio, wedding, photos[i], ct), clock.Elapsed);
            });
        await enough.CancelAsync();

        var (own, helpers) = await memory;
        foreach (var (path, problem, took) in results.OrderByDescending(r => r.Took))
            output.WriteLine($"{took.TotalSeconds,6:f1} s  {path}  {problem}");
        output.WriteLine($"Memory at most: {own >> 20} MiB with helpers, helpers alone {helpers >> 20} MiB");
        Assert.All(results, r => Assert.NotEqual("", r.Problem));
        Assert.InRange(own, 1, MostBytes);
        Assert.InRange(helpers, 1, MostHelperBytes);
    }

    /// <summary>The photos to visit; bombs that the import itself turned away are named problems already.</summary>
    private static async Task<(Wedding Wedding, IReadOnlyList<Photo> Photos)> ImportAsync(
        TestStudio studio, IReadOnlyList<(string Name, byte[] File)> bombs)
    {
        foreach (var (name, file) in bombs)
            await File.WriteAllBytesAsync(Path.Combine(studio.Folder, "photos", name), file);
        await studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Progress<StageProgress>(), TestContext.Current.CancellationToken);
        var (wedding, rows) = await studio.Store.ReadAsync(async db => (await db.Weddings.SingleAsync(), await db.Photos.ToListAsync()),
            TestContext.Current.CancellationToken);
        Assert.Equal(bombs.Count, rows.Count);
        Assert.All(rows.Where(row => row.State == PhotoState.Problem), row => Assert.NotEmpty(row.Problem!.English()));
        return (wedding, [.. rows.Where(row => row.State == PhotoState.Waiting)]);
    }

    private static async Task<string?> ProblemAsync(TestStudio studio, Wedding wedding, Photo photo, CancellationToken ct)
    {
        try
        {
            using var reading = await studio.Get<PhotoVisitor>().ReadAsync(wedding, photo, ct);
            return null;
        }
        catch (PhotoProblemException problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Most bytes of this process above its start and of its helpers together, and of the helpers alone.</summary>
    private static async Task<(long Grown, long Helpers)> WatchMemoryAsync(CancellationToken enough)
    {
        var start = Environment.WorkingSet;
        var (own, most) = (1L, 1L);
        while (!enough.IsCancellationRequested)
        {
            var helpers = HelperFamily.MemoryOf(Environment.ProcessId);
            own = Math.Max(own, Environment.WorkingSet - start + helpers);
            most = Math.Max(most, helpers);
            await Task.Delay(50, CancellationToken.None);
        }

        return (own, most);
    }
}
