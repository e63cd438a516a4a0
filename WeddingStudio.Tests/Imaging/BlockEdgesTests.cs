using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Imaging;

public sealed class BlockEdgesTests
{
    private static Raster Picture(int side, Func<int, int, double> value) =>
        new(side, side, [.. Enumerable.Range(0, side * side).SelectMany(i => Enumerable.Repeat((byte)value(i % side, i / side), 3))]);

    [Fact]
    public void A_slope_and_an_even_wall_have_no_blocks()
    {
        Assert.Equal(0, BlockEdges.Of(Picture(64, (_, _) => 90)), 6);
        Assert.Equal(0, BlockEdges.Of(Picture(64, (x, y) => x + y)), 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)] // cropped after it was compressed
    public void Steps_every_eight_pixels_are_told_by_their_height_wherever_the_grid_begins(int from) =>
        Assert.Equal(10, BlockEdges.Of(Picture(96, (x, y) => 100 + 10 * (((x + from) / 8 + (y + from) / 8) % 2))), .5);

    [Fact]
    public void Other_edges_are_no_blocks() =>
        Assert.InRange(BlockEdges.Of(Picture(96, (x, y) => 100 + 20 * (x / 11 % 2) + 20 * (y / 13 % 2))), 0, 1.5);

    [Fact]
    public void A_picture_smaller_than_two_blocks_tells_nothing() => Assert.Equal(0, BlockEdges.Of(Picture(12, (x, _) => x % 2 * 200)));
}
