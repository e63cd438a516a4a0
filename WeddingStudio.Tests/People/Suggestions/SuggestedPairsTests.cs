using WeddingStudio.Engine.People.Suggestions;
using static WeddingStudio.Tests.People.Suggestions.ComparedAlbum;

namespace WeddingStudio.Tests.People.Suggestions;

public sealed class SuggestedPairsTests
{
    private const int Somebody = 20;

    /// <summary>Alike, but not so that it is asked for the faces alone.</summary>
    private const double Doubtful = .11;

    [Fact]
    public void Nobody_is_asked_about_where_all_are_unlike()
    {
        Assert.Empty(new ComparedAlbum().Ask(clothed: false));
        Assert.Empty(SuggestedPairs.Find([], (_, _) => true));
        Assert.Empty(new ComparedAlbum(people: 1).Ask());
    }

    [Fact]
    public void A_person_in_two_halves_is_asked_about_with_the_larger_half_first()
    {
        var asked = Assert.Single(new ComparedAlbum().Add(Somebody, Like(3, .5, 40), clothes: null, photos: 2, minute: null).Ask());

        Assert.Equal((3, Somebody, 2), (asked.FirstId, asked.SecondId, asked.Photos));
        Assert.Equal([300, 301, 302, 303], asked.FirstFaces);
        Assert.Equal("Their faces are alike", asked.Reason(_ => null).English());
    }

    [Fact]
    public void Two_who_meet_in_a_photo_are_two()
    {
        Assert.Empty(new ComparedAlbum().Add(Somebody, Like(3, .9, 40), clothes: 3, photos: 1, minute: 30, inPhotosOf: 3).Ask());
    }

    [Fact]
    public void Two_who_meet_only_in_different_pictures_of_a_collage_may_be_one()
    {
        Assert.Single(new ComparedAlbum().Add(Somebody, Like(3, .5, 40), clothes: 3, photos: 1, minute: 30, inPhotosOf: 3, panel: 1).Ask());
    }

    [Fact]
    public void Whoever_must_not_be_asked_about_is_not()
    {
        var album = new ComparedAlbum().Add(Somebody, Like(3, .5, 40), clothes: 3, photos: 2, minute: 40);

        Assert.Single(album.Ask());
        Assert.Empty(album.Ask(mayAsk: (a, b) => (Math.Min(a, b), Math.Max(a, b)) != (3, Somebody)));
    }

    [Fact]
    public void The_same_clothes_twenty_minutes_apart_bring_a_doubtful_pair_up()
    {
        var album = new ComparedAlbum().Add(Somebody, Like(3, Doubtful, 40), clothes: 3, photos: 1, minute: 53);

        Assert.Empty(album.Ask(clothed: false));
        var asked = Assert.Single(album.Ask());
        Assert.Equal("The same clothes twenty minutes apart", asked.Reason(_ => null).English());
        Assert.InRange(asked.Clothes!.Value.LogOdds, Math.Log(3), ClothesEvidence.MostFor);
    }

    [Fact]
    public void Other_clothes_at_the_same_time_speak_against_and_unknown_ones_not()
    {
        double Odds(int? clothes) =>
            Assert.Single(new ComparedAlbum().Add(Somebody, Like(3, .3, 40), clothes, photos: 1, minute: 40).Ask()).LogOdds;

        Assert.True(Odds(clothes: 77) < Odds(clothes: null) - 2);
        Assert.True(Odds(clothes: 3) > Odds(clothes: null) + 1);
    }

    [Fact]
    public void What_everybody_wears_says_nothing()
    {
        var uniform = new ComparedAlbum(people: 0);
        for (var person = 1; person <= 12; person++)
            uniform.Add(person, Direction(person), clothes: 7, photos: 4, minute: 10 * person);
        uniform.Add(Somebody, Like(3, Doubtful, 40), clothes: 7, photos: 1, minute: 53);

        Assert.Empty(uniform.Ask());
    }

    [Fact]
    public void The_same_company_is_a_reason_when_it_has_a_name()
    {
        var asked = Assert.Single(QuestionedWedding.InCompany().Ask());

        Assert.Equal(30, asked.CompanionId);
        Assert.Equal("Often beside Anna", asked.Reason(id => id == 30 ? "Anna" : null).English());
        Assert.Equal("Their faces are alike", asked.Reason(_ => null).English());
    }

    [Fact]
    public void Company_is_no_evidence()
    {
        var apart = new ComparedAlbum().Add(Somebody, Like(3, .5, 40), clothes: null, photos: 2, minute: 500)
            .Add(30, Direction(30), clothes: null, photos: 6, minute: 700);

        var (alone, beside) = (Assert.Single(apart.Ask()), Assert.Single(QuestionedWedding.InCompany().Ask()));

        Assert.Equal(alone.LogOdds, beside.LogOdds, 9);
        Assert.Equal((null, 30), (alone.CompanionId, beside.CompanionId));
    }

    [Fact]
    public void Whoever_is_with_everybody_is_no_reason()
    {
        var album = QuestionedWedding.InCompany();
        foreach (var person in (int[])[5, 6, 7, 8])
            album.Add(30, Direction(30), clothes: null, photos: 4, minute: 10 * person, inPhotosOf: person);

        Assert.Null(Assert.Single(album.Ask()).CompanionId);
    }

    [Fact]
    public void A_clock_that_stands_still_costs_nothing()
    {
        ComparedFace[] faces = [.. Enumerable.Range(0, 20_000).Select(i => new ComparedFace(i, i % 100, i, DateTime.UnixEpoch, 80, 1))];
        var people = faces.GroupBy(f => f.PersonId).Select(g => new ComparedPerson(g.Key, g)).ToList();

        var before = GC.GetAllocatedBytesForCurrentThread();
        new OftenBeside(faces).Of(people[0], people[1]);

        // Each with all others of the minute were 1.6 GB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData(.5, "moments apart")]
    [InlineData(7, "7 minutes apart")]
    [InlineData(21, "twenty minutes apart")]
    [InlineData(32, "half an hour apart")]
    [InlineData(70, "an hour apart")]
    [InlineData(130, "2 hours apart")]
    public void The_reason_says_how_far_apart(double minutes, string words)
    {
        var asked = new Suggestion(1, 2, [], [], new SameClothes(2, TimeSpan.FromMinutes(minutes)), Photos: 1) { CompanionId = 5 };

        Assert.Equal($"The same clothes {words}, often beside Anna", asked.Reason(_ => "Anna").English());
    }

    [Fact]
    public void The_order_depends_on_nothing_but_the_album()
    {
        var album = new ComparedAlbum(people: 10);
        for (var i = 0; i < 8; i++)
            album.Add(Somebody + i, Like(1 + i, .3 + .02 * (i % 3), 40 + i), clothes: i % 2 == 0 ? 1 + i : null,
                photos: 1 + i % 2, minute: 20 * i);
        var asked = album.Ask();
        var shuffled = album.Faces.ToArray();
        new Random(7).Shuffle(shuffled);

        Assert.Equal(8, asked.Count);
        Assert.Equal(Pairs(asked), Pairs(SuggestedPairs.Find(shuffled, (_, _) => true)));
    }
}
