using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Imaging;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Visits;
using WeddingStudio.Tests.Faces;
using WeddingStudio.Tests.Photos;

namespace WeddingStudio.Tests.Visits;

/// <summary>A large photo with small people in one corner, and a small close-up.</summary>
public sealed class SecondLookTests
{
    private const int SixPeople = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Small_faces_are_added_after_everybody_else_was_shown()
    {
        await using var studio = await OpenAsync();
        List<(bool IsLast, int Faces, int Due)> seen = [];
        var progress = new Collected();

        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, progress, Stop))
            seen.Add((checkpoint.IsLast, (await FacesAsync(studio)).Count, (await PhotosAsync(studio)).Count(p => p.SecondLookDue)));

        Assert.Equal([(false, 1), (true, 0)], seen.Select(s => (s.IsLast, s.Due)));
        Assert.InRange(seen[1].Faces - seen[0].Faces, 1, SixPeople);
        var faces = (await FacesAsync(studio)).FindAll(f => f.Photo!.Path == "far.jpg");
        Assert.InRange(faces.Count, SixPeople - 1, SixPeople);
        Assert.All(faces, face => Assert.True(File.Exists(studio.Paths.FaceCrop(TestWedding.Id, face.Key)) && face.Embedding.Length > 0));
        Assert.All(faces, face => Assert.DoesNotContain(faces, other => other != face && other.Box.IoU(face.Box) > .2));
        Assert.Equal((Stage.SmallFaces, 1, 1), progress.Last is { } p ? (p.Stage, p.Done, p.Total) : default);
    }

    [Fact]
    public async Task A_look_that_was_not_taken_is_taken_in_the_next_run()
    {
        await using var studio = await OpenAsync();
        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), Stop))
        {
            Assert.False(checkpoint.IsLast);
            break;
        }

        Assert.Equal(2, await CheckpointsAsync(studio));

        Assert.InRange((await FacesAsync(studio)).Count(f => f.Photo!.Path == "far.jpg"), SixPeople - 1, SixPeople);
        Assert.Equal(1, await CheckpointsAsync(studio));
    }

    [Fact]
    public async Task A_photo_that_fails_twice_keeps_what_it_has()
    {
        await using var studio = await OpenAsync();
        await foreach (var _ in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), Stop))
            break;
        var before = (await FacesAsync(studio)).Count;
        File.Delete(Path.Combine(studio.Folder, "photos", "far.jpg"));

        foreach (var expected in new[] { 2, 2, 1 })
            Assert.Equal(expected, await CheckpointsAsync(studio));

        Assert.Equal(before, (await FacesAsync(studio)).Count);
        Assert.All(await PhotosAsync(studio), p => Assert.Equal((PhotoState.Ready, null), (p.State, p.Problem)));
    }

    private static async Task<TestStudio> OpenAsync()
    {
        var people = FaceModels.Picture(SharedFiles.Require("golden/faces/bbt4_input.png"));
        var studio = await TestStudio.OpenAsync(
            [("Studio:ModelsDirectory", SharedFiles.Require("models")), ("Studio:Faces:LongSidePx", "640")]);
        var folder = Path.Combine(studio.Folder, "photos");
        File.Copy(SharedFiles.Require("golden/faces/happy.jpg"), Path.Combine(folder, "close.jpg"));
        var (far, small) = (TestPhotos.Flat(2200, 1500, 90), RasterResize.Resize(people, 340, 340));
        for (var y = 0; y < small.HeightPx; y++)
            small.Row(y).CopyTo(far.Rgb[(((700 + y) * far.WidthPx + 480) * 3)..]);
        JpegWriter.Save(far, Path.Combine(folder, "far.jpg"), 97);
        await studio.Get<PhotosStage>().RunAsync(TestWedding.Id, new Collected(), Stop);
        return studio;
    }

    private static async Task<int> CheckpointsAsync(TestStudio studio) =>
        await studio.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), Stop).CountAsync(Stop);

    private static Task<List<Photo>> PhotosAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Photos.OrderBy(p => p.Path).ToListAsync(Stop), Stop);

    private static Task<List<Face>> FacesAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Faces.Include(f => f.Photo).ToListAsync(Stop), Stop);

    private sealed class Collected : IProgress<StageProgress>
    {
        public StageProgress? Last { get; private set; }

        public void Report(StageProgress value) => Last = value;
    }
}
