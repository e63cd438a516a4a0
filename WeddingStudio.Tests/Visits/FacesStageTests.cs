using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Visits;
using WeddingStudio.Tests.Inference;
using static WeddingStudio.Tests.Visits.SixPhotos;

namespace WeddingStudio.Tests.Visits;

public sealed class FacesStageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_photo_is_read_once_with_its_faces_crops_and_previews()
    {
        await using var studio = await OpenAsync();
        await FindPhotosAsync(studio);
        var progress = new Collected();

        var checkpoints = await VisitAsync(studio, progress);

        Assert.True(Assert.Single(checkpoints).IsLast);
        var photos = await PhotosAsync(studio);
        Assert.All(photos, p => Assert.Equal((PhotoState.Ready, 0), (p.State, p.Attempts)));
        Assert.All(photos, p => Assert.True(p is { WidthPx: > 0, HeightPx: > 0, Pack: not null } && p.Measures.Sharpness > 0));
        var faces = await FacesAsync(studio);
        Assert.Equal(photos.Select(p => p.Id).Order(), faces.Select(f => f.PhotoId).Distinct().Order());
        Assert.All(faces, f => Assert.True(File.Exists(studio.Paths.FaceCrop(TestWedding.Id, f.Key))));
        Assert.Equal(FaceKey.Of(photos[0].ContentHash!, faces.First(f => f.PhotoId == photos[0].Id).Box, 0),
            faces.First(f => f.PhotoId == photos[0].Id).Key);
        Assert.Equal((Stage.Faces, Names.Length, Names.Length, TimeSpan.Zero),
            progress.Last is { } p ? (p.Stage, p.Done, p.Total, p.TimeLeft) : default);
    }

    [Fact]
    public async Task With_nothing_to_do_the_last_checkpoint_still_comes_once_and_nothing_changes()
    {
        await using var studio = await OpenAsync();
        await FindPhotosAsync(studio);
        await VisitAsync(studio);
        var before = await EverythingAsync(studio);

        var checkpoints = await VisitAsync(studio);

        Assert.True(Assert.Single(checkpoints).IsLast);
        Assert.Equal(before, await EverythingAsync(studio));
    }

    [Fact]
    public async Task One_worker_and_eight_find_the_same()
    {
        List<IReadOnlyList<string>> found = [];
        foreach (var workers in new[] { "1", "8" })
        {
            await using var studio = await OpenAsync(("Studio:Faces:Workers", workers));
            await FindPhotosAsync(studio);
            await VisitAsync(studio);
            found.Add(await EverythingAsync(studio));
        }

        Assert.NotEmpty(found[0]);
        Assert.Equal(found[0], found[1]);
    }

    [Fact]
    public async Task The_first_faces_are_there_before_anybody_is_grouped_and_belong_to_their_wedding()
    {
        await using var studio = await OpenAsync(("Studio:Faces:FirstCheckpointPhotos", "5"));
        await FindPhotosAsync(studio);
        var first = studio.Get<FirstFaces>();
        Assert.Null(first.Find(TestWedding.Id, 0));

        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), Stop))
        {
            if (checkpoint.IsLast)
                break;
            Assert.InRange(first.Count(TestWedding.Id), 5, FirstFaces.Most);
            Assert.Equal([0xff, 0xd8], first.Find(TestWedding.Id, 0)![..2]);
            Assert.Null(first.Find(TestWedding.Id, first.Count(TestWedding.Id)));
            Assert.Null(first.Find(TestWedding.Id, -1));
            Assert.Equal(0, first.Count(new("other")));
        }

        Assert.Equal(0, first.Count(TestWedding.Id));
    }

    [Fact]
    public async Task Checkpoints_come_after_the_first_photos_and_at_each_doubling_with_growing_revisions()
    {
        await using var studio = await OpenAsync(("Studio:Faces:FirstCheckpointPhotos", "2"));
        await FindPhotosAsync(studio);
        List<(int Ready, bool IsLast, long Revision)> seen = [];

        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), Stop))
            seen.Add(((await PhotosAsync(studio)).Count(p => p.State == PhotoState.Ready), checkpoint.IsLast, checkpoint.Revision));

        Assert.Equal([(2, false), (4, false), (6, true)], seen.Select(s => (s.Ready, s.IsLast)));
        Assert.Equal(seen.Select(s => s.Revision).Distinct().Order(), seen.Select(s => s.Revision));
    }

    [Fact]
    public async Task A_run_that_was_stopped_and_taken_up_again_ends_like_an_undisturbed_one()
    {
        await using var undisturbed = await OpenAsync();
        await FindPhotosAsync(undisturbed);
        await VisitAsync(undisturbed);
        await using var stopped = await OpenAsync(("Studio:Faces:FirstCheckpointPhotos", "1"));
        await FindPhotosAsync(stopped);

        using (var stop = new CancellationTokenSource())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var _ in stopped.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), stop.Token))
                    await stop.CancelAsync();
            });
        }

        Assert.Contains(await PhotosAsync(stopped), p => p.State == PhotoState.Waiting);
        Assert.DoesNotContain(await PhotosAsync(stopped), p => p.State == PhotoState.Attempting);
        await VisitAsync(stopped);
        Assert.Equal(await EverythingAsync(undisturbed), await EverythingAsync(stopped));
    }

    [Fact]
    public async Task An_unreadable_photo_is_a_named_problem_and_the_others_go_on()
    {
        await using var studio = await OpenAsync();
        File.WriteAllBytes(Path.Combine(studio.Folder, "photos", "cut.jpg"),
            File.ReadAllBytes(SharedFiles.Require("golden/faces/happy.jpg"))[..3000]);
        await FindPhotosAsync(studio);
        List<StudioChange> failed = [];
        studio.Get<StudioEvents>().PhotoFailed += failed.Add;
        var progress = new Collected();

        await VisitAsync(studio, progress);

        var photos = await PhotosAsync(studio);
        var cut = Assert.Single(photos, p => p.State == PhotoState.Problem);
        Assert.Equal("cut.jpg", cut.Path);
        Assert.Equal([cut.Id], Assert.Single(failed).Ids);
        Assert.Contains("cut off", cut.Problem.English());
        Assert.Equal((Names.Length + 1, 1), (progress.Last!.Done, progress.Last.Failures));
        Assert.Equal(Names.Length, photos.Count(p => p.State == PhotoState.Ready));
    }

    [Fact]
    public async Task Photos_the_process_ended_on_come_last()
    {
        await using var studio = await OpenAsync(("Studio:Faces:FirstCheckpointPhotos", "5"));
        await FindPhotosAsync(studio);
        await studio.Store.WriteAsync(
            db => db.Photos.Where(p => p.Path == "couple.jpg").ExecuteUpdateAsync(row => row.SetProperty(p => p.Attempts, 1), Stop), Stop);

        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync(TestWedding.Id, new Collected(), Stop))
        {
            if (!checkpoint.IsLast)
                Assert.Equal("couple.jpg", Assert.Single(await PhotosAsync(studio), p => p.State == PhotoState.Waiting).Path);
        }

        Assert.All(await PhotosAsync(studio), p => Assert.Equal((PhotoState.Ready, 0), (p.State, p.Attempts)));
    }

    [Fact]
    public async Task When_results_cannot_be_stored_the_job_stops_and_no_photo_is_blamed()
    {
        await using var studio = await OpenAsync();
        await FindPhotosAsync(studio);
        Directory.CreateDirectory(studio.Paths.Wedding(TestWedding.Id));
        File.WriteAllText(Path.Combine(studio.Paths.Wedding(TestWedding.Id), "faces"), "in the way");

        await Assert.ThrowsAnyAsync<IOException>(() => VisitAsync(studio));

        Assert.All(await PhotosAsync(studio), p => Assert.Equal((PhotoState.Waiting, 0, null), (p.State, p.Attempts, p.Problem)));
    }

    [Fact]
    public async Task When_a_model_fails_at_work_the_job_stops_and_no_photo_is_blamed()
    {
        using var pack = new TempPack();
        pack.Detector["decoder"] = "yunet";
        pack.Detector["input"] = new JsonObject { ["multipleOf"] = 32 };
        pack.Detector["options"] = new JsonObject { ["strides"] = new JsonArray(32) };
        pack.Put(pack.Detector, HalfGraph.FailsUnlessSquare);
        (pack.Embedder["dim"], pack.Embedder["input"]) =
            (1, JsonNode.Parse("""{"width":112,"height":112,"template":[[0,0],[1,0],[0,1],[0,2],[1,2]]}"""));
        pack.Put(pack.Embedder, HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, [-1, 3, 112, 112]));
        await using var studio = await TestStudio.OpenAsync(("Studio:ModelsDirectory", pack.Folder));
        for (var i = 1; i <= 5; i++)
            NetVips.Image.Black(64 * i, 32, bands: 3).Jpegsave(Path.Combine(studio.Folder, "photos", $"{i}.jpg"));
        await FindPhotosAsync(studio);

        var error = await Assert.ThrowsAsync<DeviceException>(() => VisitAsync(studio));

        Assert.StartsWith($"'{pack.DetectorFile}' failed on the CPU: ", error.Message);
        Assert.All(await PhotosAsync(studio), p => Assert.Equal((PhotoState.Waiting, 0, null), (p.State, p.Attempts, p.Problem)));
    }

    [Fact]
    public async Task Without_models_the_message_says_what_to_do()
    {
        await using var studio = await TestStudio.OpenAsync(("Studio:ModelsDirectory", Path.GetTempPath()));

        var error = await Assert.ThrowsAsync<ModelPackException>(() => VisitAsync(studio));

        Assert.Contains("--models", error.Message);
    }
}
