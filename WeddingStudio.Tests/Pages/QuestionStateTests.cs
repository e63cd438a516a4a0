using Bunit;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.People.Suggestions;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;
using WeddingStudio.Web.Components.People;
using static WeddingStudio.Tests.People.Suggestions.QuestionedWedding;

namespace WeddingStudio.Tests.Pages;

/// <summary>The questions of the People page through the hub of a running studio.</summary>
public sealed class QuestionStateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int ThirdPart = 23;
    private readonly GlanceClock _clock = new();

    [Fact]
    public async Task Answers_are_followed_by_the_next_question_and_thanks_after_the_last()
    {
        await using var studio = new StudioApp();
        await using var page = await OpenAsync(studio);
        var questions = page.Render<Questions>(p => p.Add(q => q.WeddingId, TwoWeddings.First));
        Assert.Equal([$"{Whole}", $"{SecondHalf}"], Asked(questions));
        Assert.Equal("1 more question", questions.Find("[data-testid=questions-left]").TextContent);

        Click(questions, "answer-different");
        questions.WaitForState(() => Asked(questions).SequenceEqual([$"{OtherWhole}", $"{OtherSecondHalf}"]), Patience);
        questions.WaitForState(() => questions.Find("[data-testid=question]").GetAttribute("aria-busy") == "false", Patience);
        Click(questions, "answer-same");
        questions.WaitForElement("[data-testid=questions-done]", Patience);
        questions.WaitForAssertion(() => page.JSInterop.VerifyFocusAsyncInvoke(), Patience);

        var people = await studio.Store.ReadAsync(
            db => Task.FromResult(db.People.Where(p => p.WeddingId == TwoWeddings.First).ToDictionary(p => p.Id)), CancellationToken.None);
        Assert.Equal((5, OtherWhole), (people[OtherWhole].PhotoCount, people[OtherSecondHalf].RedirectToId));
        Assert.Null(people[SecondHalf].RedirectToId);
    }

    [Fact]
    public async Task A_skipped_question_is_not_asked_again_in_this_visit_and_none_may_be_put_off()
    {
        await using var studio = new StudioApp();
        await using var page = await OpenAsync(studio);
        var questions = page.Render<Questions>(p => p.Add(q => q.WeddingId, TwoWeddings.First));
        questions.WaitForElement("[data-testid=question]", Patience);

        Click(questions, "answer-skip");
        Assert.Equal([$"{OtherWhole}", $"{OtherSecondHalf}"], Asked(questions));
        questions.Find("[data-testid=questions-later]").Click();
        Assert.Empty(questions.FindAll("[data-testid=question]"));
        questions.WaitForAssertion(() => page.JSInterop.VerifyFocusAsyncInvoke(1), Patience);
        questions.Find("[data-testid=questions-open]").Click();
        questions.WaitForAssertion(() => page.JSInterop.VerifyFocusAsyncInvoke(2), Patience);
        Click(questions, "answer-skip");

        Assert.Empty(questions.Markup.Trim());
    }

    [Fact]
    public async Task The_second_click_of_two_answers_nothing_and_neither_does_an_answer_to_another_question()
    {
        await using var studio = new StudioApp();
        await using var page = await OpenAsync(studio);
        using var state = page.Services.GetRequiredService<QuestionState>();
        await state.OpenAsync(TwoWeddings.First, work => work());
        var first = state.Current!;

        state.Skip(first);
        Assert.Same(first, state.Current);
        _clock.Pass(QuestionState.Unseen);
        state.Skip(first);
        var second = state.Current!;
        Assert.NotSame(first, second);
        state.Skip(second);
        _clock.Pass(QuestionState.Unseen);
        state.Skip(first);
        await state.SameAsync(first);

        Assert.Same(second, state.Current);
        Assert.Equal(0, state.Answered);
    }

    [Fact]
    public async Task Whoever_became_the_one_with_the_name_is_asked_about_no_more()
    {
        await using var studio = new StudioApp();
        await using var page = await OpenAsync(studio,
            Album().Add(ThirdPart, ComparedAlbum.Like(Whole, .6, 42), clothes: Whole, photos: 1, minute: 57));
        await studio.Get<PeopleStage>().CorrectAsync(TwoWeddings.First, "kim",
            new Statement(CorrectionKind.Named, [SecondHalf], [], []) { Name = "Anna" }, CancellationToken.None);
        using var state = page.Services.GetRequiredService<QuestionState>();
        await state.OpenAsync(TwoWeddings.First, work => work());
        await page.Services.GetRequiredService<StudioConnection>().WatchAsync(TwoWeddings.First);
        var asked = state.Current!;
        Assert.Equal((Whole, SecondHalf), (asked.First.Id, asked.Second.Id));
        var shown = new System.Collections.Concurrent.ConcurrentQueue<int>();
        state.Changed += () => shown.Enqueue(state is { IsBusy: false, Current: { } now } ? now.First.Id : 0);

        _clock.Pass(QuestionState.Unseen);
        await state.SameAsync(asked);
        for (var waited = TimeSpan.Zero; state.More == 0 && waited < Patience; waited += TimeSpan.FromMilliseconds(50))
            await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(Whole, shown);
        Assert.Equal(1, state.More);
    }

    private void Click(IRenderedComponent<Questions> questions, string button)
    {
        _clock.Pass(QuestionState.Unseen);
        questions.Find($"[data-testid={button}]").Click();
    }

    private static string?[] Asked(IRenderedComponent<Questions> questions)
    {
        questions.WaitForElement("[data-testid=question]", Patience);
        return [.. questions.FindAll("[data-testid=questioned]").Select(one => one.GetAttribute("data-person"))];
    }

    private async Task<BunitContext> OpenAsync(StudioApp studio, ComparedAlbum? album = null)
    {
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TwoWeddings.First, Name = "Anna & Ben", TimeZone = "Europe/Paris", NextPersonId = 1,
                CreatedAt = DateTime.UtcNow });
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await FillAsync(studio.Store, TwoWeddings.First, album: album);
        var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Services.AddScoped<CorrectionDesk>();
        page.Services.AddSingleton<TimeProvider>(_clock);
        page.Services.AddTransient<QuestionState>();
        return page;
    }
}
