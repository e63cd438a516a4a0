using WeddingStudio.Engine.Picks.Album;

namespace WeddingStudio.Tests.Picks;

public sealed class SmallestAlbumTests
{
    /// <summary>`Photo("a", 1, 2)` shows 1 and 2 well; `(3, .5)` is in it too.</summary>
    private static AlbumPhoto Photo(string path, params (int Person, double Score)[] faces) =>
        new(path.GetHashCode(StringComparison.Ordinal), path, [.. faces.Select(f => new AlbumFace(f.Person, f.Score))]);

    private static AlbumPhoto Photo(string path, params int[] people) => Photo(path, [.. people.Select(p => (p, .8))]);

    private static string[] Paths(Album album) => [.. album.Photos.Select(c => c.Photo.Path)];

    private static Album Of(IReadOnlyList<AlbumPhoto> photos, params int[] people) => SmallestAlbum.Of(photos, people.ToHashSet());

    [Fact]
    public void One_group_photo_that_shows_all_well_is_enough() =>
        Assert.Equal(["group"], Paths(Of([Photo("a", 1), Photo("b", 2), Photo("c", 3), Photo("group", 1, 2, 3)], 1, 2, 3)));

    [Fact]
    public void A_photo_in_which_somebody_came_out_worse_does_not_count_for_them()
    {
        var album = Of([Photo("alone", (1, .9)), Photo("both", (1, .9 - SmallestAlbum.Tolerance - .001), (2, .9))], 1, 2);

        Assert.Equal(["alone", "both"], Paths(album));
        Assert.Equal([[1], [2]], album.Photos.Select(c => c.For));
    }

    [Fact]
    public void Somebodys_only_photo_is_in_however_they_came_out()
    {
        var album = Of([Photo("a", (1, .9)), Photo("only", (1, .2), (2, .1))], 1, 2);

        Assert.Equal(["a", "only"], Paths(album));
    }

    [Fact]
    public void What_greed_would_take_is_not_always_the_smallest()
    {
        // Greed begins with the four in the middle and then needs both sides.
        var album = Of([Photo("middle", 2, 3, 5, 6), Photo("left", 1, 2, 3), Photo("right", 4, 5, 6)], 1, 2, 3, 4, 5, 6);

        Assert.Equal(["left", "right"], Paths(album));
    }

    [Fact]
    public void Always_shown_photos_are_in_and_never_shown_ones_are_not()
    {
        var album = Of([Photo("wanted", 9) with { AlwaysShow = true }, Photo("never", 1, 2) with { NeverShow = true },
            Photo("one", 1), Photo("two", 2), Photo("both", (1, .5), (3, .5)) with { NeverShow = true, AlwaysShow = true }], 1, 2, 3);

        Assert.Equal(["one", "two", "wanted"], Paths(album));
        Assert.Empty(album.Photos[^1].For);
        Assert.Equal([3], album.NotShown);
    }

    [Fact]
    public void What_is_in_anyhow_shows_its_people()
    {
        var album = Of([Photo("wanted", 1, 2) with { AlwaysShow = true }, Photo("better for none", 1, 2), Photo("three", 3)], 1, 2, 3);

        Assert.Equal(["three", "wanted"], Paths(album));
    }

    [Fact]
    public void Who_need_not_be_shown_brings_no_photo_in() =>
        Assert.Equal(["a"], Paths(Of([Photo("a", 1), Photo("b", 1, 9), Photo("stranger", 9)], 1)));

    [Fact]
    public void Photos_come_in_order_of_the_day_and_those_without_a_time_last()
    {
        var noon = new DateTime(2026, 6, 20, 12, 0, 0, DateTimeKind.Utc);

        var album = Of([Photo("a", 1) with { At = noon.AddHours(3) }, Photo("b", 2), Photo("c", 3) with { At = noon }], 1, 2, 3);

        Assert.Equal(["c", "a", "b"], Paths(album));
    }

    [Fact]
    public void Of_albums_of_one_size_the_one_that_shows_people_better_wins_then_the_earlier_path()
    {
        Assert.Equal(["b"], Paths(Of([Photo("a", (1, .80)), Photo("b", (1, .82)), Photo("c", (1, .81))], 1)));
        Assert.Equal(["a"], Paths(Of([Photo("b", 1), Photo("a", 1)], 1)));
    }

    [Fact]
    public void Everybody_counts_for_the_photo_they_came_out_best_in()
    {
        var album = Of([Photo("a", (1, .80), (2, .9)), Photo("b", (1, .82), (3, .9))], 1, 2, 3);

        Assert.Equal([[2], [1, 3]], album.Photos.Select(c => c.For));
    }

    [Fact]
    public void Of_versions_of_one_shot_one_is_in_even_where_both_would_be()
    {
        var album = Of([Photo("a.jpg", 1) with { ShotId = 7, AlwaysShow = true }, Photo("a-edited.jpg", 1, 2) with { ShotId = 7 },
            Photo("b.jpg", 2)], 1, 2);

        Assert.Equal(["a.jpg", "b.jpg"], Paths(album));
    }

    [Fact]
    public void Nobody_and_nothing_give_an_empty_album()
    {
        Assert.Empty(Of([], []).Photos);
        Assert.Empty(Of([Photo("a", 1)], []).Photos);
        Assert.Equal([1], Of([], 1).NotShown);
    }

    [Fact]
    public void The_order_of_photos_and_faces_changes_nothing()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var photos = RandomCover.Photos(random, people: 12, photos: 20);
            var shuffled = photos.Select(p => p with { Faces = [.. p.Faces.OrderBy(_ => random.Next())] })
                .OrderBy(_ => random.Next()).ToList();

            var (first, second) = (SmallestAlbum.Of(photos, RandomCover.People(12)), SmallestAlbum.Of(shuffled, RandomCover.People(12)));

            Assert.Equal(Paths(first), Paths(second));
            Assert.Equal(first.Photos.Select(c => c.For), second.Photos.Select(c => c.For));
        }
    }

    /// <summary>The bound asked for is 1.1; whole numbers this small allow only equality, and that is what comes out.</summary>
    [Fact]
    public void On_200_small_cases_the_album_is_at_most_a_tenth_larger_than_an_exhaustive_search_finds()
    {
        var (mine, least) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var people = random.Next(3, 13);
            var photos = RandomCover.Photos(random, people, random.Next(4, 21));
            var album = SmallestAlbum.Of(photos, RandomCover.People(people));
            var optimum = RandomCover.Fewest(photos);

            Assert.True(RandomCover.ShowsAll(album.Photos.Select(c => c.Photo), photos, people));
            Assert.True(album.Photos.Count <= 1.1 * optimum, $"seed {seed}: {album.Photos.Count} instead of {optimum}");
            (mine, least) = (mine + album.Photos.Count, least + optimum);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{mine} photos in all, {least} at the least: {(double)mine / least:0.0000}");
    }

    [Fact]
    public void A_large_wedding_ends_within_its_steps()
    {
        var photos = RandomCover.Photos(new Random(1), people: 300, photos: 3000);

        var album = SmallestAlbum.Of(photos, RandomCover.People(300));

        Assert.True(RandomCover.ShowsAll(album.Photos.Select(c => c.Photo), photos, 300));
        Assert.InRange(album.Photos.Count, 1, 300);
    }
}
