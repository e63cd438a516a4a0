using System.Collections.Concurrent;
using Bunit;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Tests.Access;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;
using WeddingStudio.Web.Components.People;
using WeddingStudio.Web.Components.Photos;
using static WeddingStudio.Tests.People.Suggestions.QuestionedWedding;

namespace WeddingStudio.Tests.Pages;

/// <summary>How often a page asks for what it shows, counted at the hub of a running studio.</summary>
public sealed class WatchedTests
{
    private readonly CallCounts _calls = new();

    [Fact]
    public async Task A_statement_on_a_persons_page_asks_for_the_person_once()
    {
        await using var studio = new StudioApp(Count);
        await using var page = await OpenAsync(studio);
        using var state = page.Services.GetRequiredService<PersonState>();
        await page.Services.GetRequiredService<StudioConnection>().WatchAsync(TwoWeddings.First);
        var heard = News(page);

        await state.OpenAsync(TwoWeddings.First, Whole, work => work());
        Assert.Equal(1, _calls.Of(nameof(StudioHub.Person)));
        await state.NameAsync("Anna", null);
        await Eventually.IsAsync(() => heard.Contains("people") && heard.Contains("picks"));
        await SettledAsync(page);

        Assert.Equal("Anna", state.Person.Name);
        Assert.Equal(2, _calls.Of(nameof(StudioHub.Person)));
    }

    [Fact]
    public async Task News_of_somebody_else_are_no_reason_to_ask_and_news_of_the_person_are()
    {
        await using var studio = new StudioApp(Count);
        await using var page = await OpenAsync(studio);
        using var state = page.Services.GetRequiredService<PersonState>();
        var connection = page.Services.GetRequiredService<StudioConnection>();
        await connection.WatchAsync(TwoWeddings.First);
        await state.OpenAsync(TwoWeddings.First, Whole, work => work());
        await using var other = await studio.HubAsync(await studio.AddUserAsync("Kim", StudioUser.PlannerRole));
        var heard = News(page);

        await Say(OtherWhole, "Ben");
        await Eventually.IsAsync(() => heard.Contains("picks"));
        await SettledAsync(page);
        Assert.Equal(1, _calls.Of(nameof(StudioHub.Person)));

        await Say(Whole, "Anna");
        await Eventually.IsAsync(() => state.Person.Name == "Anna");

        Task Say(int personId, string name) => other.InvokeCoreAsync(nameof(StudioHub.Correct), typeof(CorrectionOutcome),
            [TwoWeddings.First, WeddingStudio.Web.Components.Corrections.Say.Named(personId, name, null)],
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Another_number_of_best_photos_after_a_statement_is_shown()
    {
        await using var studio = new StudioApp(Count);
        await using var page = await OpenAsync(studio);
        using var state = page.Services.GetRequiredService<PersonState>();
        var connection = page.Services.GetRequiredService<StudioConnection>();
        await state.OpenAsync(TwoWeddings.First, Whole, work => work());
        await state.NameAsync("Anna", null);
        await SettledAsync(page);
        var before = _calls.Of(nameof(StudioHub.Person));

        Assert.True((await connection.Picks.SetPickCount(TwoWeddings.First, Whole, null, 7)).Done);

        await Eventually.IsAsync(() => _calls.Of(nameof(StudioHub.Person)) == before + 1);
    }

    [Fact]
    public async Task A_statement_that_was_kept_and_then_failed_is_shown()
    {
        await using var studio = new StudioApp(Count);
        await using var page = await OpenAsync(studio);
        using var state = page.Services.GetRequiredService<PersonState>();
        await state.OpenAsync(TwoWeddings.First, Whole, work => work());
        _calls.After = async method =>
        {
            if (method != nameof(StudioHub.Correct))
                return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
            throw new HubException(Message.Plain("The disk is full.").ToString());
        };

        await Assert.ThrowsAsync<StudioRefusalException>(() => state.NameAsync("Anna", null));

        await Eventually.IsAsync(() => state.Person.Name == "Anna");
    }

    [Fact]
    public async Task A_question_of_before_that_fails_does_not_keep_the_next_from_being_asked()
    {
        await using var studio = new StudioApp();
        await using var page = await OpenAsync(studio);
        var (first, shown) = (new TaskCompletionSource<int>(), 0);
        using var watched = new Watched<int>(page.Services.GetRequiredService<StudioConnection>(),
            page.Services.GetRequiredService<PageThread>(), NewsOf.People, value => shown = value);

        var earlier = watched.OpenAsync(TwoWeddings.First, work => work(), () => first.Task);
        await SettledAsync(page);
        var later = watched.OpenAsync(TwoWeddings.First, work => work(), () => Task.FromResult(2));
        await SettledAsync(page);
        first.SetException(new StudioRefusalException(Message.Plain("This wedding is not open to you.")));
        await Task.WhenAll(earlier, later);

        Assert.Equal(2, shown);
    }

    [Fact]
    public async Task Whoever_goes_to_another_wedding_and_back_is_where_the_address_says()
    {
        await using var studio = new StudioApp(Count);
        await TwoWeddings.InAsync(studio);
        await using var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        using var state = page.Services.GetRequiredService<ImportState>();
        await state.OpenAsync(TwoWeddings.First, work => work());
        var held = new TaskCompletionSource();
        _calls.After = method => method == nameof(StudioHub.Me) ? held.Task : Task.CompletedTask;

        var away = state.OpenAsync(TwoWeddings.Second, work => work());
        var back = state.OpenAsync(TwoWeddings.First, work => work());
        held.SetResult();
        await Task.WhenAll(away, back);

        Assert.Equal(TwoWeddings.First, state.WeddingId);
        Assert.True(state.IsPlanner);
    }

    /// <summary>A question that is answered after all that was asked or heard before.</summary>
    private static async Task SettledAsync(BunitContext page)
    {
        for (var i = 0; i < 3; i++)
            await page.Services.GetRequiredService<StudioConnection>().Weddings.Me();
    }

    private static ConcurrentQueue<string> News(BunitContext page)
    {
        var heard = new ConcurrentQueue<string>();
        var connection = page.Services.GetRequiredService<StudioConnection>();
        connection.PeopleChanged += _ => heard.Enqueue("people");
        connection.PicksChanged += _ => heard.Enqueue("picks");
        return heard;
    }

    private async Task<BunitContext> OpenAsync(StudioApp studio)
    {
        await studio.Store.WriteAsync(async db =>
        {
            db.Add(new Wedding { Id = TwoWeddings.First, Name = "Anna & Ben", TimeZone = "Europe/Paris", NextPersonId = 1,
                CreatedAt = DateTime.UtcNow });
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await FillAsync(studio.Store, TwoWeddings.First);
        var page = await StudioPage.ForAsync(studio, StudioUser.PlannerRole);
        page.Services.AddScoped<CorrectionDesk>();
        page.Services.AddTransient<PersonState>();
        return page;
    }

    private void Count(IServiceCollection services) => services.PostConfigure<HubOptions<StudioHub>>(hub => hub.AddFilter(_calls));

    private sealed class CallCounts : IHubFilter
    {
        private readonly ConcurrentDictionary<string, int> _counts = new();

        /// <summary>Awaited after a method, before its answer leaves.</summary>
        public Func<string, Task>? After { get; set; }

        public int Of(string method) => _counts.GetValueOrDefault(method);

        public async ValueTask<object?> InvokeMethodAsync(
            HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
        {
            _counts.AddOrUpdate(invocationContext.HubMethodName, 1, (_, count) => count + 1);
            var answer = await next(invocationContext);
            await (After?.Invoke(invocationContext.HubMethodName) ?? Task.CompletedTask);
            return answer;
        }
    }
}
