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
        using var studio = StudioProcess.Start("--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}", "--Studio:DataDirectory", folder);

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
        using var studio = StudioProcess.Start("--urls", "http://127.0.0.1:0", "--Studio:DataDirectory", folder, "--Studio:Inference:PluginLibrary", plugin);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));

        Assert.Contains($"The plugin '{plugin}' cannot be loaded: ", studio.Output);
        Assert.Contains("Mend Studio:Inference:PluginLibrary", studio.Output);
        Assert.DoesNotContain("   at ", studio.Output);
        Directory.Delete(folder, recursive: true);
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
