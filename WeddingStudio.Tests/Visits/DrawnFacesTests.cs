using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine;
using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Visits;

/// <summary>Faces that users draw into a photo, on a real group photo.</summary>
public sealed class DrawnFacesTests
{
    private static readonly IProgress<StageProgress> NoProgress = new Progress<StageProgress>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("the built-in pack")]
    [InlineData("the reference pack")]
    public async Task A_face_drawn_loosely_is_read_like_one_that_was_found(string pack)
    {
        await using var studio = await AnalysedAsync(pack);
        var missed = await ForgetAsync(studio);

        var said = await DrawAsync(studio, Loosely(missed.Box), whose: []);

        Assert.True(said.Accepted, said.Message.English());
        var drawn = Assert.Single(await FacesAsync(studio), face => face.Drawn);
        Assert.Equal(said.NewPersonId, drawn.PersonId);
        Assert.Equal(1, drawn.Confidence);
        Assert.True(missed.Embedding.Zip(drawn.Embedding, (a, b) => a * b).Sum() > .95);
        Assert.True(missed.Points.Zip(drawn.Points, (a, b) => Math.Abs(a - b)).Max() < .05 * missed.Box.WidthPx);
        Assert.Equal(missed.Measures.EyeAspectLeft, drawn.Measures.EyeAspectLeft, .05);
        Assert.True(File.Exists(studio.Paths.FaceCrop(TestWedding.Id, drawn.Key)));
        Assert.True(await studio.Store.ReadAsync(db => db.Scores.AnyAsync(s => s.FaceId == drawn.Id, Stop), Stop));
        Assert.True(await studio.Store.ReadAsync(db => db.Picks.AnyAsync(p => p.FaceId == drawn.Id, Stop), Stop));
    }

    [Fact]
    public async Task A_face_no_detector_sees_has_its_points_where_faces_have_them()
    {
        await using var studio = await AnalysedAsync("the built-in pack");
        var (photo, empty) = (await PhotoAsync(studio), new FaceBox(.01, .01, .11, .16));

        var said = await DrawAsync(studio, empty, whose: []);

        Assert.True(said.Accepted, said.Message.English());
        var drawn = Assert.Single(await FacesAsync(studio), face => face.Drawn);
        Assert.Equal(.1 * photo.WidthPx, drawn.Box.WidthPx, 1e-6);
        Assert.All(Enumerable.Range(0, 5), i => Assert.True(
            drawn.Points[2 * i] > drawn.Box.X1 && drawn.Points[2 * i] < drawn.Box.X2 && drawn.Points[2 * i + 1] > drawn.Box.Y1
            && drawn.Points[2 * i + 1] < drawn.Box.Y2));
        Assert.Equal(1, drawn.Embedding.Sum(v => (double)v * v), 1e-5);
    }

    [Fact]
    public async Task It_belongs_to_whom_the_user_says_until_that_is_undone_and_again_when_redone()
    {
        await using var studio = await AnalysedAsync("the built-in pack");
        var missed = await ForgetAsync(studio);
        var somebody = (await FacesAsync(studio))[0].PersonId!.Value;

        await DrawAsync(studio, Loosely(missed.Box), [somebody]);
        var owners = new List<int?> { await OwnerAsync(studio) };
        await studio.Get<StudioPipeline>().UndoAsync(TestWedding.Id, "kim", Stop);
        owners.Add(await OwnerAsync(studio));
        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress, Stop);
        owners.Add(await OwnerAsync(studio));
        await studio.Get<StudioPipeline>().RedoAsync(TestWedding.Id, "kim", Stop);
        owners.Add(await OwnerAsync(studio));
        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress, Stop);
        owners.Add(await OwnerAsync(studio));

        // Grouped with all others by now, and still nobody's once that is taken back.
        await studio.Get<StudioPipeline>().UndoAsync(TestWedding.Id, "kim", Stop);
        owners.Add(await OwnerAsync(studio));

        Assert.Equal([somebody, null, null, somebody, somebody, null], owners);
    }

    [Fact]
    public async Task A_frame_far_too_large_around_a_known_face_is_that_face()
    {
        await using var studio = await AnalysedAsync("the built-in pack");
        var box = (await FacesAsync(studio))[0].Box;

        var said = await DrawAsync(studio, new FaceBox(box.X1 - .35 * box.WidthPx, box.Y1 - .35 * box.HeightPx, box.X2 + .35 * box.WidthPx,
            box.Y2 + .35 * box.HeightPx), []);

        Assert.Contains("found already", said.Message.English());
        Assert.DoesNotContain(await FacesAsync(studio), face => face.Drawn);
    }

    [Fact]
    public async Task A_drawn_face_of_somebody_who_is_not_there_leaves_nothing_behind()
    {
        await using var studio = await AnalysedAsync("the built-in pack");

        var said = await DrawAsync(studio, new FaceBox(.01, .01, .11, .16), [999]);

        Assert.Contains("There is no person 999", said.Message.English());
        Assert.DoesNotContain(await FacesAsync(studio), face => face.Drawn);
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_refused_in_words()
    {
        await using var studio = await AnalysedAsync("the built-in pack");
        var photo = await PhotoAsync(studio);
        var found = (await FacesAsync(studio))[0].Box;

        Assert.Contains("found already", (await DrawAsync(studio, Share(found, photo), [])).Message.English());
        Assert.Contains("16 pixels", (await DrawAsync(studio, new FaceBox(.5, .5, .5, .6), [])).Message.English());
        Assert.Contains("16 pixels", (await DrawAsync(studio, new FaceBox(double.NaN, .5, .6, .6), [])).Message.English());
        Assert.Contains("16 pixels", (await DrawAsync(studio, new FaceBox(1.2, 1.2, 1.5, 1.5), [])).Message.English());
        Assert.Contains("not there any more", (await studio.Get<StudioPipeline>()
            .DrawFaceAsync(new("other"), "kim", photo.Id, new PhotoShare(.1, .1, .2, .2), Whose([]), Stop)).Message.English());
        File.Delete(Path.Combine(studio.Folder, "photos", "group.jpg"));
        Assert.Contains("could not be read", (await DrawAsync(studio, new FaceBox(.01, .01, .11, .16), [])).Message.English());
        Assert.DoesNotContain(await FacesAsync(studio), face => face.Drawn);
    }

    [Fact]
    public async Task Other_models_read_drawn_faces_again_and_keep_whoever_was_spoken_of()
    {
        await using var studio = await AnalysedAsync("the built-in pack");
        await DrawAsync(studio, new FaceBox(.01, .01, .11, .16), []);
        var (_, named) = (await PhotoAsync(studio), (await FacesAsync(studio)).First(face => !face.Drawn));
        await studio.Get<StudioPipeline>().CorrectAsync(TestWedding.Id, "kim",
            new Statement(CorrectionKind.Named, [named.PersonId!.Value], [], []) { Name = "Anna" }, Stop);
        await studio.Store.WriteAsync(async db =>
        {
            // As if the models of before had found Anna where those of now see nobody.
            var anna = await db.Corrections.OrderBy(row => row.Seq).LastAsync(Stop);
            var shifted = new FaceBox(5, 300, 65, 380);
            anna.Anchors = anna.Anchors.Replace(JournalJson.Write(named.Box), JournalJson.Write(shifted), StringComparison.Ordinal);
            await db.Photos.ExecuteUpdateAsync(row => row.SetProperty(p => p.Pack, "older").SetProperty(p => p.Finding, "older"), Stop);
            await db.Faces.ExecuteUpdateAsync(
                row => row.SetProperty(f => f.Pack, "older").SetProperty(f => f.Embedding, Array.Empty<float>()), Stop);
            await db.SaveChangesAsync(Stop);
        }, Stop);

        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress, Stop);

        var faces = await FacesAsync(studio);
        Assert.Equal(2, faces.Count(face => face.Drawn));
        Assert.All(faces, face => Assert.True(face is { Pack: not "older", Embedding.Length: > 0, PersonId: not null }));
        var people = await studio.Store.ReadAsync(db => db.People.Where(p => p.Name == "Anna").ToListAsync(Stop), Stop);
        Assert.Single(faces, face => face.PersonId == Assert.Single(people).Id && face.Drawn);
    }

    private static async Task<TestStudio> AnalysedAsync(string pack)
    {
        var models = pack == "the built-in pack" ? Path.Combine(Checkout.Root, "models", "studio-1") : SharedFiles.Require("models");
        var studio = await TestStudio.OpenAsync(("Studio:ModelsDirectory", models));
        File.Copy(SharedFiles.Require("golden/faces/bbt1.jpg"), Path.Combine(studio.Folder, "photos", "group.jpg"));
        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress, Stop);
        return studio;
    }

    /// <summary>As if the last face had not been found.</summary>
    private static async Task<Face> ForgetAsync(TestStudio studio)
    {
        var missed = (await FacesAsync(studio))[^1];
        await studio.Store.WriteAsync(async db =>
        {
            await db.Picks.Where(p => p.FaceId == missed.Id).ExecuteDeleteAsync(Stop);
            await db.Faces.Where(f => f.Id == missed.Id).ExecuteDeleteAsync(Stop);
        }, Stop);
        await studio.Get<StudioPipeline>().RunAsync(TestWedding.Id, NoProgress, Stop);
        return missed;
    }

    private static async Task<CorrectionOutcome> DrawAsync(TestStudio studio, FaceBox box, IReadOnlyList<int> whose)
    {
        var photo = await PhotoAsync(studio);
        var share = box.X2 > 2 ? Share(box, photo) : box;
        return await studio.Get<StudioPipeline>()
            .DrawFaceAsync(TestWedding.Id, "kim", photo.Id, new PhotoShare(share.X1, share.Y1, share.X2, share.Y2), Whose(whose), Stop);
    }

    private static Statement Whose(IReadOnlyList<int> people) => new(CorrectionKind.FaceDrawn, people, [], []);

    private static FaceBox Loosely(FaceBox box) =>
        new(box.X1 - .15 * box.WidthPx, box.Y1 - .1 * box.HeightPx, box.X2 + .1 * box.WidthPx, box.Y2 + .12 * box.HeightPx);

    private static FaceBox Share(FaceBox box, Photo photo) =>
        new(box.X1 / photo.WidthPx, box.Y1 / photo.HeightPx, box.X2 / photo.WidthPx, box.Y2 / photo.HeightPx);

    private static async Task<int?> OwnerAsync(TestStudio studio) => Assert.Single(await FacesAsync(studio), face => face.Drawn).PersonId;

    private static Task<Photo> PhotoAsync(TestStudio studio) => studio.Store.ReadAsync(db => db.Photos.SingleAsync(Stop), Stop);

    private static async Task<List<Face>> FacesAsync(TestStudio studio) =>
        [.. (await studio.Store.ReadAsync(db => db.Faces.ToListAsync(Stop), Stop)).OrderBy(face => face.Box.X1)];
}
