using System.Net;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Tests.Access;

/// <summary>Where signing in leads, whatever an address from elsewhere asks for.</summary>
public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/%252f%252fevil.example")]
    [InlineData("/./\\evil.example")]
    [InlineData("/x/..//evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/x/%2e%2e//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("http:/evil.example")]
    [InlineData("///evil.example")]
    [InlineData("@evil.example")]
    [InlineData(".evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("mailto:a@evil.example")]
    [InlineData("?x")]
    [InlineData("/\u0000/evil.example")]
    [InlineData("/\u202e//evil.example")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        foreach (var name in (string[])["returnUrl", "ReturnUrl"])
        {
            using var visitor = studio.Visitor();

            var answer = await TryAsync(visitor, "Mia", StudioApp.Password, $"?{name}={Uri.EscapeDataString(returnUrl)}");

            Assert.Equal((HttpStatusCode.Redirect, $"{studio.Url}/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
    }

    [Theory]
    [InlineData("/w/anna-ben/people/3?from=mail&x=%20")]
    [InlineData("/w/anna-ben/share/1#link")]
    [InlineData("/account?a=https://somewhere.example/x")]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for(string returnUrl)
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var visitor = studio.Visitor();

        var answer = await TryAsync(visitor, "Mia", StudioApp.Password, $"?ReturnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(studio.Url + returnUrl, answer.Headers.Location?.OriginalString);
    }

    private static Task<HttpResponseMessage> TryAsync(HttpClient visitor, string name, string password, string query) =>
        StaticForm.SendAsync(visitor, "/sign-in" + query, ("Form.Name", name), ("Form.Password", password));
}
