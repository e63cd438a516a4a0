using NetVips;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Reading;

public sealed class WebPSizeTests
{
    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void The_size_is_told_by_every_kind_of_first_chunk(bool lossless, bool extended, bool isPlain)
    {
        using var image = TestPhotos.Vips(TestPhotos.Picture(301, 47));
        var file = extended ? image.WebpsaveBuffer(profile: "srgb", keep: Enums.ForeignKeep.Icc)
            : image.WebpsaveBuffer(lossless: lossless, keep: Enums.ForeignKeep.None);

        Assert.Equal(new WebPSize(301, 47, isPlain), WebPSize.Of(file));
    }

    [Theory]
    [InlineData(16_383, 1)]
    [InlineData(1, 16_383)]
    [InlineData(16_383, 16_383)]
    [InlineData(4, 3)]
    public void Opened_smaller_for_its_header_it_keeps_both_sides(int widthPx, int heightPx)
    {
        var scale = new WebPSize(widthPx, heightPx, true).ScaleForHeader;

        Assert.InRange(scale, double.Epsilon, 1);
        Assert.InRange(Math.Round(Math.Min(widthPx, heightPx) * scale), 1, 256);
        Assert.InRange(Math.Round(Math.Max(widthPx, heightPx) * scale), 1, 16_383);
    }

    [Fact]
    public void Where_no_picture_begins_no_size_is_told()
    {
        byte[] other = [.. "RIFF\0\0\0\0WEBPANMF"u8, .. new byte[14]];

        Assert.Null(WebPSize.Of(other));
        Assert.Null(WebPSize.Of(other.AsSpan(0, 12)));
    }
}
