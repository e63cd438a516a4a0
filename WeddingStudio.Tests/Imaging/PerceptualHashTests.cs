using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Tests.Photos;

namespace WeddingStudio.Tests.Imaging;

public sealed class PerceptualHashTests
{
    private static readonly string[] Portraits = ["Portrait_1.jpg", "Landscape_1.jpg"];

    [Fact]
    public void The_same_photo_smaller_brighter_or_compressed_again_stays_near()
    {
        var photo = PhotoReader.Read(SharedFiles.Require("data/robustness/exif_orientation_1to8/Landscape_1.jpg"));
        var hash = PerceptualHash.Of(photo);

        var smaller = RasterResize.FitWithin(photo, 300);
        var brighter = new Raster(photo.WidthPx, photo.HeightPx, [.. photo.Rgb.ToArray().Select(v => (byte)Math.Min(255, v + 20))]);

        Assert.InRange(PerceptualHash.Distance(hash, PerceptualHash.Of(smaller)), 0, 4);
        Assert.InRange(PerceptualHash.Distance(hash, PerceptualHash.Of(brighter)), 0, 6);
    }

    [Fact]
    public void Different_photos_are_far_apart()
    {
        var folder = SharedFiles.Require("data/robustness/exif_orientation_1to8");
        var hashes = Portraits.Select(name => PerceptualHash.Of(PhotoReader.Read(Path.Combine(folder, name)))).ToList();

        Assert.InRange(PerceptualHash.Distance(hashes[0], hashes[1]), 20, 44);
    }

    [Fact]
    public void Half_of_the_bits_are_set()
    {
        var hash = PerceptualHash.Of(PhotoReader.Read(SharedFiles.Require("data/robustness/exif_orientation_1to8/Landscape_1.jpg")));

        Assert.Equal(32, PerceptualHash.Distance(hash, 0));
    }

    [Fact]
    public void A_flat_picture_has_no_features() =>
        Assert.Equal(0, PerceptualHash.Of(TestPhotos.Flat(100, 60, 200)));

    [Fact]
    public void Distance_counts_differing_bits() =>
        Assert.Equal((0, 64, 2), (PerceptualHash.Distance(5, 5), PerceptualHash.Distance(0, -1), PerceptualHash.Distance(0b1001, 0b0101)));
}
