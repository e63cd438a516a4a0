using Microsoft.Playwright;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace WeddingStudio.Tests.Browser;

/// <summary>Planner and couple at the door, in real browsers with open windows.</summary>
public sealed class SignOutWalkTests
{
    private const string Chosen = "my very own password";

    [Fact]
    public async Task An_open_window_is_sent_to_sign_in_when_it_was_signed_out_elsewhere_and_comes_back_to_where_it_was()
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var desk = await chromium.WindowAsync();
        await SignInAsync(desk, "Mia", StudioApp.Password);
        await desk.GotoAsync($"/w/{wedding.WeddingId}/share/1");
        await Expect(desk.GetByTestId("wedding-name")).ToBeVisibleAsync();
        var phone = await chromium.WindowAsync(widthPx: 390, heightPx: 844);
        await SignInAsync(phone, "Mia", StudioApp.Password);
        await Expect(phone.GetByTestId("wedding").First).ToBeVisibleAsync();

        // Another window of the same browser.
        var beside = await desk.Context.NewPageAsync();
        await beside.GotoAsync("/sign-out");
        await beside.GetByTestId("sign-out").ClickAsync();

        await Expect(desk.GetByTestId("signed-out")).ToBeVisibleAsync();
        await Expect(phone.GetByTestId("wedding").First).ToBeVisibleAsync();
        await FillAsync(desk, "Mia", StudioApp.Password);
        await Expect(desk).ToHaveURLAsync($"{studio.Url}/w/{wedding.WeddingId}/share/1");
        await Expect(desk.GetByTestId("wedding-name")).ToBeVisibleAsync();

        // And of another device.
        await beside.GotoAsync("/sign-out");
        await beside.GetByTestId("sign-out-everywhere").ClickAsync();
        foreach (var window in (IPage[])[desk, phone])
            await Expect(window.GetByTestId("signed-out")).ToBeVisibleAsync();
        Assert.Empty(chromium.RequestsElsewhere);
    }

    [Fact]
    public async Task The_planner_gives_a_link_and_the_couple_comes_in_by_it_without_script_and_is_shown_out_again()
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await using var chromium = await Chromium.StartAsync(studio.Url);
        var planner = await chromium.WindowAsync();
        await SignInAsync(planner, "Mia", StudioApp.Password);
        await planner.GotoAsync($"/w/{wedding.WeddingId}/access");
        await planner.GetByTestId("couple-name").FillAsync("Anna & Ben");
        await planner.GetByTestId("add-couple").ClickAsync();
        var link = await planner.GetByTestId("couple-link").InputValueAsync();
        await Expect(planner.GetByTestId("only-here")).ToBeVisibleAsync();
        await Expect(planner.GetByTestId("not-yet")).ToBeVisibleAsync();

        var plain = await chromium.WindowAsync(script: false, widthPx: 390, heightPx: 844);
        await plain.GotoAsync(link);
        await plain.GetByTestId("chosen").FillAsync(Chosen);
        await plain.GetByTestId("again").FillAsync(Chosen);
        await plain.GetByTestId("choose").ClickAsync();
        Assert.Equal($"{studio.Url}/", plain.Url);
        await plain.GotoAsync(link);
        await Expect(plain.GetByTestId("link-over")).ToBeVisibleAsync();

        var couple = await chromium.WindowAsync(widthPx: 390, heightPx: 844);
        await SignInAsync(couple, "Anna & Ben", Chosen);
        await Expect(couple.GetByTestId("wedding-name")).ToHaveTextAsync(wedding.WeddingId.Value);

        await planner.ReloadAsync();
        await Expect(planner.GetByTestId("not-yet")).ToHaveCountAsync(0);
        await planner.GetByTestId("remove-member").ClickAsync();
        await Expect(couple.GetByTestId("signed-out")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GotoAsync("/sign-in");
        await FillAsync(page, name, password);
    }

    private static async Task FillAsync(IPage page, string name, string password)
    {
        await page.GetByTestId("name").FillAsync(name);
        await page.GetByTestId("password").FillAsync(password);
        await page.GetByTestId("sign-in").ClickAsync();
    }
}
