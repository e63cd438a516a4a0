using System.Net;
using System.Net.Http.Headers;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;

namespace WeddingStudio.Tests.Words;

/// <summary>A visitor reads the language they chose, else the first their browser asks for that the studio speaks.</summary>
public sealed class LanguageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de", "de", "Willkommen zurück")]
    [InlineData("de-AT, en;q=0.8", "de", "Willkommen zurück")]
    [InlineData("fr, de;q=0.7, en;q=0.3", "de", "Willkommen zurück")]
    [InlineData("en-GB, de;q=0.5", "en", "Welcome back")]
    [InlineData("fr", "en", "Welcome back")]
    [InlineData(null, "en", "Welcome back")]
    public async Task The_browser_says_which_language_is_read(string? accepted, string language, string welcome)
    {
        await using var studio = new StudioApp();
        using var visitor = Visitor(studio, accepted);

        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/sign-in", Ct));

        Assert.Contains($"<html lang=\"{language}\">", page);
        Assert.Contains(welcome, page);
    }

    [Fact]
    public async Task The_language_that_was_chosen_counts_more_than_the_browsers_and_can_be_changed_back()
    {
        await using var studio = new StudioApp();
        using var visitor = Visitor(studio, "en");

        Assert.Equal("/sign-in?signedOut=true", await ChooseAsync(visitor, "de", "/sign-in?signedOut=true"));
        var german = WebUtility.HtmlDecode(await visitor.GetStringAsync("/sign-in", Ct));
        await ChooseAsync(visitor, "en", "/");
        var english = await visitor.GetStringAsync("/sign-in", Ct);

        Assert.Contains("Willkommen zurück", german);
        Assert.Contains("href=\"/language?to=en&back=%2Fsign-in\"", german);
        Assert.Contains("Welcome back", english);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData(null)]
    public async Task Choosing_a_language_leads_to_no_other_host(string? back)
    {
        await using var studio = new StudioApp();
        using var visitor = studio.Visitor();

        Assert.Equal("/", await ChooseAsync(visitor, "de", back));
    }

    [Fact]
    public async Task A_language_that_the_studio_does_not_speak_cannot_be_chosen()
    {
        await using var studio = new StudioApp();
        using var visitor = Visitor(studio, "de");

        await ChooseAsync(visitor, "fr", "/");

        Assert.Contains("<html lang=\"de\">", await visitor.GetStringAsync("/sign-in", Ct));
    }

    [Fact]
    public async Task Refusals_and_failures_are_said_in_it_too()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var visitor = Visitor(studio, "de");

        var refused = await StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", "Mia"), ("Form.Password", "wrong password"));
        var nothing = await visitor.GetAsync("/nowhere", Ct);

        Assert.Contains("Name und Passwort passen nicht zusammen.", await refused.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Contains("Hier ist nichts", await nothing.Content.ReadAsStringAsync(Ct));
    }

    private static HttpClient Visitor(StudioApp studio, string? accepted)
    {
        var visitor = studio.Visitor();
        foreach (var language in accepted?.Split(", ") ?? [])
            visitor.DefaultRequestHeaders.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
        return visitor;
    }

    /// <summary>Where it leads.</summary>
    private static async Task<string?> ChooseAsync(HttpClient visitor, string language, string? back)
    {
        var query = back is null ? "" : $"&back={Uri.EscapeDataString(back)}";
        var answer = await visitor.GetAsync($"/language?to={language}{query}", Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location?.OriginalString;
    }
}
