using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using WeddingStudio.Web.Components.People;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Pages;

public sealed class QuestionsTests : BunitContext
{
    private readonly List<string> _answers = [];

    public QuestionsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton(StudioWords.English);
    }

    private static QuestionedPerson Person(int id, string? name = null, int photos = 1, int faces = 1) =>
        new(id, name, photos, [.. Enumerable.Range(id * 10, faces).Select(face => new QuestionedFace(face, $"/f/{face}"))]);

    private IRenderedComponent<QuestionCard> Card(QuestionView question, int more = 0, bool busy = false) => Render<QuestionCard>(p => p
        .Add(c => c.WeddingId, TestWedding.Id).Add(c => c.Question, question).Add(c => c.More, more).Add(c => c.IsBusy, busy)
        .Add(c => c.OnSame, () => _answers.Add("same")).Add(c => c.OnDifferent, () => _answers.Add("two"))
        .Add(c => c.OnSkip, () => _answers.Add("skip")));

    [Fact]
    public void A_question_shows_both_faces_the_reason_and_what_the_answer_is_good_for()
    {
        var card = Card(
            new QuestionView(Person(3, photos: 20), Person(21, photos: 1), Message.Plain("The same clothes twenty minutes apart"), 1),
            more: 3);

        Assert.Equal("Is this the same person?", card.Find("h2").TextContent);
        Assert.Equal(["/f/30", "/f/210"], card.FindAll(".questioned-face").Select(face => face.GetAttribute("src")));
        Assert.Equal(["Unnamed 3", "Unnamed 21"], card.FindAll(".questioned-face").Select(face => face.GetAttribute("alt")));
        Assert.Equal("The same clothes twenty minutes apart. Your answer sorts 1 photo.",
            card.Find("[data-testid=question-reason]").TextContent);
        Assert.Equal("3 more questions", card.Find("[data-testid=questions-left]").TextContent);
        Assert.Empty(card.FindAll("[data-testid=more-faces]"));
    }

    [Fact]
    public void Who_cannot_see_it_is_told_who_is_asked_about_and_by_which_keys_to_answer()
    {
        var card = Card(new QuestionView(Person(3, "Anna"), Person(21, faces: 2), Message.Plain("Their faces are alike"), 1));
        card.Find("[data-testid=more-faces]").Click();

        var said = card.Find("[role=status]").TextContent;
        Assert.All((string[])["Is this Anna, too?", "Anna and Unnamed 21.", "Their faces are alike."],
            words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.Equal(["Y", "N", "S"], card.FindAll(".card-actions button").Select(button => button.GetAttribute("aria-keyshortcuts")));
        Assert.Equal("Unnamed 21, another face", card.Find(".questioned-more img").GetAttribute("alt"));
    }

    [Fact]
    public void The_next_question_begins_with_one_face_of_each()
    {
        var card = Card(new QuestionView(Person(3, faces: 4), Person(21), Message.Plain("Their faces are alike"), 1));
        card.Find("[data-testid=more-faces]").Click();
        card.Render(p => p.Add(c => c.Question,
            new QuestionView(Person(3, faces: 4), Person(21), Message.Plain("The same clothes an hour apart"), 1)));
        Assert.Equal(5, card.FindAll("img").Count);

        card.Render(p => p.Add(c => c.Question,
            new QuestionView(Person(3, faces: 4), Person(22), Message.Plain("Their faces are alike"), 1)));

        Assert.Equal(2, card.FindAll("img").Count);
    }

    [Fact]
    public void Somebody_with_a_name_is_asked_for_by_name()
    {
        var card = Card(new QuestionView(Person(3, "Anna"), Person(21), Message.Plain("Often beside Ben"), 2));

        Assert.Equal("Is this Anna, too?", card.Find("h2").TextContent);
        Assert.Equal("/w/w/people/3", card.Find("figcaption a").GetAttribute("href"));
        Assert.Equal("The last question", card.Find("[data-testid=questions-left]").TextContent);
    }

    [Theory]
    [InlineData("y", "same")]
    [InlineData("N", "two")]
    [InlineData("s", "skip")]
    public void Keys_answer_while_the_card_has_the_focus(string key, string answer)
    {
        var card = Card(new QuestionView(Person(3), Person(21), Message.Plain("Their faces are alike"), 1));

        card.Find("[data-testid=question]").KeyDown(new KeyboardEventArgs { Key = key });
        card.Find("[data-testid=question]").KeyDown(new KeyboardEventArgs { Key = key, CtrlKey = true });
        card.Find("[data-testid=question]").KeyDown(new KeyboardEventArgs { Key = key, Repeat = true });

        Assert.Equal([answer], _answers);
    }

    [Fact]
    public void Buttons_answer_and_keys_rest_while_an_answer_is_on_its_way()
    {
        var card = Card(new QuestionView(Person(3), Person(21), Message.Plain("Their faces are alike"), 1));
        foreach (var button in (string[])["answer-same", "answer-different", "answer-skip"])
            card.Find($"[data-testid={button}]").Click();
        Assert.Equal(["same", "two", "skip"], _answers);

        var busy = Card(new QuestionView(Person(3), Person(21), Message.Plain("Their faces are alike"), 1), busy: true);
        busy.Find("[data-testid=question]").KeyDown("y");

        Assert.Equal("true", busy.Find("[data-testid=question]").GetAttribute("aria-busy"));
        Assert.Equal(3, _answers.Count);
    }

    [Fact]
    public void More_faces_are_shown_on_request()
    {
        var card = Card(new QuestionView(Person(3, faces: 4), Person(21, faces: 2), Message.Plain("Their faces are alike"), 1));
        Assert.Equal(2, card.FindAll("img").Count);

        card.Find("[data-testid=more-faces]").Click();

        Assert.Equal(6, card.FindAll("img").Count);
        Assert.Equal("true", card.Find("[data-testid=more-faces]").GetAttribute("aria-expanded"));
    }
}
