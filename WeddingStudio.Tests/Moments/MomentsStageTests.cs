using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.Moments.Day;

namespace WeddingStudio.Tests.Moments;

public sealed class MomentsStageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(Moment[] Moments, Photo[] Photos)> RunAsync(TestStudio studio)
    {
        await studio.Get<MomentsStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return await studio.Store.ReadAsync(async db => (
            await db.Moments.OrderBy(m => m.Ordinal).ToArrayAsync(Ct), await db.Photos.OrderBy(p => p.Path).ToArrayAsync(Ct)), Ct);
    }

    [Fact]
    public async Task Running_twice_changes_nothing_and_photos_without_a_time_have_a_moment_too()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddSeconds(1)),
            Paper.Photo("c", Paper.Noon.AddHours(4)), Paper.Photo("d"));

        var first = await RunAsync(studio);
        var second = await RunAsync(studio);

        Assert.Equal(["Early afternoon", "Late afternoon"], first.Moments.Select(m => m.Name.English()));
        Assert.Equal([first.Moments[0].Id, first.Moments[0].Id, first.Moments[1].Id, first.Moments[0].Id],
            first.Photos.Select(p => p.MomentId));
        Assert.Equal([first.Photos[0].Id, first.Photos[0].Id, null, null], first.Photos.Select(p => p.SeriesId));
        Assert.Equivalent(first.Moments, second.Moments, strict: true);
        Assert.Equivalent(first.Photos, second.Photos, strict: true);
    }

    [Fact]
    public async Task What_a_user_said_of_a_clock_stands()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(
            new Camera { Id = 5, WeddingId = TestWedding.Id, Model = "late", OffsetSeconds = -4 * 3600, OffsetByHand = true });
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddHours(4), cameraId: 5));

        Assert.Single((await RunAsync(studio)).Moments);
    }

    [Fact]
    public async Task A_timeline_that_comes_later_renames_the_day()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddHours(4)));
        await RunAsync(studio);

        await studio.Get<Timeline>().ReplaceAsync(TestWedding.Id, [new(Paper.Noon.AddMinutes(-5), "Church")], Ct);
        var (moments, photos) = await RunAsync(studio);

        Assert.Equal("Church", Assert.Single(moments).Name.English());
        Assert.All(photos, p => Assert.Equal(moments[0].Id, p.MomentId));
    }

    [Fact]
    public async Task A_clock_is_put_right_by_the_scenes_two_cameras_share()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(new Camera { Id = 4, WeddingId = TestWedding.Id, Model = "right" },
            new Camera { Id = 5, WeddingId = TestWedding.Id, Model = "ahead", OffsetSeconds = 77 });
        await studio.AddAsync([.. Enumerable.Range(1, 40).Select(i => Paper.Person(i))]);
        for (var i = 0; i < 20; i++)
        {
            // Two guests at a time; every third pair is taken by both cameras.
            var at = Paper.Noon.AddMinutes(7 * i + i * i % 5);
            var photo = Paper.Photo($"a{i:00}", at, hash: Hash(i), cameraId: 4);
            await studio.AddAsync(photo, Paper.Face(photo, 2 * i + 1), Paper.Face(photo, 2 * i + 2, x: 1500));
            if (i % 3 != 0)
                continue;
            var second = Paper.Photo($"b{i:00}", at.AddSeconds(3600 + i % 4), hash: Hash(100 + i), cameraId: 5);
            await studio.AddAsync(second, Paper.Face(second, 2 * i + 1), Paper.Face(second, 2 * i + 2, x: 1500));
        }

        await RunAsync(studio);

        var offsets = await studio.Store.ReadAsync(db => db.Cameras.OrderBy(c => c.Id).Select(c => c.OffsetSeconds).ToListAsync(Ct), Ct);
        Assert.Equal(0, offsets[0]);
        Assert.InRange(offsets[1], -3605, -3595);
    }

    [Fact]
    public async Task Versions_of_a_frame_share_its_series_and_point_to_the_one_that_is_shown()
    {
        await using var studio = await TestStudio.OpenAsync();
        var at = Paper.Noon.AddSeconds(.25);
        await studio.AddAsync(Paper.Photo("IMG_1.jpg", at), Paper.Photo("IMG_1-small.jpg", at), Paper.Photo("IMG_2.jpg", at.AddSeconds(.5)),
            Paper.Photo("IMG_9.jpg", at.AddHours(1)), Paper.Photo("IMG_9.tif"));

        var photos = (await RunAsync(studio)).Photos.ToDictionary(p => p.Path);

        Assert.Equal((null, photos["IMG_1.jpg"].Id), (photos["IMG_1.jpg"].ShotId, photos["IMG_1-small.jpg"].ShotId));
        Assert.Single(new[] { "IMG_1.jpg", "IMG_1-small.jpg", "IMG_2.jpg" }.Select(p => photos[p].SeriesId!.Value).Distinct());
        Assert.Equal((photos["IMG_9.jpg"].Id, null), (photos["IMG_9.tif"].ShotId, photos["IMG_9.jpg"].SeriesId));
        Assert.Equal(photos["IMG_9.jpg"].MomentId, photos["IMG_9.tif"].MomentId);
    }

    [Fact]
    public async Task A_moment_keeps_its_id_when_an_earlier_one_appears()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddHours(4)));
        var before = (await RunAsync(studio)).Photos.ToDictionary(p => p.Path, p => p.MomentId);

        await studio.AddAsync(Paper.Photo("0", Paper.Noon.AddHours(-5)));
        var after = (await RunAsync(studio)).Photos.ToDictionary(p => p.Path, p => p.MomentId);

        Assert.Equal((before["a"], before["b"]), (after["a"], after["b"]));
        Assert.Equal(3, after.Values.Distinct().Count());
    }

    private static long Hash(int seed) => new Random(seed).NextInt64();
}
