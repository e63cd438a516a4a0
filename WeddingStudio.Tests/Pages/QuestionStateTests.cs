using Bunit;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.People.Suggestions;
using WeddingStudio.Web.Components.Corrections;
using WeddingStudio.Web.Components.People;
using static WeddingStudio.Tests.People.Suggestions.QuestionedWedding;

namespace WeddingStudio.Tests.Pages;

/// <summary>The questions of the People page through the hub of a running studio.</summary>
public sealed class QuestionStateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Answers_are_followed_by_the_next_question_and_thanks_after_the_last()
    {
        await using var studio = new StudioApp();
        await using var page = await OpenAsync(studio);
        var questions = page.Render<Questions>(p => p.Add(q => q.WeddingId, TwoWeddings.First));
        Assert.Equal([$"{Whole}", $"{SecondHalf}"], Asked(questions));
        Assert.Equal("1 more question", questions.Find("[data-testid=questions-left]").TextContent);

        questions.Find("[data-testid=answer-different]").Click();
        questions.WaitForState(() => Asked(questions).SequenceEqual([$"{OtherWhole}", $"{OtherSecondHalf}"]), Patience);
        questions.WaitForState(() => questions.Find("[data-testid=question]").GetAttribute("aria-busy") == "false", Patience);
        questions.Find("[data-testid=answer-same]").Click();
        questions.WaitForElement("[data-testid=questions-done]", Patience);

        var people = await studio.Store.ReadAsync(db => Task.FromResult(db.People.Where(p => p.WeddingId == TwoWeddings.First).ToDictionary(p => p.Id)), CancellationToken.None);
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

        questions.Find("[data-testid=answer-skip]").Click();
        Assert.Equal([$"{OtherWhole}", $"{OtherSecondHalf}"], Asked(questions));
        questions.Find("[data-testid=questions-later]").Click();
        Assert.Empty(questions.FindAll("[data-testid=question]"));
        questions.Find("[data-testid=questions-open]").Click();
        questions.Find("[data-testid=answer-skip]").Click();

        Assert.Empty(questions.Markup.Trim());
    }

    private static string?[] Asked(IRenderedComponent<Questions> questions)
    {
        questions.WaitForElement("[data-testid=question]", Patience);
        return [.. questions.FindAll("[data-testid=questioned]").Select(one => one.GetAttribute("data-person"))];
    }

    private static async Task<BunitContext> OpenAsync(StudioApp studio)
    {
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TwoWeddings.First, Name = "Anna & Ben", TimeZone = "Europe/Paris", NextPersonId = 1, CreatedAt = DateTime.UtcNow });
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await FillAsync(studio.Store, TwoWeddings.First);
        var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Services.AddScoped<CorrectionDesk>();
        page.Services.AddTransient<QuestionState>();
        return page;
    }
}
