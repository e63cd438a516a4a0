using FsCheck.Xunit;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Tests.Picks;

public sealed class BestPhotosTests
{
    private static readonly PicksOptions Options = new();

    /// <summary>Photos of one <paramref name="scene"/> are alike, of two scenes are not.</summary>
    private static Candidate Photo(string path, double score, int scene, bool always = false, bool never = false, bool kept = false,
        int? id = null, int face = 0) => new()
    {
        PhotoId = id ?? path[0], FaceId = face == 0 ? path[0] : face, PhotoPath = path, Score = score, At = Paper.Noon.AddHours(scene),
        PerceptualHash = new Random(scene).NextInt64(), AlwaysShow = always, NeverShow = never, KeptFromGuests = kept,
    };

    private static string Pick(int count, params Candidate[] photos) =>
        string.Concat(BestPhotos.Select(photos, count, Options).Select(p => p.Candidate.PhotoPath));

    [Fact]
    public void The_best_of_each_scene_comes_before_a_second_of_the_same() =>
        Assert.Equal("acb", Pick(3, Photo("a", .9, 1), Photo("b", .8, 1), Photo("c", .3, 2)));

    [Fact]
    public void The_best_photo_comes_first_even_where_another_one_stands_for_more() =>
        Assert.Equal("ab",
            Pick(2, Photo("a", .6, 1), Photo("b", .58, 2) with { Facts = ScoreFacts.WithCouple | ScoreFacts.Candid | ScoreFacts.InGroup }));

    [Fact]
    public void Places_that_stay_empty_are_filled_with_the_best_of_the_rest()
    {
        var picked = BestPhotos.Select([Photo("c", .7, 1), Photo("a", .9, 1), Photo("b", .8, 1)], 2, Options);

        Assert.Equal([("a", PickKind.Different), ("b", PickKind.BestOfTheRest)], picked.Select(p => (p.Candidate.PhotoPath, p.Kind)));
    }

    [Fact]
    public void Always_shown_photos_come_first_by_score_even_more_than_asked_for() =>
        Assert.Equal("cbd", Pick(2, Photo("a", .9, 1), Photo("b", .2, 2, always: true), Photo("c", .3, 3, always: true),
            Photo("d", .1, 4, always: true)));

    [Fact]
    public void What_is_like_an_always_shown_photo_gives_way() =>
        Assert.Equal("bca", Pick(3, Photo("a", .9, 1), Photo("b", .2, 1, always: true), Photo("c", .3, 3)));

    [Fact]
    public void Never_shown_photos_never_come_not_even_the_only_one() =>
        Assert.Equal("", Pick(5, Photo("a", .9, 1, never: true, always: true)));

    [Fact]
    public void An_only_photo_is_shown_however_bad_it_is() => Assert.Equal("a", Pick(1, Photo("a", 0, 1)));

    [Fact]
    public void Photos_kept_from_guests_only_fill_up() =>
        Assert.Equal("bca", Pick(3, Photo("a", .9, 1, kept: true), Photo("b", .5, 2), Photo("c", .4, 2)));

    [Fact]
    public void A_face_nobody_could_tell_is_shown_only_when_no_other_is_left()
    {
        var blurred = Photo("a", .9, 1) with { Quality = .05 };

        Assert.Equal("bc", Pick(2, blurred, Photo("b", .5, 2), Photo("c", .4, 2)));
        Assert.Equal("bca", Pick(3, blurred, Photo("b", .5, 2), Photo("c", .4, 2)));
        Assert.Equal("a", Pick(1, blurred));
        Assert.Equal("a",
            BestPhotos.Select([blurred, Photo("b", .5, 2)], 1, Options with { Likeness = LikenessKind.Mission })[0].Candidate.PhotoPath);
    }

    [Fact]
    public void Of_a_shots_versions_only_the_best_comes_and_of_a_series_no_frame_that_another_betters()
    {
        Assert.Equal("b", Pick(3, Photo("a", .5, 1) with { ShotId = 7 }, Photo("b", .6, 2) with { ShotId = 7 }));
        Assert.Equal("a", Pick(3, Photo("a", .5, 1), Photo("b", .9, 1) with { Facts = ScoreFacts.BetterInSeries }));
        Assert.Equal("ba", Pick(3, Photo("a", .5, 1), Photo("b", .4, 1, always: true) with { Facts = ScoreFacts.BetterInSeries }));
    }

    [Fact]
    public void A_photo_that_was_set_aside_comes_when_no_other_is_left()
    {
        Assert.Equal("b", Pick(1, Photo("a", .9, 1) with { SetAside = true }, Photo("b", .1, 2)));
        Assert.Equal("ba", Pick(2, Photo("a", .9, 1) with { SetAside = true }, Photo("b", .1, 2)));
    }

    [Fact]
    public void A_moment_not_yet_shown_comes_before_a_better_photo_of_one_that_is() =>
        Assert.Equal("ac", Pick(2, Photo("a", .9, 1) with { MomentId = 1 }, Photo("b", .8, 2) with { MomentId = 1 },
            Photo("c", .2, 3) with { MomentId = 2 }));

    [Fact]
    public void A_person_twice_in_one_photo_has_it_once_with_the_better_face()
    {
        var picked = Assert.Single(BestPhotos.Select([Photo("a", .4, 1, face: 1), Photo("a", .6, 1, face: 2)], 5, Options));

        Assert.Equal(2, picked.Candidate.FaceId);
    }

    [Fact]
    public void Equal_scores_are_told_apart_by_path() =>
        Assert.Equal("abc", Pick(3, Photo("c", .5, 3), Photo("b", .5, 2), Photo("a", .5, 1)));

    private static Candidate[] Any(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 40)).Select(i => new Candidate
        {
            PhotoId = i, FaceId = i, PhotoPath = $"{i:00}.jpg", Score = Math.Round(random.NextDouble(), 1),
            Embedding = Paper.Direction(random.Next(5)),
            Pose = random.Next(3) == 0 ? null : new HeadPose(random.Next(-60, 60), random.Next(-20, 20), 0),
            At = random.Next(5) == 0 ? null : Paper.Noon.AddMinutes(random.Next(30)), PerceptualHash = random.Next(6) * 0x0F0F_1234_5678L,
            AlwaysShow = random.Next(15) == 0, NeverShow = random.Next(10) == 0,
        }),
    ];

    [Property(MaxTest = 300)]
    public bool What_the_user_said_holds_and_the_number_is_right(int seed, byte asked)
    {
        var photos = Any(new Random(seed));
        var count = 1 + asked % 8;
        var picked = BestPhotos.Select(photos, count, Options).Select(p => p.Candidate).ToArray();
        var allowed = photos.Where(p => !p.NeverShow).ToArray();
        var always = allowed.Count(p => p.AlwaysShow);

        return picked.All(p => !p.NeverShow)
            && picked.Take(always).All(p => p.AlwaysShow)
            && picked.Length == Math.Min(allowed.Length, Math.Max(count, always))
            && picked.Select(p => p.PhotoId).Distinct().Count() == picked.Length;
    }

    [Property(MaxTest = 300)]
    public bool Alike_photos_are_picked_only_when_no_different_one_is_left(int seed)
    {
        var photos = Any(new Random(seed));
        var picked = BestPhotos.Select(photos, 5, Options);
        var different = picked.Where(p => p.Kind == PickKind.Different).ToArray();
        var rest = photos.Where(p => !p.NeverShow && picked.All(k => k.Candidate.PhotoId != p.PhotoId));
        bool Alike(Candidate a, Candidate b) => Likeness.Of(a, b, Options) > Options.MaxLikeness;

        // The different ones differ from everything before them; a filler means that nothing different was left.
        return different.All(d => picked.TakeWhile(p => p.Candidate.PhotoId != d.Candidate.PhotoId)
            .All(p => !Alike(p.Candidate, d.Candidate)))
            && (picked.All(p => p.Kind != PickKind.BestOfTheRest) || rest.All(r => picked.Any(p => Alike(p.Candidate, r))));
    }

    [Property(MaxTest = 200)]
    public bool The_order_of_photos_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var photos = Any(random);
        var picked = BestPhotos.Select(photos, 5, Options);
        random.Shuffle(photos);

        return BestPhotos.Select(photos, 5, Options).SequenceEqual(picked);
    }
}
