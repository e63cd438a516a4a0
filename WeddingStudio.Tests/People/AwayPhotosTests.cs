using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People;
using WeddingStudio.Tests.People.Grouping;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People;

/// <summary>Photos go and come back; people and what was said of them are as if they had never been gone.</summary>
public sealed class AwayPhotosTests
{
    private static readonly float[] Ann = [1, 0, 0, 0, 0], Bea = [0, 1, 0, 0, 0], Cleo = [0, 0, 1, 0, 0], Stranger = [0, 0, 0, 1, 0],
        Newcomer = [0, 0, 0, 0, 1];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_was_said_holds_again_whatever_happened_meanwhile()
    {
        await using var studio = await WeddingAsync();
        await SayAsync(studio, new Statement(Named, [1], [], []) { Name = "Ann", Role = "bride" });
        await SayAsync(studio, new Statement(Moved, [2, 3], await FaceIdsAsync(studio, 5), []));
        await SayAsync(studio, new Statement(Merged, [1, 3], [], []));
        await SayAsync(studio, new Statement(NotAFace, [], await FaceIdsAsync(studio, 2), []));
        await SayAsync(studio, new Statement(AlwaysShow, [1], [], await PhotoIdsAsync(studio, 3)));
        await SayAsync(studio, new Statement(NeverShow, [], [], await PhotoIdsAsync(studio, 5)));
        await SayAsync(studio, new Statement(Hidden, [4], [], []));
        var before = await DescribeAsync(studio);

        await TurnAsync(studio, PhotoState.Gone, 2, 3, 5, 13);
        Assert.DoesNotContain(await studio.Store.ReadAsync(db => db.People.Select(p => p.Id).ToListAsync(Ct), Ct), id => id == 4);
        Assert.Equal([6], await PhotosOfAsync(studio, 1));
        Assert.Empty(await studio.Store.ReadAsync(db => db.PhotoRules.ToListAsync(Ct), Ct));

        // Somebody goes on with what is there, and more photos come.
        await AddAsync(studio, 21, Newcomer, Ann, Newcomer);
        await SayAsync(studio, new Statement(Named, [2], [], []) { Name = "Bea" });
        await TurnAsync(studio, PhotoState.Ready, 2, 3, 5, 13);

        Assert.Subset((await DescribeAsync(studio)).ToHashSet(),
            before.Select(line => line.Replace("person 2  3", "person 2 Bea 3").Replace("person 1 Ann 8", "person 1 Ann 9")).ToHashSet());
    }

    [Fact]
    public async Task Who_was_seen_once_and_never_spoken_of_has_the_same_number_again()
    {
        await using var studio = await WeddingAsync();
        var before = await DescribeAsync(studio);

        await TurnAsync(studio, PhotoState.Gone, 1, 9, 13);
        await AddAsync(studio, 21, Newcomer, Newcomer);
        await TurnAsync(studio, PhotoState.Ready, 1, 9, 13);

        Assert.Subset((await DescribeAsync(studio)).ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public async Task What_was_said_of_a_photo_without_faces_holds_again()
    {
        await using var studio = await WeddingAsync();
        await studio.AddAsync(
            new Photo { WeddingId = TestWedding.Id, Path = "photo-99.jpg", State = PhotoState.Ready, ContentHash = $"{99:x64}" });
        await SayAsync(studio, new Statement(AlwaysShow, [], [], await PhotoIdsAsync(studio, 99)));
        await TurnAsync(studio, PhotoState.Gone, 99);
        Assert.Empty(await studio.Store.ReadAsync(db => db.PhotoRules.ToListAsync(Ct), Ct));

        await SayAsync(studio, new Statement(Named, [2], [], []) { Name = "Bea" });
        await TurnAsync(studio, PhotoState.Ready, 99);

        Assert.Equal(PhotoRuleKind.AlwaysShow, (await studio.Store.ReadAsync(db => db.PhotoRules.SingleAsync(Ct), Ct)).Kind);
    }

    [Fact]
    public async Task Looking_again_while_photos_are_away_changes_nothing()
    {
        await using var studio = await WeddingAsync();
        await TurnAsync(studio, PhotoState.Gone, 1, 13);
        var revision = await studio.Store.ReadAsync(db => Revisions.NowAsync(db, TestWedding.Id, Ct), Ct);

        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress.Instance, Ct);

        Assert.Equal(revision, await studio.Store.ReadAsync(db => Revisions.NowAsync(db, TestWedding.Id, Ct), Ct));
    }

    // Photos 1 to 4 show Ann, person 1; 5 to 8 Bea, person 2; 9 to 12 Cleo, person 3; 13 a stranger, person 4.
    private static async Task<TestStudio> WeddingAsync()
    {
        var studio = await TestStudio.OpenAsync();
        await AddAsync(studio, 1, Ann, Ann, Ann, Ann, Bea, Bea, Bea, Bea, Cleo, Cleo, Cleo, Cleo, Stranger);
        return studio;
    }

    private static async Task AddAsync(TestStudio studio, int first, params float[][] faces)
    {
        await studio.AddAsync([.. faces.Select((vector, i) => new Face
        {
            WeddingId = TestWedding.Id, Photo = new Photo
            {
                WeddingId = TestWedding.Id, Path = $"photo-{first + i:d2}.jpg", State = PhotoState.Ready, ContentHash = $"{first + i:x64}",
            },
            Key = $"{first + i:x16}", Box = new FaceBox(0, 0, 50, 50), Points = new float[10],
            Embedding = BaseGroupingTests.Unit([.. vector, (first + i) % 3 * .01f]),
            Pack = "pack", Confidence = 1, Quality = 1, Measures = new FaceMeasures { Sharpness = 300 },
        })]);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress.Instance, Ct);
    }

    /// <summary>Photos of these numbers went or came back, and the stage looked again.</summary>
    private static async Task TurnAsync(TestStudio studio, PhotoState state, params int[] photos)
    {
        var ids = await PhotoIdsAsync(studio, photos);
        await studio.Store.WriteAsync(
            db => db.Photos.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, state), Ct), Ct);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress.Instance, Ct);
    }

    private static async Task SayAsync(TestStudio studio, Statement statement)
    {
        var said = await studio.Get<PeopleStage>().CorrectAsync(TestWedding.Id, "kim", statement, Ct);
        Assert.True(said.Outcome.Accepted, said.Outcome.Message.English());
    }

    private static Task<int[]> FaceIdsAsync(TestStudio studio, params int[] photos)
    {
        var keys = Array.ConvertAll(photos, photo => $"{photo:x16}");
        return studio.Store.ReadAsync(db => db.Faces.Where(f => keys.Contains(f.Key)).Select(f => f.Id).ToArrayAsync(Ct), Ct);
    }

    private static Task<int[]> PhotoIdsAsync(TestStudio studio, params int[] photos)
    {
        var hashes = Array.ConvertAll(photos, photo => $"{photo:x64}");
        return studio.Store.ReadAsync(db => db.Photos.Where(p => hashes.Contains(p.ContentHash!)).Select(p => p.Id).ToArrayAsync(Ct), Ct);
    }

    private static Task<List<int>> PhotosOfAsync(TestStudio studio, int person) =>
        studio.Store.ReadAsync(db => db.People.Where(p => p.Id == person).Select(p => p.PhotoCount).ToListAsync(Ct), Ct);

    /// <summary>Who every face belongs to, who people are, what holds of which photo.</summary>
    private static async Task<List<string>> DescribeAsync(TestStudio studio) => await studio.Store.ReadAsync(async db => (List<string>)
    [
        .. (await db.Faces.OrderBy(f => f.Id).ToListAsync(Ct)).Select(f => $"face {f.Id} {f.PersonId}"),
        .. (await db.People.OrderBy(p => p.Id).ToListAsync(Ct))
            .Select(p => $"person {p.Id} {p.Name} {p.PhotoCount} {p.Role} {p.Hidden} {p.RedirectToId}"),
        .. (await db.PhotoRules.OrderBy(r => r.PhotoId).ToListAsync(Ct)).Select(r => $"rule {r.PhotoId} {r.PersonId} {r.Kind}"),
    ], Ct);
}
