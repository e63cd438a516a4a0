using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.People.Fold;
using WeddingStudio.Tests.People.Grouping;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People;

/// <summary>Photos that come after a wedding was analysed, on a real SQLite file.</summary>
public sealed class LaterPhotosTests
{
    // Two sisters the models take for one person (cosine .78), a friend, a stranger, somebody new.
    private static readonly float[] Ann = [1, .35f, 0, 0, 0], Bea = [1, -.35f, 0, 0, 0], Cleo = [0, 0, 1, 0, 0], Stranger = [0, 0, 0, 1, 0],
        Newcomer = [0, 0, 0, 0, 1];

    private static readonly IProgress<StageProgress> NoProgress = new Progress<StageProgress>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_faces_join_who_they_are_like_and_newcomers_get_new_numbers()
    {
        await using var studio = await WeddingAsync();
        var before = await NumbersAsync(studio);

        await AddAsync(studio, 21, Ann, Newcomer, Newcomer, Newcomer, Stranger);

        var now = await NumbersAsync(studio);
        Assert.Equal(before, now.Where(face => before.ContainsKey(face.Key)).ToDictionary());
        Assert.Equal([1, 4, 4, 4, 3], Of(now, 21, 5));
    }

    [Fact]
    public async Task People_a_user_parted_gather_their_new_faces_apart()
    {
        await using var studio = await WeddingAsync();
        var split = await SayAsync(studio, new Statement(Split, [1], await FaceIdsAsync(studio, 5, 6, 7, 8), []));
        var bea = split.Outcome.NewPersonId!.Value;

        await AddAsync(studio, 21, Bea, Ann, Bea);

        Assert.Equal([bea, 1, bea], Of(await NumbersAsync(studio), 21, 3));
    }

    [Fact]
    public async Task Undoing_what_parted_them_leaves_the_faces_that_stood_as_they_were()
    {
        await using var studio = await WeddingAsync();
        var before = await NumbersAsync(studio);
        await SayAsync(studio, new Statement(Split, [1], await FaceIdsAsync(studio, 5, 6, 7, 8), []));
        await AddAsync(studio, 21, Bea, Ann, Bea);

        await studio.Get<PeopleStage>().UndoAsync(TestWedding.Id, "kim", Ct);

        var now = await NumbersAsync(studio);
        Assert.Equal(before, now.Where(face => before.ContainsKey(face.Key)).ToDictionary());
    }

    [Fact]
    public async Task People_a_user_merged_gather_their_new_faces_together()
    {
        await using var studio = await WeddingAsync();
        await SayAsync(studio, new Statement(Merged, [1, 2], [], []));
        float[] between = [.7f, 0, .7f, 0, 0];

        await AddAsync(studio, 21, between, Cleo, Ann);

        Assert.Equal([1, 1, 1], Of(await NumbersAsync(studio), 21, 3));
    }

    [Fact]
    public async Task A_face_marked_as_none_gathers_nobody()
    {
        await using var studio = await WeddingAsync();
        await SayAsync(studio, new Statement(NotAFace, [], await FaceIdsAsync(studio, 13), []));

        await AddAsync(studio, 21, Stranger, Stranger, Stranger);

        var now = await NumbersAsync(studio);
        Assert.Equal([null], Of(now, 13, 1));
        Assert.Equal([4, 4, 4], Of(now, 21, 3));
    }

    [Fact]
    public async Task Checkpoints_on_the_way_do_not_change_who_joins_whom()
    {
        await using var studio = await WeddingAsync();
        await AddAsync(studio, 21, final: false, Newcomer, Newcomer, Newcomer, Ann);
        var newcomer = Of(await NumbersAsync(studio), 21, 1)[0]!.Value;
        await SayAsync(studio, new Statement(Named, [newcomer], [], []) { Name = "Nora" });

        await AddAsync(studio, 31, Newcomer, Bea);

        var now = await NumbersAsync(studio);
        Assert.Equal([newcomer, newcomer, newcomer, 1], Of(now, 21, 4));
        Assert.Equal([newcomer, 1], Of(now, 31, 2));
    }

    [Fact]
    public async Task With_more_new_faces_than_old_all_are_grouped_anew()
    {
        await using var studio = await WeddingAsync();

        await AddAsync(studio, 21, [.. Enumerable.Repeat(Newcomer, 7), .. Enumerable.Repeat(Ann, 7)]);

        var now = await NumbersAsync(studio);
        Assert.All(Of(now, 1, 8).Concat(Of(now, 28, 7)), id => Assert.Equal(1, id));
        Assert.Single(Of(now, 21, 7).Distinct());
    }

    // Photos 1 to 4 show Ann, 5 to 8 Bea, both person 1; 9 to 12 Cleo, person 2; 13 a stranger, person 3.
    private static async Task<TestStudio> WeddingAsync()
    {
        var studio = await TestStudio.OpenAsync();
        await AddAsync(studio, 1, Ann, Ann, Ann, Ann, Bea, Bea, Bea, Bea, Cleo, Cleo, Cleo, Cleo, Stranger);
        return studio;
    }

    private static Task AddAsync(TestStudio studio, int first, params float[][] faces) => AddAsync(studio, first, final: true, faces);

    private static async Task AddAsync(TestStudio studio, int first, bool final, params float[][] faces)
    {
        await studio.Store.WriteAsync(async db =>
        {
            foreach (var (number, vector) in faces.Select((vector, i) => (first + i, vector)))
            {
                db.Faces.Add(new Face
                {
                    WeddingId = TestWedding.Id, Photo = new Photo
                    {
                        WeddingId = TestWedding.Id, Path = $"photo-{number:d2}.jpg", State = PhotoState.Ready,
                        ContentHash = $"{number:x64}",
                    },
                    Key = $"{number:x16}", Box = new FaceBox(0, 0, 50, 50), Points = new float[10],
                    Embedding = BaseGroupingTests.Unit([.. vector, number % 3 * .01f]),
                    Pack = "pack", Confidence = 1, Quality = 1, Measures = new FaceMeasures { Sharpness = 300 },
                });
            }

            await db.SaveChangesAsync(Ct);
        }, Ct);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, final, NoProgress, Ct);
    }

    private static async Task<PeopleChange> SayAsync(TestStudio studio, Statement statement)
    {
        var said = await studio.Get<PeopleStage>().CorrectAsync(TestWedding.Id, "kim", statement, Ct);
        Assert.True(said.Outcome.Accepted, said.Outcome.Message.English());
        return said;
    }

    private static Task<int[]> FaceIdsAsync(TestStudio studio, params int[] photos)
    {
        var keys = Array.ConvertAll(photos, photo => $"{photo:x16}");
        return studio.Store.ReadAsync(db => db.Faces.Where(f => keys.Contains(f.Key)).Select(f => f.Id).ToArrayAsync(Ct), Ct);
    }

    private static Task<Dictionary<string, int?>> NumbersAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Faces.ToDictionaryAsync(f => f.Key, f => f.PersonId, Ct), Ct);

    private static int?[] Of(Dictionary<string, int?> numbers, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(photo => numbers[$"{photo:x16}"])];
}
