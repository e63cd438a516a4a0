using WeddingStudio.Drawn;
using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Tests.Drawn;

/// <summary>What the day of the drawn wedding holds; nothing is drawn here.</summary>
public sealed class ProgrammeTests
{
    private static readonly Guests _guests = new(26, 1);
    private static readonly IReadOnlyList<Shot> _shots = Programme.Plan(new DrawnOptions(), _guests);

    [Fact]
    public void It_has_240_photos_of_26_people_with_two_cameras_in_six_moments()
    {
        Assert.Equal(240, _shots.Count);
        Assert.Equal(240, _shots.Select(s => s.PhotoId).Distinct().Count());
        Assert.Equal(_guests.All.Select(g => g.Id), _shots.SelectMany(s => s.People).Select(p => p.Figure.Id).Where(id => id > 0)
            .Distinct().Order());
        Assert.Equal(6, _shots.Select(s => s.Moment).Distinct().Count());
        Assert.Equal(TimeSpan.FromMinutes(47), _shots.Select(s => s.Camera).Distinct().Max(c => c.Ahead));
        Assert.Equal(TimeSpan.Zero, _shots.Select(s => s.Camera).Distinct().Min(c => c.Ahead));
    }

    [Theory, InlineData(1, 28, 240), InlineData(2, 28, 240), InlineData(3, 150, 1000), InlineData(4, 4, 40), InlineData(5, 500, 60),
        InlineData(6, 12, 1)]
    public void Any_size_can_be_planned(int seed, int people, int photos)
    {
        var guests = new Guests(people, seed);
        var shots = Programme.Plan(new DrawnOptions { Seed = seed, People = people, Photos = photos }, guests);

        Assert.Equal(photos, shots.Count);
        Assert.Equal(people, guests.All.Select(g => g.Name).Distinct().Count());
        Assert.Equal(photos, shots.Select(s => s.PhotoId).Distinct().Count());
    }

    [Fact]
    public void Photos_run_through_the_day_in_order_and_moments_do_not_overlap()
    {
        Assert.Equal(_shots.Select(s => s.TrueTime).Order(), _shots.Select(s => s.TrueTime));
        Assert.Equal(_shots.Select(s => s.Moment).Distinct().Count() - 1,
            _shots.Zip(_shots.Skip(1)).Count(p => p.First.Moment != p.Second.Moment));
    }

    [Fact]
    public void Bursts_last_seconds_and_hold_one_blink_and_a_frame_where_all_eyes_are_open()
    {
        var bursts = _shots.Where(s => s is { Series: not null, VersionOf: null }).GroupBy(s => s.Series)
            .Where(g => g.Count() > 1).ToList();

        Assert.True(bursts.Count >= 6);
        foreach (var burst in bursts)
        {
            Assert.InRange(burst.Max(s => s.TrueTime) - burst.Min(s => s.TrueTime), TimeSpan.Zero, TimeSpan.FromSeconds(3));
            Assert.Contains(burst, s => s.People.Any(p => !p.Mood.LeftOpen));
            Assert.Contains(burst, s => s.Blur == 0 && s.People.All(p => p.Mood.LeftOpen && p.Mood.RightOpen));
        }
    }

    [Fact]
    public void Some_scenes_are_taken_by_both_cameras_within_seconds()
    {
        var seconds = _shots.Where(s => s.SecondOf is not null).ToList();

        Assert.InRange(seconds.Count, 8, 24);
        foreach (var second in seconds)
        {
            var first = _shots.Single(s => s.PhotoId == second.SecondOf);
            Assert.NotSame(first.Camera, second.Camera);
            Assert.Equal((first.Place, first.Series, second.Series), (second.Place, null, null));
            Assert.Equal(first.People.Select(p => p.Figure.Id).Where(id => id >= 0), second.People.Select(p => p.Figure.Id));
            Assert.InRange(second.TrueTime - first.TrueTime, TimeSpan.FromSeconds(.5), TimeSpan.FromSeconds(8));
        }
    }

    [Fact]
    public void The_accidents_of_real_weddings_happen()
    {
        Assert.Contains(_shots, s =>
            s.Moment == "Ceremony" && s.People.Count == 2 && s.People.All(p => p.Figure.IsCouple && !p.Mood.LeftOpen && !p.Mood.RightOpen));
        Assert.Contains(_shots, s =>
            s.Blur == 0 && s.People.Any(p => p is { Blur: > 3, Figure.Id: > 0 }) && s.People.Any(p => p.Blur == 0));
        Assert.Contains(_shots, s => s.People.GroupBy(p => p.Figure.Id).Any(g => g.Count() == 2 && g.Any(p => p.Inside is not null)));
        Assert.Contains(_shots, s => s.People.Any(p => p.Figure.Id == 0 && p.Inside is not null));
        Assert.Contains(_shots, s => s.People.Any(p => p.Figure.Id < 0));
        Assert.Contains(_guests.All, g => _shots.Count(s => s.People.Any(p => p.Figure.Id == g.Id)) == 1);
        Assert.DoesNotContain(_guests.All, g => g.Name == DrawnWedding.Absent);
        Assert.All([".tif", "-bw.jpg", "-small.jpg"],
            ending => Assert.Contains(_shots, s => s.VersionOf is not null && s.PhotoId.EndsWith(ending, StringComparison.Ordinal)));
        Assert.Equal(2, _guests.All.Count(g => g.Name.EndsWith("Sandoval", StringComparison.Ordinal)
            && _shots.Any(s => s.People.Any(p => p.Figure.Id == g.Id))));
    }

    [Fact]
    public void Nobody_stands_outside_the_picture_and_no_head_hides_another()
    {
        foreach (var shot in _shots)
        {
            Assert.All(shot.People, p => Assert.True(
                p.Head.X > p.Unit * .8 && p.Head.X < shot.WidthUnits - p.Unit * .8 && p.Head.Y > p.Unit && p.Head.Y < 1000 - p.Unit,
                $"{shot.PhotoId}: {p.Figure.Name}"));
            var kiss = shot.People.Count == 2 && shot.People.All(p => !p.Mood.LeftOpen && Math.Abs(p.Pose.Yaw) > 30);
            for (var i = 0; i < shot.People.Count && !kiss; i++)
            {
                foreach (var other in shot.People.Take(i))
                    Assert.True((shot.People[i].Head - other.Head).Length > .75 * (shot.People[i].Unit + other.Unit),
                        $"{shot.PhotoId}: {shot.People[i].Figure.Name} and {other.Figure.Name}");
            }
        }
    }
}
