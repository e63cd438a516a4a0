using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Bench;

public sealed class TruthMeasuresTests
{
    private static TrueFace True(double x, int? person = 1, double size = 40, double yaw = 0) =>
        new([x, 0, x + size, size], person, yaw, [true, true], 0, true, 0);

    private static TruePhoto Photo(string id, string? versionOf = null, params TrueFace[] faces) =>
        new(id, "A", DateTime.UnixEpoch, "Ceremony", null, versionOf, faces);

    private static FoundFace Found(string photo, double x, int person = 1, double? technical = null, double size = 40) =>
        new(photo, new FaceBox(x, 0, x + size, size), .9, person, technical, null);

    [Fact]
    public void A_true_face_is_found_once_and_what_is_left_over_is_false()
    {
        var match = TruthMatch.Of([Photo("a", null, True(0), True(100)), Photo("b", null, True(0))],
            [Found("a", 2), Found("a", 4), Found("b", 300)]);

        Assert.Equal([2.0, null, null], match.Faces.Select(face => face.Found?.Box.X1));
        Assert.Equal([("a", 4.0), ("b", 300.0)], match.False.Select(face => (face.PhotoId, face.Box.X1)));
    }

    [Fact]
    public void A_found_poster_is_no_false_face_and_no_person_either()
    {
        var match = TruthMatch.Of([Photo("a", null, True(0, person: null), True(100, person: -2))], [Found("a", 0)]);

        Assert.Empty(match.False);
        Assert.Equal(-2, Assert.Single(match.OfPeople).Truth.Person);
        Assert.NotNull(Assert.Single(match.OnPosters).Found);
    }

    [Theory]
    [InlineData(32, 30, true)]
    [InlineData(31.9, 0, false)]
    [InlineData(80, -30.1, false)]
    public void Small_and_turned_faces_need_not_be_found(double size, double yaw, bool should) =>
        Assert.Equal(should, new JudgedFace(Photo("a"), True(0, 1, size, yaw), null).ShouldBeFound);

    [Fact]
    public void People_who_share_a_group_are_told_pair_by_pair()
    {
        var shared = SharedGroup.Of([(7, 1), (7, 1), (7, 2), (7, -3), (8, 2), (-1, 1), (-1, 2)]);

        Assert.Equal([new SharedGroup(7, -3, 1, 1, 2), new SharedGroup(7, -3, 2, 1, 1), new SharedGroup(7, 1, 2, 2, 1)], shared);
    }

    [Fact]
    public void Each_eye_is_told_for_itself_and_one_that_was_not_measured_counts_as_closed()
    {
        var tally = BlinkTally.Of([(true, .9), (true, .49), (false, .1), (false, .5), (true, null), (false, null)]);

        Assert.Equal(new BlinkTally(Closed: 3, ScoredClosed: 2, Open: 3, ScoredOpen: 1, NotMeasured: 2), tally);
    }

    [Fact]
    public void An_order_that_is_right_has_area_one_and_ties_count_half()
    {
        Assert.Equal(1, Auc.Of([.8, .9], [.1, .2, .3]));
        Assert.Equal(0, Auc.Of([.1], [.2]));
        Assert.Equal(.5, Auc.Of([.4, .4], [.4]));
        Assert.Equal((1 + 1 + .5 + 0) / 4, Auc.Of([.5, .3], [.3, .4]), 12);
        Assert.True(double.IsNaN(Auc.Of([], [.1])));
    }

    [Fact]
    public void Versions_of_one_shot_are_compared_by_the_people_seen_in_both()
    {
        var photos = new[] { Photo("a", null, True(0, 1), True(100, 2)), Photo("a-small", "a", True(0, 1), True(100, 3)),
            Photo("a-grey", "a", True(0, 2)), Photo("b", "gone", True(0, 1)) };
        var match = TruthMatch.Of(photos, [Found("a", 0, 1, .6), Found("a", 100, 2, .9), Found("a-small", 0, 1, .5),
            Found("a-small", 100, 3, .1), Found("a-grey", 0, 2, .4), Found("b", 0, 1, .2)]);

        var pairs = VersionPair.Of(match.Faces);

        Assert.Equal(["a-grey", "a-small"], pairs.Select(pair => pair.Version));
        Assert.Equal([-.5, -.1], pairs.Select(pair => Math.Round(pair.Difference, 12)));
        Assert.Equal([1, 1], pairs.Select(pair => pair.People));
    }
}
