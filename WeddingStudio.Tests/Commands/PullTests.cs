using WeddingStudio.Engine.Inference.Pulling;
using WeddingStudio.Tests.Inference.Pulling;
using WeddingStudio.Web.Commands;
using WeddingStudio.Web.Commands.Models;

namespace WeddingStudio.Tests.Commands;

/// <summary>`models pull` from outside; nothing here reaches further than this computer.</summary>
public sealed class PullTests : IDisposable
{
    private readonly DirectoryInfo _models = Directory.CreateTempSubdirectory("models-");

    [Fact]
    public async Task An_unknown_pack_ends_with_2_and_the_known_ones()
    {
        using var studio = StudioProcess.Start(["models", "pull", "nothing", "--models", _models.FullName]);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));
        Assert.Contains("There is no pack 'nothing' to pull. Known: yunet", studio.Output);
    }

    [Fact]
    public async Task A_restrictive_licence_is_shown_with_the_command_that_accepts_it()
    {
        using var studio = StudioProcess.Start(["models", "pull", "buffalo_s", "--models", _models.FullName]);

        Assert.Equal(2, await studio.ExitCodeAsync(Ct));
        Assert.Contains("non-commercial research only", studio.Output);
        Assert.Contains($"models pull buffalo_s --models {_models.FullName} --accept-licence", studio.Output);
        Assert.Empty(_models.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("models", "pull")]
    [InlineData("models", "pull", "yunet", "--proxy", "proxy:8080")]
    public async Task Wrong_arguments_end_with_2(params string[] args)
    {
        Assert.Equal(StudioCommands.CannotRun, await StudioCommands.RunAsync(args));
    }

    [Fact]
    public async Task The_proxy_of_the_environment_is_asked_for_the_server()
    {
        await using var proxy = new FileServer([]) { OnlyAnswer = "403 Forbidden" };
        var environment = new Dictionary<string, string?>
        {
            ["HTTPS_PROXY"] = proxy.Address.ToString(), ["https_proxy"] = null, ["NO_PROXY"] = null, ["no_proxy"] = null,
        };

        using var studio = StudioProcess.StartWith(environment, ["models", "pull", "yunet", "--models", _models.FullName]);

        Assert.True(await studio.ExitCodeAsync(Ct) == 2, studio.Output);
        Assert.StartsWith("CONNECT raw.githubusercontent.com:443 ", Assert.Single(proxy.Asked));
        Assert.Contains("could not be fetched", studio.Output);
    }

    [Fact]
    public async Task Ctrl_C_stops_with_130_and_leaves_no_pack()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends no signals.");
        await using var proxy = new FileServer(new byte[10]) { BreaksAfter = { 0 }, FallsSilent = true };
        using var studio = StudioProcess.Start(
            ["models", "pull", "yunet", "--models", _models.FullName, "--proxy", proxy.Address.ToString()]);
        await Eventually.IsAsync(() => !proxy.Asked.IsEmpty);

        studio.Signal("INT");

        Assert.True(await studio.ExitCodeAsync(Ct) == 130, studio.Output);
        Assert.Contains("the same command goes on from here", studio.Output);
        Assert.Equal([".yunet.part"], _models.GetFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public async Task A_pull_ends_with_0_and_a_second_one_too()
    {
        await using var stage = new PullStage();

        Assert.Equal(StudioCommands.Done, await new Pull(stage.Source(), stage.Models, place: null, proxy: null).RunAsync(Ct));
        Assert.Equal(StudioCommands.Done, await new Pull(stage.Source(), stage.Models, place: null, proxy: null).RunAsync(Ct));

        Assert.Single(stage.Server.Asked);
    }

    [Fact]
    public async Task The_open_pack_comes_from_a_server_that_breaks_off_and_is_used_with_the_built_in_one()
    {
        await using var server = OpenPack.Server();
        server.BreaksAfter.AddRange([int.MaxValue, 1_000_000, int.MaxValue]);
        using var pull = StudioProcess.Start(
            ["models", "pull", "open", "--models", _models.FullName, "--from", server.Address.AbsoluteUri]);

        Assert.True(await pull.ExitCodeAsync(Ct) == 0, pull.Output);
        Assert.Equal([null, null, "bytes=1000000-", null], server.AskedWith("Range"));
        Assert.Contains($"open is here: {Path.Combine(_models.FullName, "open")}", pull.Output);

        using var verify = StudioProcess.Start(["models", "verify", "--models", _models.FullName]);
        Assert.True(await verify.ExitCodeAsync(Ct) == 0, verify.Output);
        Assert.Contains("embedder    mobilefacenet opens", verify.Output);
        Assert.Contains("expression  studio_expression opens", verify.Output);
    }

    [Fact]
    public async Task A_pack_comes_from_a_folder_without_any_network()
    {
        var stick = OpenPack.OnStick(Path.Combine(_models.FullName, "stick"));
        var models = Path.Combine(_models.FullName, "models");
        var nobody = new Dictionary<string, string?> { ["HTTPS_PROXY"] = "http://127.0.0.1:1" };
        using var pull = StudioProcess.StartWith(nobody, ["models", "pull", "open", "--models", models, "--from", stick]);

        Assert.True(await pull.ExitCodeAsync(Ct) == 0, pull.Output);
        Assert.Equal([Path.Combine(models, "open")], Directory.GetFileSystemEntries(models));
    }

    [Fact]
    public async Task The_packs_that_can_be_pulled_are_listed_until_they_are_here()
    {
        Directory.CreateDirectory(Path.Combine(_models.FullName, "yunet"));
        File.Copy(Path.Combine(SharedFiles.Require("models"), "yunet_n_dynamic.onnx"),
            Path.Combine(_models.FullName, "yunet", "yunet_n_dynamic.onnx"));
        File.WriteAllText(Path.Combine(_models.FullName, "yunet", "manifest.json"),
            ModelSources.Read().Find("yunet").Manifest!.Value.GetRawText());

        using var studio = StudioProcess.Start(["models", "list", "--models", _models.FullName]);

        Assert.True(await studio.ExitCodeAsync(Ct) == 0, studio.Output);
        Assert.Contains("can be pulled: buffalo_l (288.6 MB)  InsightFace's large pack", studio.Output);
        Assert.DoesNotContain("can be pulled: yunet", studio.Output);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _models.Delete(recursive: true);
}
