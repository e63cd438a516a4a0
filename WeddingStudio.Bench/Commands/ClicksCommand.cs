using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WeddingStudio.Bench.Albums;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;

namespace WeddingStudio.Bench.Commands;

/// <summary>
/// `clicks`: how long after a click in one browser the page in a second one has changed, with the whole program between them.
/// </summary>
internal static class ClicksCommand
{
    private static readonly string Home = $"/w/{MadeStudio.WeddingId}/people";

    public static Command Create()
    {
        var make = new Option<int>("--make")
        {
            Description = "Faces of the made wedding.", HelpName = "N", DefaultValueFactory = _ => 20_000,
        };
        var people = new Option<int>("--people") { DefaultValueFactory = _ => 300 };
        var clicks = new Option<int>("--clicks") { Description = "Of each kind.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var chromium = new Option<string>("--chromium")
        {
            Description = "The browser.", HelpName = "FILE", DefaultValueFactory = _ => "/usr/bin/chromium",
        };
        var command = new Command("clicks", "Times clicks until a second browser shows what they changed.")
        {
            make, people, clicks, chromium,
        };
        command.SetAction(async (line, ct) =>
        {
            using var folder = new BenchFolder();
            await MakeAsync(folder.Path, line.GetValue(make), line.GetValue(people), ct);
            using var server = await StudioServer.StartAsync(folder.Path, ct);
            await ClickAsync(server, line.GetValue(chromium)!, line.GetValue(clicks));
        });
        return command;
    }

    private static async Task MakeAsync(string folder, int made, int people, CancellationToken ct)
    {
        await using var services = await MadeStudio.OpenAsync(folder, ct);
        await MadeWedding.AddAsync(services.GetRequiredService<StudioStore>(), made, people, ct);
        var silent = new Progress<StageProgress>();
        await services.GetRequiredService<PeopleStage>().RunAsync(MadeStudio.WeddingId, isFinal: true, silent, ct);
        await services.GetRequiredService<ScoresStage>().RunAsync(MadeStudio.WeddingId, silent, ct);
        await services.GetRequiredService<PicksStage>().RunAsync(MadeStudio.WeddingId, silent, ct);
    }

    private static async Task ClickAsync(StudioServer server, string chromium, int clicks)
    {
        await using var browser = await StudioBrowser.LaunchAsync(chromium, server);
        var (first, second) = (await browser.WindowAsync(), await browser.WindowAsync());
        await RenameAsync(new TwoWindows(first, second), clicks);
        await AnotherAsync(new TwoWindows(first, second), clicks);
        await MergeAsync(new TwoWindows(first, second), clicks);
    }

    /// <summary>Both look at one person; the first names them, the second sees the name.</summary>
    private static async Task RenameAsync(TwoWindows windows, int clicks)
    {
        await windows.OpenAsync(Home, "person");
        await windows.OpenAsync(await windows.First.GetByTestId("person").First.GetByRole(AriaRole.Link).GetAttributeAsync("href") ?? Home,
            "best-photo");
        List<double> times = [];
        for (var i = 0; i < clicks; i++)
        {
            await windows.First.GetByTestId("edit-name").ClickAsync();
            await windows.First.GetByTestId("name-field").FillAsync($"Guest {i}");
            times.Add(await windows.TimeAsync(windows.First.GetByTestId("save-name"),
                $"document.querySelector(\"[data-testid='person-title']\")?.textContent === 'Guest {i}'"));
        }

        Print("rename to the new name", times);
    }

    /// <summary>Both look at one person's best photos; the first asks for another one, the second sees it.</summary>
    private static async Task AnotherAsync(TwoWindows windows, int clicks)
    {
        const string best = "[...document.querySelectorAll(\"[data-testid='best-photo']\")].map(e => e.dataset.photo).join()";
        List<double> times = [];
        for (var i = 0; i < clicks; i++)
        {
            var before = await windows.Second.EvaluateAsync<string>(best);
            times.Add(await windows.TimeAsync(windows.First.GetByTestId("another").Last, $"{best} !== '{before}'"));
        }

        Print("another photo to the new picks", times);
    }

    /// <summary>
    /// Both look at everybody; the first says that two are one, the second sees one of them go. It is taken back each time.
    /// </summary>
    private static async Task MergeAsync(TwoWindows windows, int clicks)
    {
        const int pairs = 8;
        await windows.OpenAsync(Home, "person");
        List<double> times = [];
        for (var i = 0; i < clicks; i++)
        {
            var two = Enumerable.Range(2 * (i % pairs), 2).Select(at => windows.First.GetByTestId("person").Nth(at)).ToList();
            var ids = new[] { await two[0].GetAttributeAsync("data-person"), await two[1].GetAttributeAsync("data-person") };
            var shown = string.Join(" && ", ids.Select(id => $"document.querySelector(\"[data-person='{id}']\")"));
            foreach (var tile in two)
                await tile.GetByTestId("select").ClickAsync();
            times.Add(await windows.TimeAsync(windows.First.GetByTestId("merge"), $"!({shown})"));
            await windows.TimeAsync(windows.First.GetByTestId("undo"), shown);
            await windows.First.WaitForFunctionAsync($"() => {shown}");
        }

        Print("merge to one tile less", times);
    }

    private static void Print(string what, List<double> times)
    {
        var inOrder = times.Order().ToList();
        double At(double share) => inOrder[(int)Math.Ceiling(share * inOrder.Count) - 1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what} in the second browser: median {At(.5):0} ms, p95 {At(.95):0} ms, slowest {inOrder[^1]:0} ms of {times.Count}"));
    }
}
