using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.Moments.Day;
using WeddingStudio.Engine.Moments.Shots;

namespace WeddingStudio.Tests.Moments.Shots;

public sealed class BurstsTests
{
    private static TimedPhoto Photo(int id, double seconds, int camera = 1, long hash = 0) =>
        new(id, $"{id}.jpg", Paper.Noon.AddSeconds(seconds), camera, hash);

    private static Dictionary<int, int> Find(params TimedPhoto[] photos) => Bursts.Find(photos, new MomentsOptions()).ToDictionary();

    [Fact]
    public void Quick_frames_that_look_alike_share_the_lowest_number()
    {
        Assert.Equal(new() { [7] = 3, [3] = 3, [9] = 3 }, Find(Photo(7, 0), Photo(3, 1.5), Photo(9, 3.4, hash: 0b111)));
    }

    [Fact]
    public void Another_camera_a_later_frame_and_another_picture_are_no_burst()
    {
        Assert.Empty(Find(Photo(1, 0), Photo(2, .5, camera: 2), Photo(3, 2.5), Photo(4, 3, hash: 0xFFFF)));
    }
}
