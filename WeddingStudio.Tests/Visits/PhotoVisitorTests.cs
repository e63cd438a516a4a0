using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Photos.Reading;
using WeddingStudio.Engine.Visits;
using WeddingStudio.Tests.Photos;

namespace WeddingStudio.Tests.Visits;

public sealed class PhotoVisitorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visit_writes_both_previews_and_measures_the_photo()
    {
        await using var studio = await TestStudio.OpenAsync();
        TestPhotos.SaveJpeg(Path.Combine(studio.Folder, "photos", "a.jpg"), widthPx: 3000, heightPx: 1500);
        await studio.Get<PhotosStage>().RunAsync(TestWedding.Id, NoProgress.Instance, Stop);
        var (wedding, photo) = await studio.Store
            .ReadAsync(async db => (await db.Weddings.SingleAsync(Stop), await db.Photos.SingleAsync(Stop)), Stop);

        using var reading = await studio.Get<PhotoVisitor>().ReadAsync(wedding, photo, Stop);

        Assert.Equal((3000, 1500), (reading.WidthPx, reading.HeightPx));
        Assert.True(reading.Measures.Contrast > 0 && reading.PerceptualHash != 0);
        var large = PhotoReader.Header(studio.Paths.Preview(TestWedding.Id, photo.ContentHash!, 2048));
        var small = PhotoReader.Header(studio.Paths.Preview(TestWedding.Id, photo.ContentHash!, 480));
        Assert.Equal((2048, 1024, 480, 240), (large.WidthPx, large.HeightPx, small.WidthPx, small.HeightPx));
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(studio.Paths.Preview(TestWedding.Id, photo.ContentHash!, 480))!).Length);
    }
}
