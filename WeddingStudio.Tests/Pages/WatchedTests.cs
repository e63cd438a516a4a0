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

        public int Of(string method) => _counts.GetValueOrDefault(method);

        public ValueTask<object?> InvokeMethodAsync(
            HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
        {
            _counts.AddOrUpdate(invocationContext.HubMethodName, 1, (_, count) => count + 1);
            return next(invocationContext);
        }
    }
}
