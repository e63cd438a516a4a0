using System.Diagnostics;
using System.Runtime.Versioning;
using WeddingStudio.Engine.Data.Files;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Data;

/// <summary>Whoever else has a name on this computer sees nothing of what the studio keeps.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OwnerOnlyFilesTests : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode ForAll = (UnixFileMode)0b111_101_101;

    private readonly string _folder = Directory.CreateTempSubdirectory("weddingstudio-others-").FullName;

    public OwnerOnlyFilesTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        File.SetUnixFileMode(_folder, ForAll);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_studio_that_starts_where_nothing_was_named_is_its_users_alone()
    {
        using var studio = StudioProcess.StartIn(_folder, "--no-browser", "--urls", "http://127.0.0.1:0");
        await studio.SaysAsync("Set up your studio");

        AssertClosed(Path.Combine(_folder, "data"));
    }

    [Fact]
    public async Task A_data_directory_that_others_could_read_is_closed_at_the_next_start()
    {
        var paths = new StudioPaths(Path.Combine(_folder, "data"));
        using (var first = StudioProcess.StartIn(_folder, "--no-browser", "--urls", "http://127.0.0.1:0"))
        {
            await first.SaysAsync("Set up your studio");
            first.Signal("TERM");
            await first.ExitCodeAsync(Ct);
        }

        string[] more = [paths.Preview(TestWedding.Id, "ab12", 480), Path.Combine(paths.Originals(TestWedding.Id), "sent.jpg"),
            Path.Combine(paths.Models, "open", "pulled.onnx"), Path.Combine(paths.DataDirectory, "studio.db-wal"),
            Path.Combine(paths.DataDirectory, "studio-before-2026.db")];
        foreach (var file in more)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, []);
        }

        foreach (var entry in All(paths.DataDirectory))
            entry.UnixFileMode = entry is DirectoryInfo ? ForAll
                : ForAll & ~(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        using var studio = StudioProcess.StartIn(_folder, "--no-browser", "--urls", "http://127.0.0.1:0");
        await studio.SaysAsync("Set up your studio");

        AssertClosed(paths.DataDirectory);
    }

    [Fact]
    public async Task What_analyze_finds_is_its_users_alone()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "photos"));
        using var studio = StudioProcess.StartIn(_folder, "analyze", "photos", "--out", "results");

        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);

        AssertClosed(Path.Combine(_folder, "results"));
    }

    [Fact]
    public void Other_things_in_the_folder_and_behind_links_stay_as_they_are()
    {
        var shared = Directory.CreateDirectory(Path.Combine(_folder, "everybodys"));
        var stranger = Path.Combine(shared.CreateSubdirectory("music").FullName, "song.mp3");
        var elsewhere = Path.Combine(_folder, "elsewhere.jpg");
        var ours = Path.Combine(shared.FullName, "studio.db");
        var inside = Path.Combine(shared.CreateSubdirectory("weddings").FullName, "preview.jpg");
        foreach (var file in (string[])[stranger, elsewhere, ours, inside])
        {
            File.WriteAllBytes(file, []);
            File.SetUnixFileMode(file, ForAll);
        }

        File.CreateSymbolicLink(Path.Combine(shared.FullName, "weddings", "link.jpg"), elsewhere);
        File.SetUnixFileMode(shared.FullName, ForAll);

        Assert.Empty(OwnerOnlyFiles.Close(shared.FullName, Ct));

        Assert.Equal([ForAll, ForAll, ForAll], new[] { shared.FullName, stranger, elsewhere }.Select(File.GetUnixFileMode));
        Assert.All([ours, inside, Path.GetDirectoryName(inside)!],
            path => Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(path) & Others));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>By their modes, one by one, and by another user who tries.</summary>
    private void AssertClosed(string folder)
    {
        Assert.Empty(All(folder).Where(entry => (entry.UnixFileMode & Others) != 0).Select(entry => entry.FullName));
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv"), "Only root can try as another user.");
        var open = Path.Combine(_folder, "open.txt");
        File.WriteAllText(open, "for all");
        File.SetUnixFileMode(open, ForAll);

        Assert.Equal("for all", AsNobody("cat", open));
        Assert.Equal("", AsNobody("ls", "-A", folder));
        Assert.All(All(folder).OfType<FileInfo>(), file => Assert.Equal("", AsNobody("cat", file.FullName)));
    }

    private static IEnumerable<FileSystemInfo> All(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(new DirectoryInfo(folder)).ToList();

    private static string AsNobody(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups",
            .. command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return process.StandardOutput.ReadToEnd();
    }
}
