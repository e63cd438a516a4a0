using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.People.Suggestions;
using static WeddingStudio.Tests.People.Suggestions.QuestionedWedding;

namespace WeddingStudio.Tests.People.Suggestions;

/// <summary>Questions on a real SQLite file, and what answers do to them.</summary>
public sealed class PeopleSuggestionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_leads_to_the_same_questions_as_the_faces_alone()
    {
        await using var studio = await OpenAsync();

        Assert.Equal([(Whole, SecondHalf), (OtherWhole, OtherSecondHalf)], await AskAsync(studio));
        Assert.Equal([(Whole, SecondHalf), (OtherWhole, OtherSecondHalf)], ComparedAlbum.Pairs(Album().Ask()));
    }

    [Fact]
    public async Task While_people_are_provisional_nothing_is_asked()
    {
        await using var studio = await TestStudio.OpenAsync();
        Assert.Empty(await AskAsync(studio));

        await FillAsync(studio.Store, TestWedding.Id, isFinal: false);

        Assert.Empty(await AskAsync(studio));
    }

    [Fact]
    public async Task Two_who_were_said_to_be_two_are_never_asked_about_again_until_that_is_undone()
    {
        await using var studio = await OpenAsync();
        var stage = studio.Get<PeopleStage>();
        var asked = (await studio.Get<PeopleSuggestions>().OfAsync(TestWedding.Id, Ct))[0];

        var said = await stage.CorrectAsync(TestWedding.Id, "kim",
            new Statement(CorrectionKind.DifferentPeople, [], [asked.FirstFaces[0], asked.SecondFaces[0]], []), Ct);
        Assert.True(said.Outcome.Accepted, said.Outcome.Message.English());
        Assert.Equal([(OtherWhole, OtherSecondHalf)], await AskAsync(studio));

        await stage.UndoAsync(TestWedding.Id, "kim", Ct);
        Assert.Equal([(Whole, SecondHalf), (OtherWhole, OtherSecondHalf)], await AskAsync(studio));
    }

    [Fact]
    public async Task Two_who_became_one_are_no_question_any_more()
    {
        await using var studio = await OpenAsync();

        await studio.Get<PeopleStage>()
            .CorrectAsync(TestWedding.Id, "kim", new Statement(CorrectionKind.Merged, [Whole, SecondHalf], [], []), Ct);

        Assert.Equal([(OtherWhole, OtherSecondHalf)], await AskAsync(studio));
    }

    [Fact]
    public async Task Neither_the_hidden_nor_two_of_different_names_are_asked_about()
    {
        await using var studio = await OpenAsync();
        var stage = studio.Get<PeopleStage>();

        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(CorrectionKind.Hidden, [OtherSecondHalf], [], []), Ct);
        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(CorrectionKind.Named, [Whole], [], []) { Name = "Anna" }, Ct);
        Assert.Equal([(Whole, SecondHalf)], await AskAsync(studio));

        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(CorrectionKind.Named, [SecondHalf], [], []) { Name = "Bea" }, Ct);
        Assert.Empty(await AskAsync(studio));
    }

    [Fact]
    public async Task Faces_read_before_clothes_were_measured_are_asked_about_by_likeness_alone()
    {
        await using var studio = await OpenAsync();
        await studio.Store.WriteAsync(
            db => db.Faces.ExecuteUpdateAsync(set => set.SetProperty(f => f.Clothes, Array.Empty<float>()), Ct), Ct);

        var asked = await studio.Get<PeopleSuggestions>().OfAsync(TestWedding.Id, Ct);

        Assert.Equal(2, asked.Count);
        Assert.All(asked, s => Assert.Null(s.Clothes));
    }

    [Fact]
    public async Task All_who_ask_wait_for_one_search_and_who_leaves_takes_it_from_nobody()
    {
        await using var studio = await OpenAsync();
        var suggestions = studio.Get<PeopleSuggestions>();
        using var leaving = new CancellationTokenSource();

        var left = suggestions.OfAsync(TestWedding.Id, leaving.Token);
        var stayed = Enumerable.Range(0, 4).Select(_ => suggestions.OfAsync(TestWedding.Id, Ct)).ToArray();
        await leaving.CancelAsync();
        var found = await Task.WhenAll(stayed);

        Assert.Equal(2, found[0].Count);
        Assert.All(found, one => Assert.Same(found[0], one));
        Assert.True(await Record.ExceptionAsync(() => left) is null or OperationCanceledException);
    }

    [Fact]
    public async Task A_search_that_failed_is_tried_again()
    {
        await using var studio = await OpenAsync();
        await studio.Store.WriteAsync(db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "Cameras" RENAME TO "Elsewhere" """, Ct), Ct);
        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(studio));

        await studio.Store.WriteAsync(db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "Elsewhere" RENAME TO "Cameras" """, Ct), Ct);

        Assert.Equal(2, (await AskAsync(studio)).Length);
    }

    [Fact]
    public async Task Whoever_is_hidden_is_no_reason_either()
    {
        await using var studio = await TestStudio.OpenAsync();
        await FillAsync(studio.Store, TestWedding.Id, album: InCompany());
        var (stage, desk) = (studio.Get<PeopleStage>(), new QuestionDesk(studio.Store, studio.Get<PeopleSuggestions>()));

        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(CorrectionKind.Named, [30], [], []) { Name = "Anna" }, Ct);
        Assert.Equal("Often beside Anna", Assert.Single(await desk.OfAsync(TestWedding.Id, Ct)).Reason.English());

        await stage.CorrectAsync(TestWedding.Id, "kim", new Statement(CorrectionKind.Hidden, [30], [], []), Ct);
        Assert.Equal("Their faces are alike", Assert.Single(await desk.OfAsync(TestWedding.Id, Ct)).Reason.English());
    }

    private static async Task<TestStudio> OpenAsync()
    {
        var studio = await TestStudio.OpenAsync();
        await FillAsync(studio.Store, TestWedding.Id);
        return studio;
    }

    private static async Task<(int, int)[]> AskAsync(TestStudio studio) =>
        ComparedAlbum.Pairs(await studio.Get<PeopleSuggestions>().OfAsync(TestWedding.Id, Ct));
}
