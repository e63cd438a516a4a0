using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Tests.Faces;

public sealed class InputTensorTests
{
    private static readonly Raster Picture = new(2, 1, [10, 20, 30, 40, 50, 60]);

    [Fact]
    public void Channels_come_in_the_manifests_order_each_with_its_mean_and_scale()
    {
        var tensor = Fill(Picture, new ModelInput { Channels = "BGR", Mean = [30, 20, 10], Scale = [1, 2, .5f] });

        Assert.Equal([0, 30, 0, 60, 0, 15], tensor);
    }

    [Fact]
    public void A_prewhitened_picture_has_mean_0_and_deviation_1()
    {
        var tensor = Fill(Picture, new ModelInput { Prewhiten = true });

        // The mean of 10 to 60 is 35, the deviation the root of 1750 / 6.
        var expected = new[] { 10, 40, 20, 50, 30, 60 }.Select(v => (v - 35) / Math.Sqrt(1750 / 6.0));
        Assert.Equal(expected, tensor.Select(v => (double)v), (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void A_prewhitened_picture_of_one_colour_is_all_zeros() =>
        Assert.Equal(new float[6], Fill(new Raster(2, 1, [7, 7, 7, 7, 7, 7]), new ModelInput { Prewhiten = true }));

    private static float[] Fill(Raster picture, ModelInput input)
    {
        var tensor = new float[3 * picture.WidthPx * picture.HeightPx];
        new InputTensor(input).Fill(picture, tensor, picture.WidthPx, picture.HeightPx);
        return tensor;
    }
}
