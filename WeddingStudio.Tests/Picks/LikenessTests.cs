using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Picks.Best;

namespace WeddingStudio.Tests.Picks;

public sealed class LikenessTests
{
    private static readonly PicksOptions Options = new();

    private static Candidate Photo(float[]? face = null, HeadPose? pose = null, double? seconds = null, long hash = 0, string pack = "p") =>
        new()
        {
            PhotoId = 1, FaceId = 1, PhotoPath = "1.jpg", Score = .5, Embedding = face ?? [], Pack = pack, Pose = pose,
            At = seconds is { } s ? Paper.Noon.AddSeconds(s) : null, PerceptualHash = hash,
        };

    [Fact]
    public void The_same_picture_is_fully_alike()
    {
        var photo = Photo([1, 0], new HeadPose(10, 0, 0), 0, 42);

        Assert.Equal(1, Likeness.Of(photo, photo, Options), 6);
    }

    [Fact]
    public void All_four_parts_are_weighted()
    {
        var a = Photo([1, 0], new HeadPose(0, 0, 0), 0, 0);
        var b = Photo([.6f, .8f], new HeadPose(15, 20, 0), 60, 0xFFFF);

        Assert.Equal(.2 * .6 + .2 * Math.Exp(-1) + .3 * Math.Exp(-1) + .3 * .5, Likeness.Of(a, b, Options), 6);
    }

    [Fact]
    public void Parts_that_one_photo_lacks_do_not_count()
    {
        Assert.Equal(.5, Likeness.Of(Photo(hash: 0), Photo([1, 0], hash: 0xFFFF), Options), 6);
        Assert.Equal((.2 * 1 + .3 * .5) / .5, Likeness.Of(Photo([1, 0]), Photo([1, 0], hash: 0xFFFF), Options), 6);
    }

    [Fact]
    public void Embeddings_of_two_packs_are_never_compared()
    {
        Assert.Equal(1, Likeness.Of(Photo([1, 0], pack: "p"), Photo([0, 1], pack: "q"), Options), 6);
    }

    [Fact]
    public void Opposite_faces_and_unrelated_pictures_are_0_and_not_less()
    {
        Assert.Equal(0, Likeness.Of(Photo([1, 0]), Photo([-1, 0], hash: -1), Options), 6);
    }

    [Fact]
    public void Frames_of_one_series_are_fully_alike_whatever_they_show()
    {
        var (a, b) = (Photo([1, 0]) with { SeriesId = 7 }, Photo([-1, 0], hash: -1) with { SeriesId = 7 });

        Assert.Equal(1, Likeness.Of(a, b, Options), 6);
        Assert.Equal(0, Likeness.Of(a, b with { SeriesId = 8 }, Options), 6);
    }

    [Fact]
    public void The_switch_compares_faces_alone()
    {
        var mission = Options with { Likeness = LikenessKind.Mission };

        Assert.Equal(.6, Likeness.Of(Photo([1, 0], seconds: 0), Photo([.6f, .8f], seconds: 0), mission), 6);
    }
}
