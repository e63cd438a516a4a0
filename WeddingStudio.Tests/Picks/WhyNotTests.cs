using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Tests.Picks;

public sealed class WhyNotTests
{
    private static readonly PicksOptions Options = new();

    private static Candidate Photo(int id, double score, int scene) => new()
    {
        PhotoId = id, FaceId = id, PhotoPath = $"day/{id}.jpg", Score = score, At = Paper.Noon.AddHours(scene),
        PerceptualHash = new Random(scene).NextInt64(), MomentId = scene,
    };

    private static string? Ask(int id, params Candidate[] photos) =>
        WhyNot.Of(id, photos, BestPhotos.Select(photos, 2, Options), Options,
            new Dictionary<int, Message>
            {
                [1] = Message.Plain("Ceremony"), [2] = Message.Plain("Dinner"), [3] = Message.Plain("Party"),
            })?.English();

    [Fact]
    public void A_pick_and_a_photo_of_somebody_else_need_no_reason()
    {
        Assert.Null(Ask(1, Photo(1, .9, 1)));
        Assert.Null(Ask(7, Photo(1, .9, 1)));
    }

    [Fact]
    public void What_a_user_said_comes_first()
    {
        Candidate[] others = [Photo(1, .9, 1), Photo(2, .8, 2)];

        Assert.Equal("You asked never to show it.", Ask(3, [.. others, Photo(3, 1, 3) with { NeverShow = true }]));
        Assert.Equal("It is kept from guests, as you asked.", Ask(3, [.. others, Photo(3, 1, 3) with { KeptFromGuests = true }]));
        Assert.Equal("You asked for another one instead.", Ask(3, [.. others, Photo(3, 1, 3) with { SetAside = true }]));
    }

    [Fact]
    public void Versions_series_and_likeness_name_what_is_shown_instead()
    {
        Candidate[] others = [Photo(1, .9, 1), Photo(2, .8, 2)];

        Assert.Equal("Another version of the same shot is among the best.",
            Ask(3, [.. others.Select(p => p with { ShotId = p.PhotoId }), Photo(3, .1, 3) with { ShotId = 1 }]));
        Assert.Equal("Another frame of the same series came out better for everybody in it.",
            Ask(3, [.. others, Photo(3, 1, 3) with { Facts = ScoreFacts.BetterInSeries }]));
        Assert.Equal("It is much like 1.jpg, which is among the best.", Ask(3, [.. others, Photo(3, .5, 1)]));
    }

    [Fact]
    public void A_photo_that_came_close_says_with_how_many_it_would_be_there() =>
        Assert.Equal("The best 2 come before it; with 3 photos it is among them.",
            Ask(3, Photo(1, .9, 1), Photo(2, .8, 2), Photo(3, .5, 3)));

    [Theory]
    [InlineData(3, 2, "Best photos: 3 in, 2 out for Anna; 1 in for Unnamed 2; and others for 1 more.")]
    [InlineData(0, 1, "Best photos: 1 out for Anna; 1 in for Unnamed 2; and others for 1 more.")]
    [InlineData(0, 0, "Best photos: 1 in for Unnamed 2; 1 in for Unnamed 3.")]
    public void What_came_and_went_is_said_of_two_and_the_rest_counted(int came, int went, string words) =>
        Assert.Equal(words, PickChange.Told([new PickChange(3, null, 1, 0), new PickChange(2, null, 1, 0),
            new PickChange(1, "Anna", came, went), new PickChange(4, null, 0, 0)]).English());
}
