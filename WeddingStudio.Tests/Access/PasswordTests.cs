using System.Net;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;

namespace WeddingStudio.Tests.Access;

/// <summary>Everybody chooses their own password: by a link that works once, and again whenever they like.</summary>
public sealed class PasswordTests
{
    private const string Chosen = "my very own password";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_password_signs_out_all_other_windows_and_not_this_one()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var here = await studio.SignedInAsync("Mia");
        using var copy = studio.CopyOf(here);
        using var elsewhere = await studio.SignedInAsync("Mia");

        var answer = await ChangeAsync(here, StudioApp.Password, Chosen, Chosen);

        Assert.Contains("Your password is changed", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal((true, false, false), (await IsInAsync(here), await IsInAsync(copy), await IsInAsync(elsewhere)));
        Assert.Equal((false, true), (await SignsInAsync(studio, "Mia", StudioApp.Password), await SignsInAsync(studio, "Mia", Chosen)));
    }

    [Theory]
    [InlineData("not my password", Chosen, Chosen, "The current password is not right")]
    [InlineData(StudioApp.Password, Chosen, "something else", "differ")]
    [InlineData(StudioApp.Password, "short", "short", "at least 10")]
    public async Task A_password_is_changed_only_by_who_knows_it_to_one_that_is_long_enough(
        string current, string chosen, string again, string words)
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var here = await studio.SignedInAsync("Mia");

        var answer = await ChangeAsync(here, current, chosen, again);

        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Ct));
        Assert.True(await IsInAsync(here));
        Assert.True(await SignsInAsync(studio, "Mia", StudioApp.Password));
    }

    [Fact]
    public async Task The_couple_chooses_its_password_by_a_link_that_works_once()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var link = (await InviteAsync(studio, "Anna & Ben")).Path!;
        using var chat = studio.Visitor();
        using var couple = studio.Visitor();

        // A chat program looks at the link before it shows it.
        await chat.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), Ct);
        Assert.Contains("Anna &amp; Ben", await chat.GetStringAsync(link, Ct));
        Assert.False(await SignsInAsync(studio, "Anna & Ben", ""));

        Assert.Contains("at least 10", await (await ChooseAsync(couple, link, "short", "short")).Content.ReadAsStringAsync(Ct));
        Assert.Equal("/", (await ChooseAsync(couple, link, Chosen, Chosen)).Headers.Location?.PathAndQuery ?? "");

        Assert.True(await IsInAsync(couple));
        Assert.True(await SignsInAsync(studio, "anna & ben", Chosen));
        Assert.Contains("does not work any more", await chat.GetStringAsync(link, Ct));
        var late = await ChooseAsync(chat, link, "the password of a thief", "the password of a thief");
        Assert.Contains("does not work any more", await late.Content.ReadAsStringAsync(Ct));
        Assert.False(await SignsInAsync(studio, "Anna & Ben", "the password of a thief"));
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_chooses_the_password()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var link = (await InviteAsync(studio, "Anna")).Path!;
        var visitors = Enumerable.Range(0, 6).Select(_ => studio.Visitor()).ToList();

        var answers = await Task.WhenAll(
            visitors.Select((visitor, i) => ChooseAsync(visitor, link, $"password number {i}", $"password number {i}")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("another link")]
    [InlineData("password changed")]
    [InlineData("removed")]
    [InlineData("guessed")]
    public async Task A_link_that_is_over_opens_nothing(string how)
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await using var planner = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        var invitation = await planner.InvokeAsync<InvitationView>(nameof(StudioHub.InviteCouple), TwoWeddings.First, "Anna", Ct);
        var userId = (await planner.InvokeAsync<MemberView[]>(nameof(StudioHub.Members), TwoWeddings.First, Ct)).Single().UserId;
        var link = how == "guessed" ? "/password?code=AAAAAAAAAAAAAAAAAAAAAA" : invitation.Path!;
        if (how == "expired")
            await studio.Store.WriteAsync(
                db => db.PasswordLinks.ExecuteUpdateAsync(set => set.SetProperty(l => l.EndsAt, DateTime.UtcNow.AddMinutes(-1)), Ct), Ct);
        else if (how == "another link")
            await planner.InvokeAsync<InvitationView>(nameof(StudioHub.NewPasswordLink), TwoWeddings.First, userId, Ct);
        else if (how == "removed")
            await planner.InvokeAsync<DeskAnswer>(nameof(StudioHub.RemoveMember), TwoWeddings.First, userId, Ct);
        else if (how == "password changed")
            await ChangeByLinkAsync(studio, planner, userId);
        using var visitor = studio.Visitor();

        Assert.Contains("does not work any more", await visitor.GetStringAsync(link, Ct));
        var answer = await ChooseAsync(visitor, link, Chosen, Chosen);

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(await IsInAsync(visitor));
    }

    [Fact]
    public async Task Nothing_on_the_disk_holds_a_code_and_no_address_passes_it_on()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var link = (await InviteAsync(studio, "Anna")).Path!;
        var code = link.Split('=')[1];
        Assert.Equal(22, code.Length);

        foreach (var file in Directory.EnumerateFiles(studio.Paths.DataDirectory, "studio.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Ct);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(code)));
        }

        using var visitor = studio.Visitor();
        using var page = await visitor.GetAsync(link, Ct);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(page.Headers.CacheControl is { NoStore: true });
        Assert.DoesNotContain("<script", await page.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_by_a_new_link_and_ends_what_was_open()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First);
        using var old = await studio.SignedInAsync("Anna");
        await using var planner = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        var link = (await planner.InvokeAsync<InvitationView>(nameof(StudioHub.NewPasswordLink), TwoWeddings.First, userId, Ct)).Path!;
        Assert.True(await IsInAsync(old));
        using var visitor = studio.Visitor();

        await ChooseAsync(visitor, link, Chosen, Chosen);

        Assert.Equal((true, false), (await IsInAsync(visitor), await IsInAsync(old)));
        Assert.Equal((false, true), (await SignsInAsync(studio, "Anna", StudioApp.Password), await SignsInAsync(studio, "Anna", Chosen)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u202e\u0000\n")]
    [InlineData("mia")]
    [InlineData("M\u0000ia")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public async Task Nobody_is_invited_under_no_name_or_one_that_is_taken(string name)
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);

        var answer = await InviteAsync(studio, name);

        Assert.Equal((false, null), (answer.Done, answer.Path));
        Assert.Equal(1, await studio.Store.ReadAsync(db => db.Users.CountAsync(Ct), Ct));
    }

    [Fact]
    public async Task A_link_is_made_for_members_of_the_wedding_alone()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var other = await studio.AddUserAsync("Carla", StudioUser.CoupleRole, TwoWeddings.Second);
        var plannerId = await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await using var planner = await studio.HubAsync(plannerId);

        foreach (var userId in (string[])[other, plannerId, "nobody"])
            Assert.Null((await planner.InvokeAsync<InvitationView>(nameof(StudioHub.NewPasswordLink), TwoWeddings.First, userId, Ct)).Path);
        Assert.Empty(await studio.Store.ReadAsync(db => db.PasswordLinks.ToListAsync(Ct), Ct));
    }

    private static async Task<InvitationView> InviteAsync(StudioApp studio, string name)
    {
        await using var planner = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        return await planner.InvokeAsync<InvitationView>(nameof(StudioHub.InviteCouple), TwoWeddings.First, name, Ct);
    }

    /// <summary>The link in question is the one that was there before this one was made and used.</summary>
    private static async Task ChangeByLinkAsync(StudioApp studio, HubConnection planner, string userId)
    {
        using var couple = studio.Visitor();
        var link = await planner.InvokeAsync<InvitationView>(nameof(StudioHub.NewPasswordLink), TwoWeddings.First, userId, Ct);
        await ChooseAsync(couple, link.Path!, Chosen, Chosen);
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient visitor, string link, string chosen, string again) =>
        StaticForm.SendAsync(visitor, link, ("Form.Chosen", chosen), ("Form.Again", again));

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient visitor, string current, string chosen, string again) =>
        StaticForm.SendAsync(visitor, "/account", ("Form.Current", current), ("Form.Chosen", chosen), ("Form.Again", again));

    private static async Task<bool> SignsInAsync(StudioApp studio, string name, string password)
    {
        using var visitor = studio.Visitor();
        return (await StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", name), ("Form.Password", password)))
            .StatusCode == HttpStatusCode.Redirect;
    }

    private static async Task<bool> IsInAsync(HttpClient visitor) => (await visitor.GetAsync("/", Ct)).StatusCode == HttpStatusCode.OK;
}
