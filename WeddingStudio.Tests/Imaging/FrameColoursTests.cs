using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Tests.Imaging;

public sealed class FrameColoursTests
{
    private static Raster Of(params (byte Red, byte Green, byte Blue)[] columns)
    {
        var rgb = new byte[columns.Length * 30 * 3];
        for (var i = 0; i < columns.Length * 30; i++)
            (rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]) = columns[i % columns.Length];
        return new Raster(columns.Length, 30, rgb);
    }

    [Fact]
    public void How_bright_a_photo_is_does_not_count()
    {
        Assert.Equal(FrameColours.Of(Of((200, 100, 60))), FrameColours.Of(Of((100, 50, 30))));
    }

    [Fact]
    public void Shares_sum_to_one_and_other_colours_are_elsewhere()
    {
        var half = FrameColours.Of(Of((200, 100, 60), (60, 100, 200)));

        Assert.Equal(FrameColours.Length, half.Length);
        Assert.Equal(1, half.Sum(), .001);
        Assert.Equal([.5f, .5f], half.Where(share => share > 0));
    }

    [Fact]
    public void A_black_photo_has_no_colours() => Assert.Empty(FrameColours.Of(Of((0, 0, 0), (3, 3, 3))));
}
