using WeddingStudio.Engine.Moments.Day;

namespace WeddingStudio.Tests.Moments.Day;

public sealed class PlacingTests
{
    private static Placing.Photo Photo(int id, float[] colours, params int[] people) =>
        new(id, $"{id:000}.jpg", colours, people, new Dictionary<int, float[]>());

    [Fact]
    public void A_photo_without_a_time_goes_where_it_looks_alike()
    {
        List<Placing.Photo>[] moments =
        [
            [.. Enumerable.Range(1, 6).Select(i => Photo(i, [1, 0], i))],
            [.. Enumerable.Range(11, 6).Select(i => Photo(i, [0, 1], i - 10))],
        ];

        var placed = Placing.Find([Photo(90, [.1f, .9f], 1), Photo(91, [1, 0])], moments);

        Assert.Equal((1, 0), (placed[90], placed[91]));
    }

    [Fact]
    public void Where_colours_were_not_measured_its_people_decide_and_without_both_its_neighbours_by_name()
    {
        List<Placing.Photo>[] moments = [[.. Enumerable.Range(1, 6).Select(i => Photo(i, [], 1, 2))], [Photo(11, [], 3), Photo(15, [], 4)]];

        var placed = Placing.Find([Photo(90, [], 1), Photo(13, [])], moments);

        Assert.Equal((0, 1), (placed[90], placed[13]));
    }
}
