using System.Net;
using System.Text.RegularExpressions;
using WeddingStudio.Engine.Data;
using WeddingStudio.Tests.Access;

namespace WeddingStudio.Tests.Commands;

/// <summary>The way back in for whoever forgot their password, at the console of the computer the studio runs on.</summary>
public sealed partial class UsersCommandTests
{
    private const string Chosen = "my very own password";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planner_gets_back_in_while_the_studio_runs()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);

        var (exitCode, output) = await RunAsync("users", "reset", "mia", "--data", studio.Paths.DataDirectory);

        Assert.Equal(0, exitCode);
        var link = Link().Match(output);
        Assert.Equal(studio.Url, link.Groups["address"].Value);
        Assert.DoesNotContain("start it first", output);
        await GetsInAsync(studio, "Mia", link.Groups["path"].Value);
    }

    [Fact]
    public async Task A_planner_gets_back_in_while_the_studio_does_not_run()
    {
        var folder = Directory.CreateTempSubdirectory("studio-users-").FullName;
        await using (var before = new StudioApp(("Studio:DataDirectory", folder)))
            await before.AddUserAsync("Mia", StudioUser.PlannerRole);

        var (exitCode, output) = await RunAsync("users", "reset", "Mia", "--data", folder);

        Assert.Equal(0, exitCode);
        Assert.Contains("start it first", output);
        await using (var studio = new StudioApp(("Studio:DataDirectory", folder)))
            await GetsInAsync(studio, "Mia", Link().Match(output).Groups["path"].Value);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Who_is_not_known_is_told_who_is()
    {
        await using var studio = new StudioApp();
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        await studio.AddUserAsync("Anna & Ben", StudioUser.CoupleRole);

        var (exitCode, output) = await RunAsync("users", "reset", "Mi", "--data", studio.Paths.DataDirectory);
        var (_, list) = await RunAsync("users", "list", "--data", studio.Paths.DataDirectory);

        Assert.Equal(2, exitCode);
        Assert.Contains("Nobody is called 'Mi' here. Known: Anna & Ben, Mia.", output);
        Assert.Equal(["Anna & Ben  couple", "Mia  planner"],
            list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Where_there_is_no_studio_nothing_is_made_and_the_remedy_is_said()
    {
        var folder = Directory.CreateTempSubdirectory("studio-users-").FullName;

        var (exitCode, output) = await RunAsync("users", "reset", "Mia", "--data", folder);

        Assert.Equal(2, exitCode);
        Assert.Contains($"There is no studio in '{folder}'", output);
        Assert.Contains("--data DIR", output);
        Assert.DoesNotContain("   at ", output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    private static async Task GetsInAsync(StudioApp studio, string name, string path)
    {
        using var visitor = studio.Visitor();
        Assert.Contains($"Welcome, <bdi>{name}</bdi>", await visitor.GetStringAsync(path, Ct));
        await StaticForm.SendAsync(visitor, path, ("Form.Chosen", Chosen), ("Form.Again", Chosen));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/", Ct)).StatusCode);
        using var again = studio.Visitor();
        Assert.Equal(HttpStatusCode.Redirect,
            (await StaticForm.SendAsync(again, "/sign-in", ("Form.Name", name), ("Form.Password", Chosen))).StatusCode);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] args)
    {
        using var command = StudioProcess.Start(args);
        return (await command.ExitCodeAsync(Ct), command.Output);
    }

    [GeneratedRegex(@"(?<address>https?://[^/\s]+)(?<path>/password\?code=[A-Za-z0-9_-]{22})\s")]
    private static partial Regex Link();
}
