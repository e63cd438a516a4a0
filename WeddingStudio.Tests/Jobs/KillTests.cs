using System.Diagnostics;
using System.Text.RegularExpressions;
using WeddingStudio.Tests.Commands;
using WeddingStudio.Tests.Photos.Reading;

namespace WeddingStudio.Tests.Jobs;

/// <summary>However an analysis ends in the middle, the same command brings it to the same end.</summary>
public sealed partial class KillTests(KillTests.Undisturbed undisturbed) : IClassFixture<KillTests.Undisturbed>, IDisposable
{
    private const int Photos = 60;
    private const int Kills = 5;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-kill-");

    [Fact]
    public async Task An_analysis_killed_five_times_ends_like_an_undisturbed_one()
    {
        var (photos, expected) = await undisturbed.EndedAsync();
        var random = new Random(20261123);
        var results = Path.Combine(_folder.FullName, "killed");

        // Moments spread over the whole reading; a kill between two photos and one amid a photo are both among them.
        foreach (var previews in Enumerable.Range(0, Kills).Select(i => (Photos - 10) * i / Kills + random.Next((Photos - 10) / Kills)))
        {
            using var studio = StudioProcess.Analyze(photos, results);
            await UntilAsync(() => PreviewsOf(results) > previews, studio);
            await Task.Delay(random.Next(200), Ct);
            await studio.KillAsync(Ct);
        }

        Assert.True(PreviewsOf(results) < Photos, "The last kill came after the last photo.");
        AssertSame(expected, await RunToEndAsync(photos, results));
    }

    [Fact]
    public Task Helpers_and_studio_killed_ten_times_end_like_an_undisturbed_analysis() => KillAtRandomAsync(kills: 10, seed: 17);

    /// <summary>The long campaign: `.ci/long`.</summary>
    [Fact(Explicit = true)]
    public Task Helpers_and_studio_killed_a_hundred_times_end_like_an_undisturbed_analysis() => KillAtRandomAsync(kills: 100, seed: 4);

    [Fact]
    public async Task Ctrl_C_waits_for_no_file()
    {
        var photos = CopyPhotos(_folder, Photos / 3);
        using var studio = StudioProcess.Analyze(photos, Path.Combine(_folder.FullName, "stuck"));
        await UntilAsync(() => HelperFamily.Of(studio.Id).Count > 0, studio);
        var stuck = HelperFamily.Of(studio.Id);

        // Like a file that keeps its reader busy for ever.
        foreach (var helper in stuck)
            HelperFamily.Signal(helper, HelperFamily.Stop);
        await Task.Delay(500, Ct);
        HelperFamily.Signal(studio.Id, HelperFamily.Interrupt);

        Assert.Equal(130, await studio.ExitCodeAsync(Ct));
        Assert.Contains("Stopped.", studio.Output);
        Assert.All(stuck, helper => Assert.False(HelperFamily.IsAlive(helper)));
    }

    [Fact]
    public async Task Helpers_leave_with_a_studio_that_is_killed()
    {
        var photos = CopyPhotos(_folder, Photos / 3);
        using var studio = StudioProcess.Analyze(photos, Path.Combine(_folder.FullName, "orphans"));
        await UntilAsync(() => HelperFamily.Of(studio.Id).Count > 0, studio);
        var helpers = HelperFamily.Of(studio.Id);

        await studio.KillAsync(Ct);

        await Eventually.IsAsync(() => !helpers.Any(HelperFamily.IsAlive));
    }

    [Fact]
    public async Task Ctrl_C_stops_cleanly_and_the_same_command_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        var photos = CopyPhotos(_folder, Photos / 3);
        var results = Path.Combine(_folder.FullName, "stopped");

        using (var studio = StudioProcess.Analyze(photos, results))
        {
            await UntilAsync(() => PreviewsOf(results) > 5, studio);
            using var signal = Process.Start("kill", ["-INT", studio.Id.ToString()]);
            Assert.Equal(130, await studio.ExitCodeAsync(Ct));
            Assert.Contains("the same command goes on from here", studio.Output);
        }

        Assert.False(File.Exists(Path.Combine(results, "wedding.json")));
        await RunToEndAsync(photos, results);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// At any moment from the start on, mostly a helper and sometimes the studio; each analysis that comes to its end is compared.
    /// </summary>
    private async Task KillAtRandomAsync(int kills, int seed)
    {
        var (photos, expected) = await undisturbed.EndedAsync();
        var random = new Random(seed);
        for (var (run, left) = (0, kills); left > 0; run++)
        {
            var results = Path.Combine(_folder.FullName, $"killed-{run}");
            var ended = false;
            while (!ended)
            {
                using var studio = StudioProcess.Analyze(photos, results);
                ended = await KillUntilTheEndAsync(studio, random, () => left-- > 0);
            }

            AssertSame(expected, results);
            Directory.Delete(results, recursive: true);
        }
    }

    /// <summary>False when the studio itself was killed.</summary>
    private static async Task<bool> KillUntilTheEndAsync(StudioProcess studio, Random random, Func<bool> mayKill)
    {
        while (!studio.HasExited)
        {
            await Task.Delay(random.Next(100, 700), Ct);
            if (studio.HasExited || HelperFamily.Of(studio.Id) is not { Count: > 0 } helpers || !mayKill())
                continue;
            if (random.Next(5) == 0)
            {
                await studio.KillAsync(Ct);
                return false;
            }

            HelperFamily.Kill(helpers[random.Next(helpers.Count)]);
        }

        var code = await studio.ExitCodeAsync(Ct);
        Assert.True(code == 0, $"exit code {code}: {studio.Output}");
        return true;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string CopyPhotos(DirectoryInfo to, int count)
    {
        var friends = SharedFiles.Require("data/friends");
        var photos = to.CreateSubdirectory("photos");
        var chosen = Directory.EnumerateFiles(friends, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(count);
        foreach (var photo in chosen)
            File.Copy(photo, Path.Combine(photos.FullName, Path.GetFileName(photo)));
        return photos.FullName;
    }

    private static async Task<string> RunToEndAsync(string photos, string results)
    {
        using var studio = StudioProcess.Analyze(photos, results);
        var code = await studio.ExitCodeAsync(Ct);
        Assert.True(code == 0, $"exit code {code}: {studio.Output}");
        return results;
    }

    /// <summary>Every photo gets one large preview while it is open, so previews tell how far the reading is.</summary>
    private static int PreviewsOf(string results)
    {
        var weddings = Path.Combine(results, ".studio", "weddings");
        return Directory.Exists(weddings) ? Directory.EnumerateFiles(weddings, "*-2048.jpg", SearchOption.AllDirectories).Count() : 0;
    }

    private static Task UntilAsync(Func<bool> reached, StudioProcess studio) => Eventually.IsAsync(() =>
    {
        Assert.False(studio.HasExited, $"It ended by itself: {studio.Output}");
        return reached();
    });

    private static void AssertSame(string expected, string actual)
    {
        Assert.Equal(File.ReadAllBytes(Path.Combine(expected, "faces.jsonl")), File.ReadAllBytes(Path.Combine(actual, "faces.jsonl")));
        Assert.Equal(WeddingWithoutDate(expected), WeddingWithoutDate(actual));
        Assert.Equal(Files(expected), Files(actual));
    }

    private static string WeddingWithoutDate(string results) =>
        ProcessedDate().Replace(File.ReadAllText(Path.Combine(results, "wedding.json")), "");

    /// <summary>What a guest could notice: the results themselves, not the state beside them.</summary>
    private static IEnumerable<string> Files(string results) =>
        Directory.EnumerateFiles(results, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(results, f))
            .Where(f => !f.StartsWith(".studio")).Order(StringComparer.Ordinal);

    /// <summary>The analysis nobody disturbed, made once for all tests here.</summary>
    public sealed class Undisturbed : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-undisturbed-");
        private readonly Lazy<Task<(string Photos, string Results)>> _ended;

        public Undisturbed() => _ended = new(async () =>
        {
            var photos = CopyPhotos(_folder, KillTests.Photos);
            return (photos, await RunToEndAsync(photos, Path.Combine(_folder.FullName, "undisturbed")));
        });

        public Task<(string Photos, string Results)> EndedAsync() => _ended.Value;

        public void Dispose() => _folder.Delete(recursive: true);
    }

    [GeneratedRegex("\"processed_date\": \"[^\"]*\"")]
    private static partial Regex ProcessedDate();
}
