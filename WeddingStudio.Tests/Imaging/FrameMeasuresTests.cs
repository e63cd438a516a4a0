using WeddingStudio.Engine.Imaging;
using WeddingStudio.Tests.Photos;

namespace WeddingStudio.Tests.Imaging;

public sealed class FrameMeasuresTests
{
    [Fact]
    public void A_flat_grey_is_neither_sharp_nor_noisy_nor_clipped()
    {
        var measures = FrameMeasures.Of(TestPhotos.Flat(50, 40, 102));

        Assert.Equal(.4, measures.MeanLuma, 1e-6);
        Assert.Equal((0, 0), (measures.ClippedShadows, measures.ClippedHighlights));
        Assert.InRange(measures.Contrast + measures.Sharpness + measures.Noise, 0, 1e-3);
    }

    [Fact]
    public void Half_black_half_white_is_all_clipped()
    {
        var rgb = new byte[40 * 40 * 3];
        rgb.AsSpan(rgb.Length / 2).Fill(255);

        var measures = FrameMeasures.Of(new Raster(40, 40, rgb));

        Assert.Equal((.5, .5), (measures.ClippedShadows, measures.ClippedHighlights));
        Assert.Equal(.5, measures.Contrast, 1e-6);
    }

    [Fact]
    public void A_single_light_pixel_gives_the_hand_solved_sharpness()
    {
        var rgb = new byte[5 * 5 * 3];
        rgb.AsSpan((2 * 5 + 2) * 3, 3).Fill(90);

        // The 9 inner Laplacians: -360, four of 90, four of 0; mean 0, so the variance is (360^2 + 4 * 90^2) / 9.
        Assert.Equal(18_000, FrameMeasures.Of(new Raster(5, 5, rgb)).Sharpness, 1e-1);
    }

    [Fact]
    public void Noise_is_measured_in_luma_steps()
    {
        var random = new Random(3);
        var rgb = new byte[400 * 300 * 3];
        for (var i = 0; i < rgb.Length; i += 3)
        {
            var gauss = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            rgb.AsSpan(i, 3).Fill((byte)Math.Clamp(128 + 6 * gauss + i / 3 % 400 / 10, 0, 255));
        }

        Assert.InRange(FrameMeasures.Of(new Raster(400, 300, rgb)).Noise, 5.5, 6.5);
    }

    [Fact]
    public void Blurring_lowers_sharpness()
    {
        var sharp = TestPhotos.Picture(300, 200);
        var blurred = RasterResize.Resize(RasterResize.Resize(sharp, 60, 40), 300, 200);

        Assert.True(FrameMeasures.Of(blurred).Sharpness < FrameMeasures.Of(sharp).Sharpness / 2);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 500)]
    public void Tiny_pictures_are_measured_too(int widthPx, int heightPx) =>
        Assert.Equal(0, FrameMeasures.Of(TestPhotos.Flat(widthPx, heightPx, 9)).Noise);
}
