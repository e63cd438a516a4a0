using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.Moments.Day;

namespace WeddingStudio.Tests.Moments.Day;

public sealed class DayCutTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly MomentsOptions Options = new();

    private static TimedPhoto[] At(params double[] minutesAfterNoon) =>
        [.. minutesAfterNoon.Select((m, i) => new TimedPhoto(i + 1, $"{i + 1:000}.jpg", Paper.Noon.AddMinutes(m), null, 0))];

    /// <summary>Photos every <paramref name="everySeconds"/> from a minute on.</summary>
    private static IEnumerable<double> Series(double from, int count, double everySeconds) =>
        Enumerable.Range(0, count).Select(i => from + i * everySeconds / 60);

    private static (string Name, int Photos)[] Cut(TimedPhoto[] photos, params TimelineEntry[] timeline) =>
        [.. DayCut.Cut(photos, timeline, Paris, Options).Select(m => (m.Name.English(), m.Photos.Count))];

    private static TimelineEntry Entry(double minutesAfterNoon, string name) =>
        new() { WeddingId = TestWedding.Id, Name = name, StartsAt = Paper.Noon.AddMinutes(minutesAfterNoon) };

    [Fact]
    public void No_photos_make_no_moments() => Assert.Empty(Cut([]));

    [Fact]
    public void Two_hours_of_silence_always_end_a_moment()
    {
        Assert.Equal([("Early afternoon", 1), ("Late afternoon", 1)], Cut(At(0, 240)));
    }

    [Fact]
    public void A_quarter_of_an_hour_ends_a_moment_of_quick_shots()
    {
        var photos = At([.. Series(0, 12, 20), .. Series(20, 12, 20)]);

        Assert.Equal([("Early afternoon", 12), ("Early afternoon, part 2", 12)], Cut(photos));
    }

    [Fact]
    public void A_quarter_of_an_hour_among_rare_photos_is_nothing()
    {
        Assert.Equal([("Early afternoon", 7)], Cut(At(0, 5, 11, 26, 32, 37, 44)));
    }

    [Fact]
    public void Five_minutes_never_end_a_moment() => Assert.Single(Cut(At([.. Series(0, 30, 1), .. Series(6, 30, 1)])));

    [Theory, InlineData(true, 2), InlineData(false, 1)]
    public void Eleven_minutes_end_a_moment_only_where_other_people_are_elsewhere_after_them(bool changes, int moments)
    {
        // The pause is nine times the usual one: less than asked for where little changes, more than enough where all does.
        TimedPhoto[] photos = [.. At([.. Series(0, 20, 75), .. Series(35, 20, 75)]).Select((p, i) => p with
        {
            People = changes ? [i < 20 ? 1 : 2, 3 + i % 2] : [1, i is 10 or 30 ? 9 : 3],
            Colours = changes && i >= 20 ? [0, 1] : [1, 0],
        })];

        Assert.Equal(moments, Cut(photos).Length);
    }

    [Fact]
    public void An_evening_without_a_pause_is_halved_at_its_most_telling_one()
    {
        var moments = DayCut.Cut(At([.. Series(0, 26, 300), .. Series(140, 26, 300)]), [], Paris, Options);

        Assert.Equal([26, 26], moments.Select(m => m.Photos.Count));
    }

    [Fact]
    public void A_party_after_midnight_belongs_to_the_same_day_and_a_brunch_does_not()
    {
        var names = Cut(At(11 * 60, 13 * 60 + 30, 22 * 60)).Select(m => m.Name);

        Assert.Equal(["Saturday late evening", "Saturday night", "Sunday morning"], names);
    }

    [Fact]
    public void The_timeline_names_what_falls_into_it_and_plain_names_the_rest()
    {
        var photos = At([-60, 31, 45, 59, 61, 200, 22 * 60]);

        var moments = Cut(photos, Entry(60, "Dinner"), Entry(30, "Church"));

        Assert.Equal([("Saturday morning", 1), ("Church", 3), ("Dinner", 2), ("Sunday morning", 1)], moments);
    }

    [Property]
    public bool The_order_of_photos_does_not_matter(int seed, int[] minutes)
    {
        var photos = At([.. minutes.Select(m => (double)(m % 900))]);
        var shuffled = photos.ToArray();
        new Random(seed).Shuffle(shuffled);

        return Cut(photos).SequenceEqual(Cut(shuffled));
    }

    [Property]
    public Property Every_photo_is_in_exactly_one_moment(int[] minutes)
    {
        var photos = At([.. minutes.Select(m => (double)(m % 5000))]);
        var placed = DayCut.Cut(photos, [Entry(120, "Dinner")], Paris, Options).SelectMany(m => m.Photos).Select(p => p.Id).Order();

        return placed.SequenceEqual(photos.Select(p => p.Id)).ToProperty();
    }
}
