using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Imaging;

public sealed class RasterResizeTests
{
    [Fact]
    public void Halving_takes_the_mean_of_two_by_two()
    {
        var source = Grey(4, 2, [0, 10, 100, 200, 20, 30, 200, 100]);

        Assert.Equal([15, 150], Levels(RasterResize.Resize(source, 2, 1)));
    }

    [Fact]
    public void Three_pixels_shrunk_to_two_share_the_middle_one()
    {
        var source = Grey(3, 1, [0, 90, 240]);

        // (0 * 1 + 90 * .5) / 1.5 = 30 and (90 * .5 + 240 * 1) / 1.5 = 190
        Assert.Equal([30, 190], Levels(RasterResize.Resize(source, 2, 1)));
    }

    [Fact]
    public void Doubling_interpolates_between_pixel_centres_and_repeats_the_border()
    {
        var source = Grey(2, 1, [0, 100]);

        Assert.Equal([0, 25, 75, 100], Levels(RasterResize.Resize(source, 4, 1)));
    }

    [Fact]
    public void Channels_stay_apart()
    {
        var source = new Raster(2, 1, [10, 20, 30, 30, 40, 50]);

        Assert.Equal([20, 30, 40], RasterResize.Resize(source, 1, 1).Rgb.ToArray());
    }

    [Fact]
    public void The_same_size_is_the_same_picture()
    {
        var source = Grey(2, 1, [0, 100]);

        Assert.Same(source, RasterResize.Resize(source, 2, 1));
    }

    [Theory]
    [InlineData(640, 480, 213, 97)]
    [InlineData(641, 479, 640, 478)]
    [InlineData(50, 40, 173, 211)]
    [InlineData(50, 400, 173, 21)]
    [InlineData(1, 1, 7, 5)]
    [InlineData(9, 7, 1, 1)]
    public void A_flat_picture_stays_flat_at_every_size(int widthPx, int heightPx, int toWidthPx, int toHeightPx)
    {
        var source = Grey(widthPx, heightPx, [.. Enumerable.Repeat(137, widthPx * heightPx)]);

        var resized = RasterResize.Resize(source, toWidthPx, toHeightPx);

        Assert.Equal((toWidthPx, toHeightPx), (resized.WidthPx, resized.HeightPx));
        Assert.All(Levels(resized), level => Assert.Equal(137, level));
    }

    [Fact]
    public void Adding_a_row_in_vectors_equals_adding_it_one_by_one()
    {
        var random = new Random(7);
        for (var length = 0; length < 200; length++)
        {
            var row = new byte[length];
            random.NextBytes(row);
            var sum = Enumerable.Range(0, length).Select(_ => random.NextSingle() * 255).ToArray();
            var expected = sum.Select((value, i) => value + .37f * row[i]).ToArray();

            RasterResize.AddScaled(row, .37f, sum);

            Assert.All(sum.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-3f));
        }
    }

    [Theory]
    [InlineData(6000, 4000, 1280, 1280, 853)]
    [InlineData(3000, 4000, 480, 360, 480)]
    [InlineData(300, 200, 480, 300, 200)]
    [InlineData(5000, 1, 480, 480, 1)]
    public void Fitting_keeps_the_shape_and_never_enlarges(int widthPx, int heightPx, int longSidePx, int toWidthPx, int toHeightPx) =>
        Assert.Equal((toWidthPx, toHeightPx), RasterResize.SizeWithin(widthPx, heightPx, longSidePx));

    private static Raster Grey(int widthPx, int heightPx, int[] levels) =>
        new(widthPx, heightPx, [.. levels.SelectMany(level => new[] { (byte)level, (byte)level, (byte)level })]);

    private static int[] Levels(Raster raster) => [.. raster.Rgb.ToArray().Where((_, i) => i % 3 == 0).Select(value => (int)value)];
}
