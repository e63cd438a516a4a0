using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments;

namespace WeddingStudio.Tests.Moments;

public sealed class MomentsStageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(Moment[] Moments, Photo[] Photos)> RunAsync(TestStudio studio)
    {
        await studio.Get<MomentsStage>().RunAsync("w", NoProgress.Instance, Ct);
        return await studio.Store.ReadAsync(async db => (
            await db.Moments.OrderBy(m => m.Ordinal).ToArrayAsync(Ct), await db.Photos.OrderBy(p => p.Path).ToArrayAsync(Ct)), Ct);
    }

    [Fact]
    public async Task Running_twice_changes_nothing_and_photos_without_a_time_have_no_moment()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddSeconds(1)), Paper.Photo("c", Paper.Noon.AddHours(4)), Paper.Photo("d"));

        var first = await RunAsync(studio);
        var second = await RunAsync(studio);

        Assert.Equal(["Early afternoon", "Late afternoon"], first.Moments.Select(m => m.Name));
        Assert.Equal([first.Moments[0].Id, first.Moments[0].Id, first.Moments[1].Id, null], first.Photos.Select(p => p.MomentId));
        Assert.Equal([first.Photos[0].Id, first.Photos[0].Id, null, null], first.Photos.Select(p => p.SeriesId));
        Assert.Equivalent(first.Moments, second.Moments, strict: true);
        Assert.Equivalent(first.Photos, second.Photos, strict: true);
    }

    [Fact]
    public async Task A_camera_whose_clock_is_wrong_is_put_right()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(new Camera { Id = 5, WeddingId = "w", Model = "late", OffsetSeconds = -4 * 3600 });
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddHours(4), cameraId: 5));

        Assert.Single((await RunAsync(studio)).Moments);
    }

    [Fact]
    public async Task A_timeline_that_comes_later_renames_the_day()
    {
        await using var studio = await TestStudio.OpenAsync();
        await studio.AddAsync(Paper.Photo("a", Paper.Noon), Paper.Photo("b", Paper.Noon.AddHours(4)));
        await RunAsync(studio);

        await studio.Get<Timeline>().ReplaceAsync("w", [new(Paper.Noon.AddMinutes(-5), "Church")], Ct);
        var (moments, photos) = await RunAsync(studio);

        Assert.Equal("Church", Assert.Single(moments).Name);
        Assert.All(photos, p => Assert.Equal(moments[0].Id, p.MomentId));
    }
}
