using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Tests.Access;

public sealed class HubAccessTests
{
    private static readonly string[] Refusals = ["""["Access.WeddingNotOpen"]""", """["Access.OnlyPlanner"]"""];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_negotiates_without_a_token_of_this_studio_not_even_a_guest_or_a_signed_in_browser()
    {
        await using var studio = new StudioApp();
        var (wedding, _) = await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var anonymous = studio.Visitor();
        using var guest = studio.Visitor();
        await Guests.EnterAsync(studio, guest, wedding);
        using var browser = await studio.SignedInAsync("Mia");
        using var forged = studio.Visitor();
        forged.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", userId);
        using var page = studio.Visitor();
        page.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer",
            studio.Get<StudioTokens>().Issue(await studio.Get<SignIns>().BeginAsync(userId, Ct)));

        foreach (var stranger in (HttpClient[])[anonymous, guest, browser, forged])
            Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(stranger));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(page));
    }

    [Fact]
    public async Task A_couple_is_refused_by_every_method_for_another_wedding()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await using var hub = await studio.HubAsync(await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First));

        foreach (var method in MethodsAboutAWedding())
        {
            var refusal = await Assert.ThrowsAsync<HubException>(
                () => hub.InvokeCoreAsync(method.Name, typeof(object), ArgumentsOf(method, TwoWeddings.Second), Ct));
            Assert.True(Refusals.Any(words => refusal.Message.EndsWith(words, StringComparison.Ordinal)),
                $"{method.Name}: {refusal.Message}");
        }
    }

    [Fact]
    public async Task A_couple_sees_its_own_wedding_and_a_planner_all()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await using var couple = await studio.HubAsync(await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First));
        await using var planner = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));

        Assert.Equal([TwoWeddings.First], (await couple.InvokeAsync<WeddingView[]>(nameof(StudioHub.Weddings), Ct)).Select(w => w.Id));
        Assert.Equal(2, (await planner.InvokeAsync<WeddingView[]>(nameof(StudioHub.Weddings), Ct)).Length);
        await Assert.ThrowsAsync<HubException>(() => couple.InvokeAsync<DeskAnswer>(nameof(StudioHub.CreateWedding), "Mine", Ct));
        await Assert.ThrowsAsync<HubException>(() => couple.InvokeAsync<object>(nameof(StudioHub.Browse), null, Ct));
    }

    [Fact]
    public async Task A_couple_is_refused_by_every_method_of_the_planner_for_its_own_wedding()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await using var couple = await studio.HubAsync(await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First));
        var planners = Methods().Where(m => m.GetCustomAttribute<NeedsAttribute>()?.Right == HubRight.Planner).ToList();

        Assert.Equal(["Browse", "ChooseFolder", "CreateWedding", "DrawWedding", "FetchModelUpgrade", "InviteCouple", "ModelUpgrade",
            "NewPasswordLink", "RemoveMember", "StopModelUpgrade"],
            planners.Select(m => m.Name).Order(StringComparer.Ordinal));
        foreach (var method in planners)
        {
            var refusal = await Assert.ThrowsAsync<HubException>(
                () => couple.InvokeCoreAsync(method.Name, typeof(object), ArgumentsOf(method, TwoWeddings.First), Ct));
            Assert.EndsWith("""["Access.OnlyPlanner"]""", refusal.Message);
        }
    }

    [Fact]
    public void Every_method_is_one_of_the_contracts_and_says_whom_it_answers()
    {
        Type[] rooms = [typeof(IWeddingsHub), typeof(IPhotosHub), typeof(IPeopleHub), typeof(IPicksHub), typeof(IGalleriesHub)];

        Assert.Equal(rooms.SelectMany(room => room.GetMethods()).Select(m => m.Name).Order(StringComparer.Ordinal),
            Methods().Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.All(Methods(), method => Assert.NotNull(method.GetCustomAttribute<NeedsAttribute>()));
        Assert.All(Methods().Where(m => m.GetCustomAttribute<NeedsAttribute>()!.Right == HubRight.Member),
            method => Assert.Contains(method, MethodsAboutAWedding()));

        // The filter looks at the first argument alone.
        Assert.All(Methods().SelectMany(m => m.GetParameters())
            .Where(p => p.ParameterType == typeof(WeddingId) || p.ParameterType == typeof(WeddingId?)),
            parameter => Assert.Equal((0, typeof(WeddingId)), (parameter.Position, parameter.ParameterType)));
    }

    [Fact]
    public async Task A_method_that_says_nothing_of_rights_answers_nobody()
    {
        await using var studio = new StudioApp();
        var userId = await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        var called = new HubInvocationContext(new Caller(userId), studio.Services, new Careless(),
            typeof(Careless).GetMethod(nameof(Careless.Everything))!, []);

        var refusal = await Assert.ThrowsAsync<HubException>(async () => await new RightsFilter(studio.Get<StudioRights>())
            .InvokeMethodAsync(called, _ => ValueTask.FromResult<object?>(1)));

        Assert.Equal("""["Access.CannotBeAsked"]""", refusal.Message);
    }

    private sealed class Careless : Hub
    {
        public int Everything() => 1;
    }

    private sealed class Caller(string userId) : HubCallerContext
    {
        public override string ConnectionId => "1";
        public override string? UserIdentifier => userId;
        public override ClaimsPrincipal? User { get; } =
            new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId), new Claim(SignedIn.ClaimType, "1")]));
        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override CancellationToken ConnectionAborted => Ct;

        public override void Abort()
        {
        }
    }

    [Fact]
    public async Task Rights_that_are_taken_away_end_at_the_next_call()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        var userId = await studio.AddUserAsync("Anna", StudioUser.CoupleRole, TwoWeddings.First);
        await using var couple = await studio.HubAsync(userId);
        await using var planner = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        await couple.InvokeAsync<WeddingView>(nameof(StudioHub.Wedding), TwoWeddings.First, Ct);

        await planner.InvokeAsync<DeskAnswer>(nameof(StudioHub.RemoveMember), TwoWeddings.First, userId, Ct);

        await Assert.ThrowsAsync<HubException>(() => couple.InvokeAsync<WeddingView>(nameof(StudioHub.Wedding), TwoWeddings.First, Ct));
    }

    [Fact]
    public async Task Who_watches_hears_at_once_how_far_the_analysis_is()
    {
        await using var studio = new StudioApp();
        await TwoWeddings.InAsync(studio);
        await using var hub = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));
        var heard = new TaskCompletionSource<ProgressNews>();
        hub.On<ProgressNews>(nameof(IStudioClient.ProgressChanged), heard.SetResult);

        await hub.InvokeAsync(nameof(StudioHub.Watch), TwoWeddings.First, Ct);

        Assert.Equal(TwoWeddings.First, (await heard.Task.WaitAsync(Ct)).WeddingId);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(HttpClient visitor) =>
        (await visitor.PostAsync("/hub/negotiate?negotiateVersion=1", null, Ct)).StatusCode;

    private static IEnumerable<MethodInfo> Methods() =>
        typeof(StudioHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    // Leave only ends what the caller's own connection hears.
    private static IEnumerable<MethodInfo> MethodsAboutAWedding() =>
        Methods().Where(m => m.GetParameters() is [{ Name: "weddingId" }, ..] && m.Name != nameof(StudioHub.Leave));

    private static object?[] ArgumentsOf(MethodInfo method, WeddingId weddingId) => [.. method.GetParameters()
        .Select(p => p.Name == "weddingId" ? weddingId
            : p.ParameterType == typeof(Statement) ? new Statement(CorrectionKind.Hidden, [1], [], [])
            : p.ParameterType == typeof(PhotoShare) ? new PhotoShare(.1, .1, .2, .2)
            : p.ParameterType == typeof(bool) ? true
            : p.ParameterType == typeof(string) ? "x"
            : (object)1)];
}
