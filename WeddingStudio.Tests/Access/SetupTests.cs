using System.Net;

namespace WeddingStudio.Tests.Access;

public sealed class SetupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_users_every_page_leads_to_the_sign_in_which_says_to_open_the_link()
    {
        await using var studio = new StudioApp();
        using var visitor = studio.Visitor();

        foreach (var page in (string[])["/", "/w/anna-ben/people", "/w/anna-ben/share/1"])
            Assert.StartsWith("/sign-in", (await visitor.GetAsync(page, Ct)).Headers.Location!.PathAndQuery);
        Assert.Contains("set-up link", await visitor.GetStringAsync("/sign-in", Ct));
        Assert.DoesNotContain("<form", await visitor.GetStringAsync("/setup?code=guess", Ct));
    }

    [Fact]
    public async Task The_set_up_link_makes_one_planner_and_no_second()
    {
        await using var studio = new StudioApp();
        using var planner = studio.Visitor();
        using var stranger = studio.Visitor();
        var link = new Uri(studio.SetupLink).PathAndQuery;
        using var lateForm = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(studio.Url) };
        await lateForm.GetStringAsync(link, Ct);

        var made = await StaticForm.SendAsync(planner, link, ("Form.Name", "Zoë"), ("Form.Password", StudioApp.Password));

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/", Ct)).StatusCode);
        Assert.DoesNotContain("<form", await stranger.GetStringAsync(link, Ct));
    }

    [Theory]
    [InlineData("123456789", false)]
    [InlineData("aaaaaaaaaa", true)]
    public async Task Ten_letters_are_the_only_rule_for_a_password(string password, bool accepted)
    {
        await using var studio = new StudioApp();
        using var visitor = studio.Visitor();

        var answer = await StaticForm.SendAsync(visitor, new Uri(studio.SetupLink).PathAndQuery, ("Form.Name", "Mia"), ("Form.Password", password));

        Assert.Equal(accepted, answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Wrong_passwords_lock_a_user_out_for_a_while()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", "Planner");
        using var visitor = studio.Visitor();

        for (var attempt = 0; attempt < 8; attempt++)
            await StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", "Mia"), ("Form.Password", "wrong password"));
        var answer = await StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", "Mia"), ("Form.Password", StudioApp.Password));

        Assert.Contains("wait five minutes", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Pages_for_strangers_carry_no_script_and_sign_in_leads_nowhere_else()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", "Planner");
        using var visitor = studio.Visitor();

        Assert.DoesNotContain("<script", await visitor.GetStringAsync("/sign-in", Ct));
        var answer = await StaticForm.SendAsync(visitor, "/sign-in?ReturnUrl=//evil.example", ("Form.Name", "Mia"), ("Form.Password", StudioApp.Password));
        Assert.Equal(studio.Url + "/", answer.Headers.Location?.OriginalString);
    }
}
