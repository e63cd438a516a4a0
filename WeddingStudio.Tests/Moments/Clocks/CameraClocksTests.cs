using WeddingStudio.Drawn;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.Moments.Clocks;

namespace WeddingStudio.Tests.Moments.Clocks;

/// <summary>Clocks of the drawn weddings, whose people and times are known without drawing them.</summary>
public sealed class CameraClocksTests
{
    private static readonly MomentsOptions Options = new();

    private static IReadOnlyList<Shot> Plan(int seed) => Programme.Plan(new DrawnOptions { Seed = seed }, new Guests(26, seed));

    /// <param name="clock">What a camera's clock shows at a true time.</param>
    private static List<CameraClocks.Clock> Clocks(IEnumerable<Shot> shots, Func<Shot, DateTime> clock) => [.. shots.GroupBy(s => s.Camera)
        .OrderBy(g => g.Key.Name).Select((g, i) => new CameraClocks.Clock(i + 1, g.Count(), null,
            ClockScene.From(
                g.Select(s => (clock(s), s.People.Select(p => p.Figure.Id).Where(id => id > 0).Distinct().Order().ToArray())))))];

    private static IReadOnlyDictionary<int, double> Align(List<CameraClocks.Clock> clocks) => CameraClocks.Align(clocks, Options);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void A_clock_47_minutes_ahead_is_put_right_within_seconds(int seed)
    {
        var clocks = Clocks(Plan(seed), s => s.TrueTime + s.Camera.Ahead);

        var offsets = Align(clocks);

        Assert.Equal(0, offsets[1]);
        Assert.InRange(offsets[2], -47 * 60 - 10, -47 * 60 + 10);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Clocks_that_agree_stay_as_they_are(int seed) =>
        Assert.All(Align(Clocks(Plan(seed), s => s.TrueTime)).Values, offset => Assert.Equal(0, offset));

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Where_no_scene_is_shared_nothing_is_invented(int seed)
    {
        var clocks = Clocks(Plan(seed).Where(s => s.SecondOf is null), s => s.TrueTime + s.Camera.Ahead);

        Assert.All(Align(clocks).Values, offset => Assert.Equal(0, offset));
    }

    [Theory, InlineData(3600), InlineData(-7 * 3600), InlineData(-9 * 365 * 86400)]
    public void Another_time_zone_or_a_clock_never_set_is_found_as_well(int seconds)
    {
        var clocks = Clocks(Plan(1), s => s.Camera.Name == "R6" ? s.TrueTime : s.TrueTime.AddSeconds(-seconds));

        Assert.InRange(Align(clocks)[2], seconds - 10, seconds + 10);
    }

    [Fact]
    public void What_a_user_said_stands_and_the_others_follow()
    {
        var clocks = Clocks(Plan(1), s => s.TrueTime + s.Camera.Ahead);

        var leader = Align([clocks[0] with { ByHand = 600 }, clocks[1]]);
        var other = Align([clocks[0], clocks[1] with { ByHand = 5 }]);

        Assert.Equal(600, leader[1]);
        Assert.InRange(leader[2], 600 - 47 * 60 - 10, 600 - 47 * 60 + 10);
        Assert.Equal((0, 5), (other[1], other[2]));
    }

    [Fact]
    public void A_camera_without_people_or_a_wedding_without_cameras_is_no_trouble()
    {
        Assert.Empty(Align([]));
        Assert.Equal(0, Align([new CameraClocks.Clock(1, 10, null, []), new CameraClocks.Clock(2, 3, null, [])])[2]);
    }
}
