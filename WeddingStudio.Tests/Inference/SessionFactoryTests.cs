using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Inference;

public sealed class SessionFactoryTests
{
    [Fact]
    public void A_file_that_is_no_model_is_named()
    {
        using var pack = new TempPack();
        using var sessions = Factory(new InferenceOptions());

        var message = Assert.Throws<ModelPackException>(() => sessions.Open(Detector(pack))).Message;

        Assert.StartsWith($"'{pack.DetectorFile}' cannot be loaded:", message);
    }

    [Fact]
    public void A_plugin_that_does_not_load_is_named()
    {
        using var pack = new TempPack();
        using var sessions = Factory(new InferenceOptions { PluginLibrary = "/nowhere/plugin.so" });

        var message = Assert.Throws<DeviceException>(() => sessions.Open(Detector(pack))).Message;

        Assert.StartsWith("The plugin '/nowhere/plugin.so' cannot be loaded: there is no such file. "
            + "Fix Studio:Inference:PluginLibrary", message);
    }

    [Fact]
    public void A_plugin_that_is_no_library_is_named()
    {
        using var pack = new TempPack();
        using var sessions = Factory(new InferenceOptions { PluginLibrary = pack.DetectorFile });

        var message = Assert.Throws<DeviceException>(() => sessions.OpenDevice()).Message;

        Assert.StartsWith($"The plugin '{pack.DetectorFile}' cannot be loaded: ", message);
        Assert.Contains("Fix Studio:Inference:PluginLibrary", message);
    }

    [Theory]
    [InlineData("*vips*")]
    [InlineData("*onnxruntime.*")]
    public void A_library_that_is_no_plugin_is_told_so(string name)
    {
        var library = NativeLibrary(name);
        using var sessions = Factory(new InferenceOptions { PluginLibrary = library });

        var message = Assert.Throws<DeviceException>(() => sessions.OpenDevice()).Message;

        Assert.StartsWith($"The plugin '{library}' cannot be loaded: it is a library, but no execution-provider plugin", message);
    }

    [Fact]
    public void With_nothing_set_models_run_on_the_cpu()
    {
        using var sessions = Factory(new InferenceOptions());

        Assert.Equal("the CPU", sessions.OpenDevice());
    }

    [Fact]
    public void A_provider_that_onnx_runtime_brings_itself_needs_no_plugin()
    {
        using var pack = new TempPack();
        pack.Put(pack.Detector, HalfGraph.Of(MadeGraph.Float, MadeGraph.Float, [-1, 3, -1, -1]));
        using var sessions = Factory(new InferenceOptions { ExecutionProvider = "CPUExecutionProvider", Device = "0" });

        using var outputs = sessions.Open(Detector(pack)).Run(new float[] { 1, 2, 3 }, 1, 3, 1, 1);

        Assert.Equal([1, 4, 9], outputs.Single);
        Assert.StartsWith("CPUExecutionProvider, device 0 (CPU, ", sessions.OpenDevice());
    }

    [Theory]
    [InlineData("Studio:Inference:ExecutionProvider", "CudaPluginExecutionProvider")]
    [InlineData("Studio:Inference:Device", "NVIDIA")]
    [InlineData("Studio:Inference:ProviderOptions:trt_fp16_enable", "1")]
    public async Task Settings_for_a_device_that_is_not_there_are_refused(string setting, string value)
    {
        await using var studio = await TestStudio.OpenAsync((setting, value));

        var message = Assert.Throws<DeviceException>(() => studio.Get<SessionFactory>().OpenDevice()).Message;

        Assert.StartsWith(string.Join(':', setting.Split(':').Take(3)), message);
        Assert.Contains("CPUExecutionProvider", message);
    }

    [Fact]
    public async Task What_models_run_on_is_shown_by_verify()
    {
        using var studio = StudioProcess.Start("models", "verify", "--models", Path.Combine(Checkout.Root, "models", "studio-1"));

        await studio.ExitCodeAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Models run on the CPU", studio.Output);
    }

    [Fact]
    public void A_model_is_loaded_once_and_shared()
    {
        var models = ModelSet.From(ModelLibrary.Look([SharedFiles.Require("models")]), "", "");
        using var sessions = Factory(new InferenceOptions());

        Assert.Same(sessions.Open(models.Embedder), sessions.Open(models.Embedder));
        Assert.Single(sessions.Sessions);
    }

    private static ChosenModel Detector(TempPack pack) => ModelSet.From(ModelLibrary.Look([pack.Folder]), "", "").Detector;

    private static string NativeLibrary(string name) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"), name)[0];

    private static SessionFactory Factory(InferenceOptions options) => new(Options.Create(options), NullLogger<SessionFactory>.Instance);
}
