using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Moments;

namespace WeddingStudio.Tests.Hosting;

public sealed class ClockDeskTests
{
    private static readonly Message _fujifilm = Message.Plain("FUJIFILM X-T5");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_a_user_corrects_orders_the_day_until_it_is_given_back()
    {
        await using var studio = await TestStudio.OpenAsync();
        var desk = await DeskAsync(studio);

        Assert.Equal(2, await MomentsAsync(studio));
        var said = await desk.SetAsync(TestWedding.Id, 5, -4 * 3600, Ct);
        Assert.Equal((true, 1), (said.Done, await MomentsAsync(studio)));
        Assert.Equal(new ClockView { CameraId = 5, Name = _fujifilm, Photos = 1, OffsetSeconds = -4 * 3600, ByHand = true },
            (await desk.ListAsync(TestWedding.Id, Ct))[1]);

        await desk.SetAsync(TestWedding.Id, 5, null, Ct);
        Assert.Equal(2, await MomentsAsync(studio));
        Assert.Equal(new ClockView { CameraId = 5, Name = _fujifilm, Photos = 1 }, (await desk.ListAsync(TestWedding.Id, Ct))[1]);
    }

    [Fact]
    public async Task Pages_hear_of_it()
    {
        await using var studio = await TestStudio.OpenAsync();
        var desk = await DeskAsync(studio);
        var heard = new List<StudioChange>();
        studio.Get<StudioEvents>().PicksChanged += heard.Add;

        await desk.SetAsync(TestWedding.Id, 5, 60, Ct);

        Assert.Equal((TestWedding.Id, 0), (Assert.Single(heard).WeddingId, heard[0].Ids.Count));
    }

    [Theory, InlineData(double.NaN), InlineData(1e12)]
    public async Task Nonsense_and_strange_cameras_are_refused(double seconds)
    {
        await using var studio = await TestStudio.OpenAsync();
        var desk = await DeskAsync(studio);

        Assert.False((await desk.SetAsync(TestWedding.Id, 5, seconds, Ct)).Done);
        Assert.False((await desk.SetAsync(TestWedding.Id, 99, 60, Ct)).Done);
    }

    private static async Task<ClockDesk> DeskAsync(TestStudio studio)
    {
        await studio.AddAsync(
            new Camera { Id = 4, WeddingId = TestWedding.Id, Make = "Canon", Model = "Canon EOS R6" },
            new Camera { Id = 5, WeddingId = TestWedding.Id, Make = "FUJIFILM", Model = "X-T5" },
            Paper.Photo("a", Paper.Noon, cameraId: 4), Paper.Photo("b", Paper.Noon.AddMinutes(1), hash: -1, cameraId: 4),
            Paper.Photo("c", Paper.Noon.AddHours(4), cameraId: 5));
        await studio.Get<MomentsStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Ct);
        return new ClockDesk(studio.Store, studio.Get<StudioPipeline>(), studio.Get<StudioEvents>());
    }

    private static Task<int> MomentsAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Moments.CountAsync(Ct), Ct);
}
