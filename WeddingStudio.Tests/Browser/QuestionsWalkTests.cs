using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.People.Suggestions;
using WeddingStudio.Web.Components.People;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>Questions answered in a real browser, by mouse, by keyboard and on a phone.</summary>
public sealed class QuestionsWalkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_couple_answers_takes_back_and_answers_again()
    {
        await using var studio = new StudioApp();
        await using var chromium = await Chromium.StartAsync(studio.Url);
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TwoWeddings.First, Name = "Anna & Ben", TimeZone = "Europe/Paris", NextPersonId = 1,
                CreatedAt = DateTime.UtcNow });
            await db.SaveChangesAsync(Ct);
        }, Ct);
        await QuestionedWedding.FillAsync(studio.Store, TwoWeddings.First);
        await studio.AddUserAsync("Mia", StudioUser.CoupleRole, TwoWeddings.First);
        var page = await chromium.WindowAsync();
        await SignInAsync(page);
        var tiles = page.GetByTestId("person");
        await Expect(tiles.First).ToBeVisibleAsync();
        var people = await tiles.CountAsync();
        await Expect(page.GetByTestId("questions-left")).ToHaveTextAsync("1 more question");

        await SeenAsync(page);
        await page.GetByTestId("answer-same").FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.GetByTestId("questions-left")).ToHaveTextAsync("The last question");
        await Expect(page.GetByText("are different people.")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("answer-same")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.GetByTestId("questions-left")).ToHaveTextAsync("1 more question");
        await SeenAsync(page);
        await page.GetByTestId("answer-same").ClickAsync();
        await Expect(page.GetByTestId("questions-done")).ToHaveCountAsync(0);

        var phone = await chromium.WindowAsync(widthPx: 390, heightPx: 844);
        await SignInAsync(phone);
        await Expect(phone.GetByTestId("questions-left")).ToHaveTextAsync("The last question");
        var width = await phone.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await phone.GetByTestId("questions-later").ClickAsync();
        await Expect(phone.GetByTestId("questions-open")).ToBeFocusedAsync();
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.GetByTestId("question")).ToBeFocusedAsync();
        await SeenAsync(phone);
        await phone.Keyboard.PressAsync("y");
        await Expect(phone.GetByTestId("questions-done")).ToBeFocusedAsync();
        await Expect(page.GetByTestId("question")).ToHaveCountAsync(0);

        Assert.InRange(width, 1, 390);
        Assert.Equal(people, await tiles.CountAsync());
        Assert.Equal(2, await studio.Store.ReadAsync(db => db.People.CountAsync(p => p.RedirectToId != null, Ct), Ct));
        Assert.Empty(chromium.RequestsElsewhere);
    }

    /// <summary>What is answered before anybody can have seen it is no answer.</summary>
    private static Task SeenAsync(IPage page) => page.WaitForTimeoutAsync(2 * (float)QuestionState.Unseen.TotalMilliseconds);

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync($"/w/{TwoWeddings.First}/people");
        await page.GetByTestId("name").FillAsync("Mia");
        await page.GetByTestId("password").FillAsync(StudioApp.Password);
        await page.GetByTestId("sign-in").ClickAsync();
        await Expect(page.GetByTestId("question")).ToBeVisibleAsync();
    }
}
