using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Inference;

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

        var message = Assert.Throws<ModelPackException>(() => sessions.Open(Detector(pack))).Message;

        Assert.StartsWith("The plugin '/nowhere/plugin.so' cannot be loaded:", message);
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

    private static SessionFactory Factory(InferenceOptions options) => new(Options.Create(options), NullLogger<SessionFactory>.Instance);
}
