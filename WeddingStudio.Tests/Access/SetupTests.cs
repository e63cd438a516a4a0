using System.Net;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Rights;

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

    [Fact]
    public async Task A_set_up_that_breaks_off_in_the_middle_leaves_nothing_and_can_be_done_again()
    {
        await using var studio = new StudioApp();
        using var visitor = studio.Visitor();
        var link = new Uri(studio.SetupLink).PathAndQuery;
        var role = await studio.Store.ReadAsync(db => db.Roles.SingleAsync(r => r.Name == StudioUser.PlannerRole, Ct), Ct);
        await studio.Store.WriteAsync(db => db.Roles.Where(r => r.Id == role.Id).ExecuteDeleteAsync(Ct), Ct);

        var broken = await StaticForm.SendAsync(visitor, link, ("Form.Name", "Mia"), ("Form.Password", StudioApp.Password));

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Equal(0, await studio.Store.ReadAsync(db => db.Users.CountAsync(Ct), Ct));
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(role);
            await db.SaveChangesAsync(Ct);
        }, Ct);
        await IsSetUpAsync(studio);
    }

    [Fact]
    public async Task A_planner_left_without_a_role_by_an_earlier_version_does_not_lock_the_studio_for_ever()
    {
        await using var studio = new StudioApp();
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new StudioUser { UserName = "Mia", NormalizedUserName = "MIA", SecurityStamp = "x", PasswordHash = "x" });
            await db.SaveChangesAsync(Ct);
        }, Ct);

        await IsSetUpAsync(studio);
        Assert.Equal(1, await studio.Store.ReadAsync(db => db.Users.CountAsync(Ct), Ct));
    }

    [Theory]
    [InlineData("M\u202eia\u0007\r\n", "Mia")]
    [InlineData("\u2068Mia\u2069", "Mia")]
    [InlineData("  Zoë \u200f", "Zoë")]
    [InlineData("Ze\u0308", "Zë")]
    [InlineData("فاطمه\u200cزهرا", "فاطمه\u200cزهرا")]
    public async Task A_planners_name_holds_no_sign_that_nobody_sees_and_signs_in_with_or_without_it(string name, string kept)
    {
        await using var studio = new StudioApp();
        using var visitor = studio.Visitor();

        await StaticForm.SendAsync(visitor, new Uri(studio.SetupLink).PathAndQuery, ("Form.Name", name),
            ("Form.Password", StudioApp.Password));

        Assert.Equal(kept, (await studio.Store.ReadAsync(db => db.Users.SingleAsync(Ct), Ct)).UserName);
        foreach (var typed in (string[])[name, kept])
        {
            using var again = studio.Visitor();
            Assert.Equal(HttpStatusCode.Redirect,
                (await StaticForm.SendAsync(again, "/sign-in", ("Form.Name", typed), ("Form.Password", StudioApp.Password))).StatusCode);
        }
    }

    [Theory]
    [InlineData("123456789", false)]
    [InlineData("aaaaaaaaaa", true)]
    public async Task Ten_letters_are_the_only_rule_for_a_password(string password, bool accepted)
    {
        await using var studio = new StudioApp();
        using var visitor = studio.Visitor();

        var answer = await StaticForm.SendAsync(visitor, new Uri(studio.SetupLink).PathAndQuery, ("Form.Name", "Mia"),
            ("Form.Password", password));

        Assert.Equal(accepted, answer.StatusCode == HttpStatusCode.Redirect);
    }

    private static async Task IsSetUpAsync(StudioApp studio)
    {
        using var planner = studio.Visitor();
        var made = await StaticForm.SendAsync(planner, new Uri(studio.SetupLink).PathAndQuery, ("Form.Name", "Mia"),
            ("Form.Password", StudioApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/", Ct)).StatusCode);
        var mia = await studio.Store.ReadAsync(db => db.Users.SingleAsync(Ct), Ct);
        Assert.True(await studio.Get<StudioRights>().IsPlannerAsync(mia.Id, Ct));
    }

    [Fact]
    public async Task Pages_for_strangers_carry_no_script_and_sign_in_leads_nowhere_else()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", "Planner");
        using var visitor = studio.Visitor();

        Assert.DoesNotContain("<script", await visitor.GetStringAsync("/sign-in", Ct));
        var answer = await StaticForm.SendAsync(visitor, "/sign-in?ReturnUrl=//evil.example", ("Form.Name", "Mia"),
            ("Form.Password", StudioApp.Password));
        Assert.Equal(studio.Url + "/", answer.Headers.Location?.OriginalString);
    }
}
