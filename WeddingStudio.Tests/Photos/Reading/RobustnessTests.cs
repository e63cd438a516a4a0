using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class RobustnessTests
{
    [Fact]
    public async Task Every_odd_broken_or_hostile_file_is_a_photo_or_a_named_problem()
    {
        var folder = SharedFiles.Require("data/robustness");
        await using var studio = await TestStudio.OpenAsync();
        await studio.Store.WriteAsync(db => db.Weddings.ExecuteUpdateAsync(w => w.SetProperty(x => x.PhotoFolder, folder)),
            TestContext.Current.CancellationToken);

        await studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Progress<StageProgress>(), TestContext.Current.CancellationToken);
        var (wedding, photos) = await studio.Store.ReadAsync(
            async db => (await db.Weddings.SingleAsync(), await db.Photos.ToListAsync()), TestContext.Current.CancellationToken);
        var (visited, grownBytes) = await VisitAsync(studio.Get<PhotoVisitor>(), wedding,
            [.. photos.Where(p => p.State == PhotoState.Waiting)]);

        Assert.Equal(821, photos.Count);
        Assert.Equal((0, 2), (wedding.VideosSetAside, wedding.OtherFilesSetAside));
        Assert.All(photos.Where(p => p.State == PhotoState.Problem), p => Assert.False(string.IsNullOrEmpty(p.Problem.English())));
        Assert.InRange(visited.Count(reason => reason is null), 650, photos.Count);
        Assert.InRange(visited.Count(reason => reason is not null), 50, photos.Count);
        Assert.InRange(grownBytes, 0, 1024L << 20); // Of the 1.5 GiB the whole process may take.
    }

    /// <summary>
    /// Two at a time, as the visits do: the problem of each photo, null where it was read, and the memory taken on the way.
    /// </summary>
    private static async Task<(IReadOnlyList<string?> Problems, long GrownBytes)> VisitAsync(
        PhotoVisitor visitor, Wedding wedding, IReadOnlyList<Photo> photos)
    {
        var problems = new string?[photos.Count];
        var taken = new long[photos.Count];
        var before = Environment.WorkingSet;
        await Parallel.ForAsync(0, photos.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, ct) =>
        {
            try
            {
                using var reading = await visitor.ReadAsync(wedding, photos[i], ct);
                taken[i] = Environment.WorkingSet;
            }
            catch (PhotoProblemException problem)
            {
                problems[i] = problem.Message;
            }
        });
        return (problems, taken.Max() - before);
    }
}
