using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Tests.Photos;
using static WeddingStudio.Tests.Visits.SixPhotos;

namespace WeddingStudio.Tests.Faces;

/// <summary>What happens to photos that were read with other models.</summary>
public sealed class OtherModelsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photos_of_another_pack_are_read_again_and_faces_drawn_by_hand_stay()
    {
        await using var studio = await OpenAsync();
        await FindPhotosAsync(studio);
        await VisitAsync(studio);
        var before = await EverythingAsync(studio);
        await studio.Store.WriteAsync(async db =>
        {
            await db.Photos.ExecuteUpdateAsync(row => row.SetProperty(p => p.Pack, "older").SetProperty(p => p.Finding, "older"), Stop);
            await db.Faces.ExecuteUpdateAsync(row => row.SetProperty(f => f.Pack, "older").SetProperty(f => f.Confidence, 0), Stop);
            var photo = await db.Photos.FirstAsync(Stop);
            db.Faces.Add(new Face { WeddingId = TestWedding.Id, PhotoId = photo.Id, Key = "drawn", Box = new FaceBox(0, 0, 40, 50),
                Points = [], Embedding = [], Pack = "", Drawn = true });
            await db.SaveChangesAsync(Stop);
        }, Stop);

        await VisitAsync(studio);

        Assert.NotEmpty(Assert.Single(await FacesAsync(studio), face => face.Drawn).Embedding);
        await studio.Store.WriteAsync(db => db.Faces.Where(f => f.Drawn).ExecuteDeleteAsync(Stop), Stop);
        Assert.Equal(before, await EverythingAsync(studio));
    }

    [Fact]
    public async Task Where_only_other_models_changed_faces_keep_their_places_and_owners_and_are_read_again()
    {
        await using var studio = await OpenAsync();
        JpegWriter.Save(TestPhotos.Flat(300, 200, 90), Path.Combine(studio.Folder, "photos", "nobody.jpg"), 90);
        await FindPhotosAsync(studio);
        await VisitAsync(studio);
        var before = await FacesAsync(studio);
        await studio.Store.WriteAsync(async db =>
        {
            // A score no detector gives: it is gone as soon as one looks again.
            await db.Photos.ExecuteUpdateAsync(row => row.SetProperty(p => p.Pack, "older"), Stop);
            await db.Faces.ExecuteUpdateAsync(row => row.SetProperty(f => f.Pack, "older").SetProperty(f => f.Embedding, new float[] { 1 })
                .SetProperty(f => f.Confidence, 2).SetProperty(f => f.PersonId, 7), Stop);
        }, Stop);
        File.Delete(Path.Combine(studio.Folder, "photos", "nobody.jpg"));

        await VisitAsync(studio);

        Assert.All(await PhotosAsync(studio), photo => Assert.True(photo is { State: PhotoState.Ready, Pack: not "older" }));
        var after = await FacesAsync(studio);
        Assert.Equal(before.Select(face => (face.Key, face.Box, face.Pack)), after.Select(face => (face.Key, face.Box, face.Pack)));
        Assert.All(before.Zip(after), pair =>
        {
            Assert.Equal((2, 7), (pair.Second.Confidence, pair.Second.PersonId));
            Assert.Equal(pair.First.Points.Concat(pair.First.Landmarks), pair.Second.Points.Concat(pair.Second.Landmarks));
            Assert.True(pair.First.Embedding.Zip(pair.Second.Embedding, (x, y) => x * y).Sum() > .9999);
        });
    }
}
