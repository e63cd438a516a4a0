using System.Net;
using System.Net.Sockets;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Access;

public sealed class StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line_with_the_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        using var studio = StudioProcess.Start("--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}",
            "--Studio:DataDirectory", folder);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains("choose another port", studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("somewhere", "An address looks like this")]
    [InlineData("http://192.0.2.1:5000", "cannot listen there")]
    public async Task An_address_that_is_none_or_not_ours_is_said_in_words(string address, string words)
    {
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        using var studio = StudioProcess.Start("--urls", address, "--Studio:DataDirectory", folder);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains(words, studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_plugin_that_is_none_stops_the_start_with_file_and_setting()
    {
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        var plugin = Path.Combine(folder, "plugin.so");
        File.WriteAllText(plugin, "not a library");
        using var studio = StudioProcess.Start("--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", folder,
            "--Studio:Inference:PluginLibrary", plugin);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains($"The plugin '{plugin}' cannot be loaded: ", studio.Output);
        Assert.Contains("Fix Studio:Inference:PluginLibrary", studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("'abc' is no value for the setting Studio:Faces:Workers: it takes a whole number.", "--Studio:Faces:Workers", "abc")]
    [InlineData("'no' is no value for the setting Studio:Picks:Likeness: it takes Weighted or Mission.", "--Studio:Picks:Likeness", "no")]
    [InlineData("Under Logging:LogLevel stand Trace, Debug", "--Logging:LogLevel:Default", "Loud")]
    [InlineData("There is no certificate for https.", "--urls", "https://127.0.0.1:0")]
    [InlineData("A port is a number from 1 to 65535.", "--urls", "http://127.0.0.1:99999")]
    public async Task A_wrong_setting_is_said_in_one_line_that_names_it(string words, string name, string value)
    {
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        using var studio = StudioProcess.Start("--Studio:DataDirectory", folder, name, value, "--no-browser");

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains(words, studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_wrong_setting_of_a_command_is_said_in_one_line_too()
    {
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        using var studio = StudioProcess.StartWith(new Dictionary<string, string?> { ["Studio__Faces__Workers"] = "abc" }, "analyze",
            folder, "--out", Path.Combine(folder, "results"));

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains("'abc' is no value for the setting Studio:Faces:Workers", studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("a file in its place", "cannot be written")]
    [InlineData("a file in place of the keys", "cannot be written")]
    [InlineData("a folder in place of the database", "cannot be")]
    [InlineData("noise in place of the database", "Put a backup of it in its place")]
    public async Task A_data_directory_that_is_of_no_use_is_said_in_one_line_with_the_remedy(string what, string words)
    {
        var folder = Directory.CreateTempSubdirectory("studio-start-").FullName;
        var data = Path.Combine(folder, "data");
        Spoil(data, what);
        using var studio = StudioProcess.Start("--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", data);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains(data, studio.Output);
        Assert.Contains(words, studio.Output);
        Assert.Contains("Studio:DataDirectory", studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Assert.DoesNotContain("Failed executing", studio.Output);
        Directory.Delete(folder, recursive: true);
    }

    private static void Spoil(string data, string what)
    {
        if (what == "a file in its place")
        {
            File.WriteAllText(data, "a letter");
            return;
        }

        Directory.CreateDirectory(data);
        if (what == "a file in place of the keys")
            File.WriteAllText(Path.Combine(data, "keys"), "");
        else if (what == "a folder in place of the database")
            Directory.CreateDirectory(Path.Combine(data, "studio.db"));
        else
            File.WriteAllBytes(Path.Combine(data, "studio.db"), [.. Enumerable.Range(0, 8192).Select(i => (byte)(i * 37))]);
    }

    [Fact]
    public async Task A_data_directory_in_use_is_said_in_one_line_with_the_remedy()
    {
        await using var first = new StudioApp();
        using var second = StudioProcess.Start("--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", first.Paths.DataDirectory);

        Assert.Equal(2, await second.ExitCodeAsync(Ct));

        Assert.Contains("in use by another WeddingStudio", second.Output);
        Assert.DoesNotContain("   at ", second.Output);
    }
}
