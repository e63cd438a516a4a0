using System.Numerics.Tensors;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Tests.Faces;

/// <summary>What is read of a large photo must not depend on how much of it was decoded at full size.</summary>
public sealed class ReducedPhotoReadingTests(FaceModels models) : IClassFixture<FaceModels>
{
    [Theory]
    [InlineData(4400)]
    [InlineData(6000)]
    public async Task A_reduced_photo_gives_the_faces_of_the_full_one(int longSidePx)
    {
        var small = PhotoReader.Read(SharedFiles.Require("golden/faces/bbt1.jpg"));
        var heightPx = (int)Math.Round((double)longSidePx * small.HeightPx / small.WidthPx);
        var full = RasterResize.Resize(small, longSidePx, heightPx);
        var photo = new PhotoPixels(RasterResize.Resize(full, longSidePx / 2, heightPx / 2), longSidePx, heightPx, shrink: 2,
            (parts, _) => Task.FromResult<IReadOnlyList<Raster>>(
                [.. parts.Select(part => full.Part(part.Left, part.Top, part.WidthPx, part.HeightPx))]));

        var (expected, found) = (models.Reader().Read(full), await models.Reader().ReadAsync(photo, TestContext.Current.CancellationToken));

        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected.Zip(found), pair =>
        {
            var (a, b) = pair;
            Assert.InRange(a.Box.IoU(b.Box), .97, 1);
            Assert.InRange(TensorPrimitives.Dot<float>(a.Embedding, b.Embedding), .985, 1.001);
            Assert.InRange(Math.Abs(a.Quality - b.Quality), 0, .02); // The quality model answers to a shift of one pixel with as much.
        });
    }
}
