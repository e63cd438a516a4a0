using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Photos;
using WeddingStudio.Tests.Photos;
using WeddingStudio.Tests.Inference;

namespace WeddingStudio.Tests.Faces;

public sealed class FacesStageTests
{
    private static readonly string[] Names = ["couple", "happy", "neutral", "img2", "img20", "img21"];

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
        Assert.All(faces, f => Assert.True(File.Exists(studio.Paths.FaceCrop("w", f.Key))));
        Assert.Equal(FaceKey.Of(photos[0].ContentHash!, faces.First(f => f.PhotoId == photos[0].Id).Box, 0), faces.First(f => f.PhotoId == photos[0].Id).Key);
        Assert.Equal((Stage.Faces, Names.Length, Names.Length, TimeSpan.Zero), progress.Last is { } p ? (p.Stage, p.Done, p.Total, p.TimeLeft) : default);
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
        await using var studio = await OpenAsync();
        await FindPhotosAsync(studio);
        var first = studio.Get<FirstFaces>();
        Assert.Null(first.Find("w", 0));

        await VisitAsync(studio);

        Assert.InRange(first.Count("w"), Names.Length, FirstFaces.Most);
        Assert.Equal([0xff, 0xd8], first.Find("w", 0)![..2]);
        Assert.Null(first.Find("w", first.Count("w")));
        Assert.Null(first.Find("w", -1));
        Assert.Equal(0, first.Count("other"));
    }

    [Fact]
    public async Task Checkpoints_come_after_the_first_photos_and_at_each_doubling_with_growing_revisions()
    {
        await using var studio = await OpenAsync(("Studio:Faces:FirstCheckpointPhotos", "2"));
        await FindPhotosAsync(studio);
        List<(int Ready, bool IsLast, long Revision)> seen = [];

        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync("w", new Collected(), Stop))
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
                await foreach (var _ in stopped.Get<FacesStage>().VisitAsync("w", new Collected(), stop.Token))
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
        File.WriteAllBytes(Path.Combine(studio.Folder, "photos", "cut.jpg"), File.ReadAllBytes(SharedFiles.Require("golden/faces/happy.jpg"))[..3000]);
        await FindPhotosAsync(studio);
        List<StudioChange> failed = [];
        studio.Get<StudioEvents>().PhotoFailed += failed.Add;
        var progress = new Collected();

        await VisitAsync(studio, progress);

        var photos = await PhotosAsync(studio);
        var cut = Assert.Single(photos, p => p.State == PhotoState.Problem);
        Assert.Equal("cut.jpg", cut.Path);
        Assert.Equal([cut.Id], Assert.Single(failed).Ids);
        Assert.Contains("cut off", cut.Problem);
        Assert.Equal((Names.Length + 1, 1), (progress.Last!.Done, progress.Last.Failures));
        Assert.Equal(Names.Length, photos.Count(p => p.State == PhotoState.Ready));
    }

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
            db.Faces.Add(new Face { WeddingId = "w", PhotoId = photo.Id, Key = "drawn", Box = new FaceBox(0, 0, 40, 50), Points = [], Embedding = [], Pack = "", Drawn = true });
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

    [Fact]
    public async Task Photos_the_process_ended_on_come_last()
    {
        await using var studio = await OpenAsync(("Studio:Faces:FirstCheckpointPhotos", "5"));
        await FindPhotosAsync(studio);
        await studio.Store.WriteAsync(db => db.Photos.Where(p => p.Path == "couple.jpg").ExecuteUpdateAsync(row => row.SetProperty(p => p.Attempts, 1), Stop), Stop);

        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync("w", new Collected(), Stop))
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
        Directory.CreateDirectory(studio.Paths.Wedding("w"));
        File.WriteAllText(Path.Combine(studio.Paths.Wedding("w"), "faces"), "in the way");

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
        (pack.Embedder["dim"], pack.Embedder["input"]) = (1, JsonNode.Parse("""{"width":112,"height":112,"template":[[0,0],[1,0],[0,1],[0,2],[1,2]]}"""));
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

    private static async Task<TestStudio> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var models = SharedFiles.Require("models");
        var studio = await TestStudio.OpenAsync([("Studio:ModelsDirectory", models), ("Studio:Faces:LongSidePx", "320"), .. settings]);
        foreach (var name in Names)
            File.Copy(SharedFiles.Require($"golden/faces/{name}.jpg"), Path.Combine(studio.Folder, "photos", name + ".jpg"));
        return studio;
    }

    private static Task FindPhotosAsync(TestStudio studio) => studio.Get<PhotosStage>().RunAsync("w", new Collected(), Stop);

    private static async Task<List<Checkpoint>> VisitAsync(TestStudio studio, IProgress<StageProgress>? progress = null)
    {
        List<Checkpoint> checkpoints = [];
        await foreach (var checkpoint in studio.Get<FacesStage>().VisitAsync("w", progress ?? new Collected(), Stop))
            checkpoints.Add(checkpoint);
        return checkpoints;
    }

    private static Task<List<Photo>> PhotosAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Photos.OrderBy(p => p.Path).ToListAsync(Stop), Stop);

    private static Task<List<Face>> FacesAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Faces.Include(f => f.Photo).OrderBy(f => f.Photo!.Path).ThenBy(f => f.Key).ToListAsync(Stop), Stop);

    /// <summary>All that was found, without the row ids that depend on the order of the visits.</summary>
    private static async Task<IReadOnlyList<string>> EverythingAsync(TestStudio studio) =>
    [
        .. (await PhotosAsync(studio)).Select(p => $"{p.Path} {p.State} {p.WidthPx}x{p.HeightPx} {p.PerceptualHash} {p.Measures} {p.Pack} {p.TakenAt}"),
        .. (await FacesAsync(studio)).Select(f => $"{f.Photo!.Path} {f.Key} {f.Box} {f.Confidence} {f.Quality} {f.Pack} {f.Measures} "
            + string.Join(',', f.Points.Concat(f.Embedding).Concat(f.Landmarks).Concat(f.Expression))),
    ];

    private sealed class Collected : IProgress<StageProgress>
    {
        public StageProgress? Last { get; private set; }

        public void Report(StageProgress value) => Last = value;
    }
}
