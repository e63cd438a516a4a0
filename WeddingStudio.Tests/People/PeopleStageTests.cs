using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.People.GuestList;
using WeddingStudio.Engine.People.Statements;
using WeddingStudio.Tests.People.Grouping;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People;

/// <summary>The stage on a real SQLite file.</summary>
public sealed class PeopleStageTests
{
    private static readonly IProgress<StageProgress> NoProgress = new Progress<StageProgress>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wedding_without_faces_has_no_people()
    {
        await using var studio = await TestStudio.OpenAsync();

        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);

        Assert.Empty(await PeopleAsync(studio));
    }

    [Fact]
    public async Task Faces_become_people_with_counts_and_a_cover()
    {
        await using var studio = await WeddingAsync();

        var people = await PeopleAsync(studio);

        Assert.Equal([1, 2, 3], people.Select(p => p.Id));
        Assert.Equal([(6, 6, false), (5, 5, false), (1, 1, true)], people.Select(p => (p.PhotoCount, p.FaceCount, p.SeenOnce)));
        Assert.All(people, p => Assert.NotNull(p.CoverFaceId));
        var cover = await studio.Store.ReadAsync(db => db.Faces.SingleAsync(f => f.Id == people[0].CoverFaceId, Ct), Ct);
        Assert.Equal((1, .7), (cover.PersonId, cover.Quality));
    }

    [Fact]
    public async Task Running_again_changes_nothing()
    {
        await using var studio = await WeddingAsync();
        var before = await RevisionAsync(studio);

        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: false, NoProgress, Ct);

        Assert.Equal(before, await RevisionAsync(studio));
    }

    [Fact]
    public async Task What_a_page_says_of_provisional_people_is_refused_once_their_numbers_are_final()
    {
        await using var studio = await WeddingAsync();
        var said = new Statement(Named, [1], [], []) { Name = "Anna", Provisional = true };

        var late = await studio.Get<PeopleStage>().CorrectAsync(TestWedding.Id, "kim", said, Ct);

        Assert.False(late.Outcome.Accepted);
        Assert.Contains("sorted again", late.Outcome.Message.English());
    }

    [Fact]
    public async Task A_correction_changes_only_the_people_concerned_and_can_be_undone()
    {
        await using var studio = await WeddingAsync();
        var stage = studio.Get<PeopleStage>();
        var revision = await RevisionAsync(studio);

        var merged = await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(Merged, [2, 3], [], []), Ct);
        Assert.True(merged.Outcome.Accepted);
        Assert.Equal([2, 3], merged.Written.PersonIds.Order());
        Assert.Equal(revision + 1, merged.Revision);
        var people = await PeopleAsync(studio);
        Assert.Equal((6, 2), (people[1].FaceCount, people[2].RedirectToId));

        var undone = await stage.UndoAsync(TestWedding.Id, "kim", Ct);
        Assert.Equal([2, 3], undone.Written.PersonIds.Order());
        Assert.Equal([6, 5, 1], (await PeopleAsync(studio)).Select(p => p.FaceCount));

        Assert.True((await stage.RedoAsync(TestWedding.Id, "kim", Ct)).Outcome.Accepted);
        Assert.Equal(2, (await PeopleAsync(studio))[2].RedirectToId);
    }

    [Fact]
    public async Task A_refused_statement_leaves_no_trace()
    {
        await using var studio = await WeddingAsync();
        var revision = await RevisionAsync(studio);

        var refused = await studio.Get<PeopleStage>()
            .CorrectAsync(TestWedding.Id, "kim", new Statement(Named, [99], [], []) { Name = "Anna" }, Ct);

        Assert.False(refused.Outcome.Accepted);
        Assert.Equal((revision, 0), (refused.Revision, refused.Written.PersonIds.Count));
        Assert.Equal(0, await studio.Store.ReadAsync(db => db.Corrections.CountAsync(Ct), Ct));
    }

    [Fact]
    public async Task A_name_links_the_guest_list_and_survives_new_photos()
    {
        await using var studio = await WeddingAsync();
        var stage = studio.Get<PeopleStage>();
        var list = await studio.Get<GuestListImport>().ImportAsync(TestWedding.Id, GuestListFile.Parse("name,table\nAnna,4\nBen,5"), Ct);
        Assert.Equal((2, 0), (list.Added, list.Updated));

        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(Named, [2], [], []) { Name = "anna", Role = "aunt" }, Ct);
        Assert.Equal(2, await LinkOfAsync(studio, "Anna"));

        await AddPhotosAsync(studio, first: 21, people: [1, 1, 1, 1, 1, 1, 1, 1]);
        await stage.RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);
        var anna = (await PeopleAsync(studio)).Single(p => p.Name == "anna");
        Assert.Equal((2, 13, "aunt"), (anna.Id, anna.FaceCount, anna.Role));
        Assert.Equal(2, await LinkOfAsync(studio, "Anna"));
    }

    [Fact]
    public async Task Photo_rules_are_written_for_the_person_and_concern_all_in_a_photo_kept_from_guests()
    {
        await using var studio = await WeddingAsync();
        var stage = studio.Get<PeopleStage>();
        var photo = await studio.Store.ReadAsync(db => db.Faces.Where(f => f.PersonId == 1).Select(f => f.PhotoId).FirstAsync(Ct), Ct);

        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(NeverShow, [1], [], [photo]), Ct);
        var kept = await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(KeptFromGuests, [], [], [photo]), Ct);

        Assert.Contains(1, kept.Written.PersonIds);
        var rules = await studio.Store.ReadAsync(db => db.PhotoRules.OrderBy(r => r.Kind).ToListAsync(Ct), Ct);
        Assert.Equal([(1, PhotoRuleKind.NeverShow), (null, PhotoRuleKind.KeptFromGuests)], rules.Select(r => (r.PersonId, r.Kind)));
    }

    [Fact]
    public async Task Final_numbers_are_the_same_however_often_the_stage_ran_before()
    {
        await using var undisturbed = await WeddingAsync();
        await using var interrupted = await TestStudio.OpenAsync();
        var stage = interrupted.Get<PeopleStage>();
        int[] people = [.. Photos];
        for (var at = 0; at < people.Length; at += 5)
        {
            await AddPhotosAsync(interrupted, at + 1, [.. people.Skip(at).Take(5)]);
            await stage.RunAsync(TestWedding.Id, isFinal: false, NoProgress, Ct);
        }

        await stage.RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);

        Assert.Equal(await NumbersAsync(undisturbed), await NumbersAsync(interrupted));
    }

    [Fact]
    public async Task People_keep_numbers_and_names_when_all_photos_are_read_anew_with_another_pack()
    {
        await using var studio = await WeddingAsync();
        var stage = studio.Get<PeopleStage>();
        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(Named, [2], [], []) { Name = "Anna" }, Ct);
        var before = await NumbersAsync(studio);

        // Half the photos first, as at a checkpoint; the boxes come out a little different.
        await studio.Store.WriteAsync(db => db.Photos.ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PhotoState.Waiting), Ct), Ct);
        foreach (var even in new[] { 0, 1 })
        {
            await studio.Store.WriteAsync(db => ReadAnewAsync(db, even), Ct);
            await stage.RunAsync(TestWedding.Id, isFinal: even == 1, NoProgress, Ct);
        }

        Assert.Equal(before, await NumbersAsync(studio));
        Assert.Equal((2, 5), (await PeopleAsync(studio)).Where(p => p.Name == "Anna").Select(p => (p.Id, p.FaceCount)).Single());
    }

    private static async Task ReadAnewAsync(StudioDb db, int parity)
    {
        var faces = await db.Faces.Include(f => f.Photo).Where(f => f.PhotoId % 2 == parity).AsNoTracking().ToListAsync(Ct);
        await db.Faces.Where(f => f.PhotoId % 2 == parity).ExecuteDeleteAsync(Ct);
        await db.Photos.Where(p => p.Id % 2 == parity).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PhotoState.Ready), Ct);
        foreach (var face in faces)
        {
            (face.Id, face.Photo, face.PersonId, face.Pack, face.Box) = (0, null, null, "other", new FaceBox(3, 2, 44, 43));
            db.Faces.Add(face);
        }

        await db.SaveChangesAsync(Ct);
    }

    [Fact]
    public async Task Tags_name_move_and_merge_and_say_nothing_twice()
    {
        await using var studio = await WeddingAsync();
        var stage = studio.Get<PeopleStage>();
        FaceTag Tag(int photo, string name) =>
            new($"photo-{photo:d2}.jpg", new FaceBox(2, 1, 41, 40), name, name == "Anna" ? "aunt" : null);
        var file = new TagsFile([Tag(1, "Anna"), Tag(2, "Ben"), Tag(12, "Anna"), Tag(3, "Cleo"), Tag(99, "Dan")], []);

        var first = await stage.ApplyTagsAsync(TestWedding.Id, "kim", file, Ct);
        var again = await stage.ApplyTagsAsync(TestWedding.Id, "kim", file, Ct);

        Assert.Contains("photo-99.jpg", Assert.Single(first.Problems));
        Assert.Equal((4, first.Revision), (again.Tagged, again.Revision));
        var people = await PeopleAsync(studio);
        Assert.Equal([("Anna", 6), ("Ben", 5), ("Cleo", 1)], people.Where(p => p.Name != null).OrderBy(p => p.Name)
            .Select(p => (p.Name!, p.FaceCount)));
    }

    // Photos 1 to 12, one face each: person 0 six times, person 1 five times, person 2 once.
    private static readonly int[] Photos = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 2];

    private static async Task<TestStudio> WeddingAsync()
    {
        var studio = await TestStudio.OpenAsync();
        await AddPhotosAsync(studio, 1, Photos);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);
        return studio;
    }

    private static Task AddPhotosAsync(TestStudio studio, int first, int[] people) => studio.Store.WriteAsync(async db =>
    {
        for (var i = 0; i < people.Length; i++)
        {
            var number = first + i;
            var photo = new Photo
            {
                WeddingId = TestWedding.Id, Path = $"photo-{number:d2}.jpg", State = PhotoState.Ready, ContentHash = $"{number:x64}",
            };
            db.Faces.Add(new Face
            {
                WeddingId = TestWedding.Id, Photo = photo, Key = $"{number * 7919 % 1000:x16}", Box = new FaceBox(0, 0, 40, 40),
                Points = new float[10],
                Embedding = BaseGroupingTests.Face(number, number, people[i]).Embedding, Pack = "pack", Confidence = 1,
                Quality = number % 8 / 10.0, Measures = new FaceMeasures { Sharpness = 300 },
            });
        }

        await db.SaveChangesAsync(Ct);
    }, Ct);

    private static Task<List<Person>> PeopleAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.People.Where(p => p.WeddingId == TestWedding.Id).OrderBy(p => p.Id).ToListAsync(Ct), Ct);

    private static Task<long> RevisionAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => Revisions.NowAsync(db, TestWedding.Id, Ct), Ct);

    private static Task<int?> LinkOfAsync(TestStudio studio, string name) =>
        studio.Store.ReadAsync(db => db.GuestEntries.Where(g => g.Name == name).Select(g => g.PersonId).SingleAsync(Ct), Ct);

    private static Task<Dictionary<string, int?>> NumbersAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Faces.ToDictionaryAsync(f => f.Key, f => f.PersonId, Ct), Ct);
}
