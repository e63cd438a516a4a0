using System.Diagnostics;
using WeddingStudio.Drawn;

namespace WeddingStudio.Tests.Commands;

/// <summary>`demo` from outside, and what it does to folders that are not its own: nothing.</summary>
public sealed class DemoTests : IDisposable
{
    private static readonly string[] Small = ["--people", "6", "--photos", "4", "--megapixels", "0.5"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weddingstudio-demo-");

    private string Out => Path.Combine(_folder.FullName, "robin-kim");
    private string Photos => Path.Combine(Out, "photos");

    [Theory]
    [InlineData("--people", "3")]
    [InlineData("--people", "501")]
    [InlineData("--people", "many")]
    [InlineData("--photos", "0")]
    [InlineData("--photos", "20001")]
    [InlineData("--megapixels", "0.4")]
    [InlineData("--megapixels", "101")]
    [InlineData("--megapixels", "2,5")]
    [InlineData("--seed", "-1")]
    public async Task A_number_out_of_bounds_is_named_with_its_bounds(string option, string value)
    {
        using var studio = StudioProcess.Start(["demo", "--out", Out, option, value]);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));
        Assert.Contains($"{option} '{value}': give a ", studio.Output);
        Assert.Contains(" from ", studio.Output);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_drawn()
    {
        using var studio = StudioProcess.Start(["demo"]);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));
        Assert.Contains("--out", studio.Output);
    }

    [Theory]
    [InlineData("photos/0001.jpg")]
    [InlineData("letter.txt")]
    [InlineData("guests.csv")]
    [InlineData("truth.json")]
    public async Task A_folder_of_somebody_else_is_refused_and_left_alone(string file)
    {
        Write(file, "Mine.");

        using var studio = StudioProcess.Start(["demo", "--out", Out, .. Small]);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));
        Assert.Contains("is no part of a drawn wedding", studio.Output);
        Assert.Equal([file], Files());
        Assert.Equal("Mine.", File.ReadAllText(Path.Combine(Out, file)));
    }

    [Fact]
    public async Task A_file_or_a_folder_inside_a_file_is_refused_in_words()
    {
        File.WriteAllText(Out, "");

        using var itself = StudioProcess.Start(["demo", "--out", Out, .. Small]);
        using var inside = StudioProcess.Start(["demo", "--out", Path.Combine(Out, "deeper"), .. Small]);

        Assert.Equal((2, 2), (await itself.ExitCodeAsync(Ct), await inside.ExitCodeAsync(Ct)));
        Assert.Contains("is a file", itself.Output);
        Assert.Contains("run the same command again", inside.Output);
        Assert.DoesNotContain("   at ", inside.Output);
    }

    [Fact]
    public async Task A_wedding_is_drawn_and_told_how_to_analyse_and_may_be_drawn_over()
    {
        using var first = StudioProcess.Start(["demo", "--out", Out, .. Small]);
        Assert.True(await first.ExitCodeAsync(Ct) == 0, first.Output);
        var before = AssertWhole(4);

        Write(".DS_Store", "");
        using var second = StudioProcess.Start(
            ["demo", "--out", Out, "--people", "5", "--photos", "3", "--megapixels", "0.5", "--seed", "7"]);
        Assert.True(await second.ExitCodeAsync(Ct) == 0, second.Output);

        Assert.Contains("Drawing: 4", first.Output);
        Assert.Contains($"analyze {Photos} --out {Out}-results --guests {Out}/guests.csv --timeline {Out}/timeline.csv "
            + "--time-zone Europe/Rome", first.Output.Replace('\\', '/'));
        Assert.NotEqual(before, AssertWhole(3));
    }

    [Fact]
    public async Task A_photo_of_ones_own_among_the_drawn_ones_is_never_drawn_over()
    {
        await StudioProcess.Start(["demo", "--out", Out, .. Small]).ExitCodeAsync(Ct);
        Write("photos/my own.jpg", "Mine.");
        var before = Files();

        using var studio = StudioProcess.Start(["demo", "--out", Out, .. Small]);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));
        Assert.Contains("my own.jpg', which is no part of a drawn wedding", studio.Output);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Ctrl_C_stops_cleanly_and_the_same_folder_takes_another_wedding()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        using (var studio = StudioProcess.Start(["demo", "--out", Out, "--people", "6", "--photos", "400", "--megapixels", "0.5"]))
        {
            await Eventually.IsAsync(() =>
            {
                Assert.False(studio.HasExited, studio.Output);
                return Directory.Exists(Photos) && Directory.GetFiles(Photos, "*.jpg", SearchOption.AllDirectories).Length >= 3;
            });

            using var signal = Process.Start("kill", ["-INT", studio.Id.ToString()]);
            Assert.Equal(130, await studio.ExitCodeAsync(Ct));
            Assert.Contains("the same command begins again", studio.Output);
        }

        Assert.False(File.Exists(Path.Combine(Out, TruthFile.FileName)));
        using var again = StudioProcess.Start(["demo", "--out", Out, .. Small]);
        Assert.True(await again.ExitCodeAsync(Ct) == 0, again.Output);
        AssertWhole(4);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Four things and no more, every photo in the truth; returns the truth as text.</summary>
    private string AssertWhole(int photos)
    {
        Assert.Equal(["guests.csv", "photos", "timeline.csv", "truth.json"],
            Directory.EnumerateFileSystemEntries(Out).Select(e => Path.GetFileName(e)).Where(name => name != ".DS_Store")
                .Order(StringComparer.Ordinal));
        var truth = TruthFile.Read(Path.Combine(Out, TruthFile.FileName));
        Assert.Equal(photos, truth.Photos.Count);
        Assert.Equal(truth.Photos.Select(p => $"photos/{p.PhotoId}").Order(StringComparer.Ordinal),
            Files().Where(f => f.StartsWith("photos/")));
        return File.ReadAllText(Path.Combine(Out, TruthFile.FileName));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(Out, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Out, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
