using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Hosting.Doors.Rights;
using WeddingStudio.Engine.Jobs;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Access;

/// <summary>Signing out, in every form, ends what the sign-in opened: for copies of the cookie, for open windows, for tokens.</summary>
public sealed class SignOutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_once_its_owner_signed_out()
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, wedding.WeddingId);
        using var window = await studio.SignedInAsync("Anna");
        using var copy = studio.CopyOf(window);
        Assert.True(await IsInAsync(copy, wedding));

        await SignOutAsync(window);

        Assert.False(await IsInAsync(copy, wedding));
        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_here_leaves_the_other_devices_signed_in_and_signing_out_everywhere_none()
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        await studio.AddUserAsync("Anna", StudioUser.CoupleRole, wedding.WeddingId);
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var laptop = await studio.SignedInAsync("Anna");
        using var phone = await studio.SignedInAsync("Anna");
        using var tablet = await studio.SignedInAsync("Anna");
        using var planner = await studio.SignedInAsync("Mia");

        await SignOutAsync(laptop);
        Assert.Equal((false, true, true),
            (await IsInAsync(laptop, wedding), await IsInAsync(phone, wedding), await IsInAsync(tablet, wedding)));

        await SignOutAsync(phone, ("Form.Everywhere", "true"));
        Assert.Equal((false, false, true),
            (await IsInAsync(phone, wedding), await IsInAsync(tablet, wedding), await IsInAsync(planner, wedding)));
    }

    [Theory]
    [InlineData("stamp")]
    [InlineData("password")]
    [InlineData("removed")]
    [InlineData("expired")]
    public async Task Whatever_ends_a_sign_in_ends_its_cookie_at_the_next_request(string how)
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Anna", StudioUser.CoupleRole, wedding.WeddingId);
        using var window = await studio.SignedInAsync("Anna");
        Assert.True(await IsInAsync(window, wedding));

        await EndAsync(studio, userId, how);

        Assert.False(await IsInAsync(window, wedding));
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("stamp")]
    [InlineData("password")]
    [InlineData("removed")]
    [InlineData("expired")]
    public async Task Whatever_ends_a_sign_in_cuts_its_lines_and_refuses_its_tokens(string how)
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First);
        var who = await studio.Get<SignIns>().BeginAsync(userId, Ct);
        var token = studio.Get<StudioTokens>().Issue(who);
        await using var line = await studio.HubAsync(who);
        var cut = new TaskCompletionSource();
        line.Closed += _ =>
        {
            cut.TrySetResult();
            return Task.CompletedTask;
        };
        var heard = 0;
        line.On<StudioNews>(nameof(IStudioClient.PeopleChanged), _ => heard++);
        await line.InvokeAsync(nameof(StudioHub.Watch), TwoWeddings.First, Ct);

        await (how == "signed out" ? studio.Get<SignIns>().EndAsync(who, Ct) : EndAsync(studio, userId, how));
        await studio.Get<HubConnections>().ReviewAsync(Ct);
        studio.Get<StudioEvents>().OnPeopleChanged(new StudioChange(TwoWeddings.First, 1, []));

        // A program that goes on asking gets nothing, least of all a guest's link.
        await Assert.ThrowsAnyAsync<Exception>(
            () => line.InvokeAsync<GalleryLinkView>(nameof(StudioHub.NewLink), TwoWeddings.First, 1, Ct));
        await cut.Task.WaitAsync(Ct);
        Assert.Equal(0, heard);
        using var visitor = studio.Visitor();
        visitor.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync("/hub/negotiate?negotiateVersion=1", null, Ct)).StatusCode);
    }

    [Fact]
    public async Task Whoever_lost_one_wedding_hears_no_more_of_it_and_goes_on_with_the_other()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First, TwoWeddings.Second);
        await using var couple = await studio.HubAsync(userId);
        await using var planner = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        var heard = new ConcurrentQueue<WeddingId>();
        couple.On<StudioNews>(nameof(IStudioClient.PeopleChanged), news => heard.Enqueue(new(news.WeddingId.Value)));
        foreach (var weddingId in (string[])[TwoWeddings.First.Value, TwoWeddings.Second.Value])
            await couple.InvokeAsync(nameof(StudioHub.Watch), weddingId, Ct);

        await planner.InvokeAsync<DeskAnswer>(nameof(StudioHub.RemoveMember), TwoWeddings.First, userId, Ct);
        foreach (var weddingId in (string[])[TwoWeddings.First.Value, TwoWeddings.Second.Value])
            studio.Get<StudioEvents>().OnPeopleChanged(new StudioChange(new(weddingId), 1, []));

        Assert.Equal([TwoWeddings.Second], (await couple.InvokeAsync<WeddingView[]>(nameof(StudioHub.Weddings), Ct)).Select(w => w.Id));

        // News comes in its order: what was to be heard of the first wedding would come before this.
        await Eventually.IsAsync(() => Task.FromResult(heard.Contains(TwoWeddings.Second)));
        Assert.Equal([TwoWeddings.Second], heard);
    }

    [Fact]
    public async Task A_backup_brings_no_sign_in_back_that_was_ended_since()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var window = await studio.SignedInAsync("Mia");
        using var copy = studio.CopyOf(window);
        var (file, restored) = (Path.Combine(studio.Folder, "copy.backup"), Path.Combine(studio.Folder, "restored"));
        Assert.Equal(0, await RunAsync("backup", "--out", file, "--data", studio.Paths.DataDirectory));
        await SignOutAsync(window);

        Assert.Equal(0, await RunAsync("restore", file, "--data", restored));

        await using var again = new StudioApp(("Studio:DataDirectory", restored));
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync($"{again.Url}/", Ct)).StatusCode);
        using var afterwards = await again.SignedInAsync("Mia");
        Assert.Equal(HttpStatusCode.OK, (await afterwards.GetAsync("/", Ct)).StatusCode);
    }

    [Fact]
    public async Task One_user_holds_so_many_lines_and_no_more()
    {
        await using var studio = new StudioApp();
        var who = await studio.Get<SignIns>().BeginAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole), Ct);
        var lines = new List<HubConnection>();
        try
        {
            for (var line = 0; line < 64; line++)
                lines.Add(await studio.HubAsync(who));
            await lines[^1].InvokeAsync<WeddingView[]>(nameof(StudioHub.Weddings), Ct);

            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                lines.Add(await studio.HubAsync(who));
                await lines[^1].InvokeAsync<WeddingView[]>(nameof(StudioHub.Weddings), Ct);
            });
        }
        finally
        {
            foreach (var line in lines)
                await line.DisposeAsync();
        }
    }

    private static async Task<int> RunAsync(params string[] args)
    {
        using var command = StudioProcess.Start(args);
        return await command.ExitCodeAsync(Ct);
    }

    private static async Task EndAsync(StudioApp studio, string userId, string how)
    {
        await using var scope = studio.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StudioUser>>();
        var user = (await users.FindByIdAsync(userId))!;
        Assert.True(how switch
        {
            "stamp" => (await users.UpdateSecurityStampAsync(user)).Succeeded,
            "password" => (await users.ChangePasswordAsync(user, StudioApp.Password, "another password")).Succeeded,
            "removed" => (await users.DeleteAsync(user)).Succeeded,
            _ => await studio.Store.WriteAsync(db =>
                db.SignIns.ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, DateTime.UtcNow.AddMinutes(-1)), Ct), Ct) == 1,
        });
    }

    private static async Task SignOutAsync(HttpClient window, params (string, string)[] fields) =>
        Assert.Equal("/sign-in", (await StaticForm.SendAsync(window, "/sign-out", fields)).Headers.Location?.AbsolutePath);

    /// <summary>All doors say the same.</summary>
    private static async Task<bool> IsInAsync(HttpClient window, Seeded wedding)
    {
        using var page = await window.GetAsync("/", Ct);
        using var picture = await window.GetAsync(wedding.PreviewUrl, Ct);
        using var account = await window.GetAsync("/account", Ct);
        Assert.Equal((page.StatusCode, picture.StatusCode == HttpStatusCode.OK),
            (account.StatusCode, page.StatusCode == HttpStatusCode.OK));
        return page.StatusCode == HttpStatusCode.OK;
    }
}
