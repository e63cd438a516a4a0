using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.People.Statements;
using WeddingStudio.Engine.People.Suggestions;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Picks.Album;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Tests.People.Grouping;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People;

/// <summary>A booth strip on its way from the database to people, scores and picks, on a real SQLite file.</summary>
public sealed class StripsOfPeopleTests
{
    private static readonly IProgress<StageProgress> NoProgress = new Progress<StageProgress>();

    // Four pictures one below the other.
    private static readonly float[] Panels =
        [.. Enumerable.Range(0, 4).SelectMany(i => new[] { 0, i / 4f, 1, i / 4f, 1, (i + 1) / 4f, 0, (i + 1) / 4f })];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_strip_is_one_photo_of_its_person()
    {
        await using var studio = await WeddingAsync();

        var people = await PeopleAsync(studio);

        Assert.Equal([(7, 10), (6, 6)], people.Select(p => (p.PhotoCount, p.FaceCount)));
        Assert.Equal([1, 1, 1, 1], await StripAsync(studio));
    }

    [Fact]
    public async Task Two_faces_of_a_strip_are_tagged_with_one_name_and_nothing_contradicts()
    {
        await using var studio = await WeddingAsync(panels: false, alike: false);
        Assert.Distinct(await StripAsync(studio));
        FaceTag Tag(int panel) => new("strip-50.jpg", Box(panel), "Anna", null);

        var outcome = await studio.Get<PeopleStage>()
            .ApplyTagsAsync(TestWedding.Id, "kim", new TagsFile([.. Enumerable.Range(0, 4).Select(Tag)], []), Ct);

        Assert.Empty(outcome.Problems);
        var anna = (await PeopleAsync(studio)).Single(p => p.Name == "Anna");
        Assert.All(await StripAsync(studio), person => Assert.Equal(anna.Id, person));
    }

    [Fact]
    public async Task What_a_user_says_of_two_faces_of_a_strip_holds_over_a_new_base()
    {
        await using var studio = await WeddingAsync();
        var faces = await studio.Store.ReadAsync(
            db => db.Faces.Where(f => f.Photo!.Path == "strip-50.jpg").OrderBy(f => f.Id).Select(f => f.Id).ToArrayAsync(Ct), Ct);
        var said = await studio.Get<PeopleStage>()
            .CorrectAsync(TestWedding.Id, "kim", new Statement(DifferentPeople, [], [faces[0], faces[3]], []), Ct);
        Assert.True(said.Outcome.Accepted, said.Outcome.Message.English());

        await AddAsync(studio, 60, [.. Enumerable.Range(0, 30).Select(i => i % 2)]);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);

        var strip = await StripAsync(studio);
        Assert.NotEqual(strip[0], strip[3]);
        Assert.Equal([strip[0], strip[0]], strip[1..3]);
    }

    [Fact]
    public async Task A_strip_that_comes_later_joins_its_person()
    {
        await using var studio = await TestStudio.OpenAsync();
        await AddAsync(studio, 1, Ordinary);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);

        await AddStripAsync(studio, Panels, alike: true);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);

        Assert.Equal([1, 1, 1, 1], await StripAsync(studio));
        Assert.Equal(2, (await PeopleAsync(studio)).Count);
    }

    [Fact]
    public async Task A_strip_is_picked_once_and_its_person_is_asked_about_with_nobody()
    {
        await using var studio = await WeddingAsync();
        await studio.Get<ScoresStage>().RunAsync(TestWedding.Id, NoProgress, Ct);
        await studio.Get<PicksStage>().RunAsync(TestWedding.Id, NoProgress, Ct);

        var picks = await studio.Store.ReadAsync(db => db.Picks.Where(p => p.PersonId == 1).Select(p => p.PhotoId).ToListAsync(Ct), Ct);
        Assert.Distinct(picks);
        Assert.NotEmpty(picks);
        Assert.Empty(await studio.Get<PeopleSuggestions>().OfAsync(TestWedding.Id, Ct));
        var album = await studio.Store.ReadAsync(db => AlbumRows.ChooseAsync(db, TestWedding.Id, Ct), Ct);
        Assert.Empty(album.NotShown);
    }

    // Photos 1 to 12, one face each: person 0 and person 1 in turn.
    private static int[] Ordinary => [.. Enumerable.Range(0, 12).Select(i => i % 2)];

    private static async Task<TestStudio> WeddingAsync(bool panels = true, bool alike = true)
    {
        var studio = await TestStudio.OpenAsync();
        await AddAsync(studio, 1, Ordinary);
        await AddStripAsync(studio, panels ? Panels : [], alike);
        await studio.Get<PeopleStage>().RunAsync(TestWedding.Id, isFinal: true, NoProgress, Ct);
        return studio;
    }

    private static Task AddAsync(TestStudio studio, int first, int[] people) => studio.Store.WriteAsync(async db =>
    {
        for (var i = 0; i < people.Length; i++)
            db.Faces.Add(Face(NewPhoto($"photo-{first + i:d2}.jpg", first + i), first + i, people[i], new FaceBox(0, 0, 40, 40)));
        await db.SaveChangesAsync(Ct);
    }, Ct);

    private static Task AddStripAsync(TestStudio studio, float[] panels, bool alike) => studio.Store.WriteAsync(async db =>
    {
        var strip = NewPhoto("strip-50.jpg", 50);
        strip.Panels = panels;
        db.Faces.AddRange(Enumerable.Range(0, 4).Select(panel => Face(strip, 500 + panel, alike ? 0 : 10 + panel, Box(panel))));
        await db.SaveChangesAsync(Ct);
    }, Ct);

    private static Photo NewPhoto(string path, int number) => new()
    {
        WeddingId = TestWedding.Id, Path = path, State = PhotoState.Ready, ContentHash = $"{number:x64}", WidthPx = 100, HeightPx = 400,
    };

    private static FaceBox Box(int panel) => new(30, 100 * panel + 30, 70, 100 * panel + 70);

    private static Face Face(Photo photo, int number, int person, FaceBox box) => new()
    {
        WeddingId = TestWedding.Id, Photo = photo, Key = $"{number:x16}", Box = box, Points = new float[10],
        Embedding = BaseGroupingTests.Face(number, number, person).Embedding,
        Pack = "pack", Confidence = 1, Quality = .5, Measures = new FaceMeasures { Sharpness = 300 },
    };

    private static Task<List<Person>> PeopleAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.People.Where(p => p.WeddingId == TestWedding.Id && p.RedirectToId == null).OrderBy(p => p.Id)
            .ToListAsync(Ct), Ct);

    private static Task<int?[]> StripAsync(TestStudio studio) =>
        studio.Store.ReadAsync(db => db.Faces.Where(f => f.Photo!.Path == "strip-50.jpg").OrderBy(f => f.Id).Select(f => f.PersonId)
            .ToArrayAsync(Ct), Ct);
}
