using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Devices;

namespace WeddingStudio.Tests.Inference;

public sealed class DeviceChoiceTests
{
    private const string Plugin = "/opt/plugin.so";

    private static readonly ModelDevice Cpu = new("CPUExecutionProvider", 0, "CPU", "AMD", Facts(("version", "1.31.1")), FromPlugin: false);
    private static readonly ModelDevice Npu = new("MixedExecutionProvider", 0, "NPU", "Intel", Facts(), FromPlugin: true);
    private static readonly ModelDevice Onboard = new("MixedExecutionProvider", 1, "GPU", "Intel",
        Facts(("pci_bus_id", "0000:00:02.0")), FromPlugin: true);
    private static readonly ModelDevice Card = new("CudaPluginExecutionProvider", 0, "GPU", "NVIDIA",
        Facts(("pci_bus_id", "0000:01:00.0"), ("card_idx", "1")), FromPlugin: true);
    private static readonly ModelDevice SecondCard = Card with
    {
        Number = 1, Facts = Facts(("pci_bus_id", "0000:02:00.0"), ("card_idx", "0")),
    };
    private static readonly ModelDevice[] All = [Cpu, Npu, Onboard, Card, SecondCard];

    [Fact]
    public void A_plugin_alone_gives_its_first_gpu() =>
        Assert.Equal(Onboard, DeviceChoice.Of(All, new InferenceOptions { PluginLibrary = Plugin }));

    [Fact]
    public void A_plugin_without_a_gpu_gives_its_first_device() =>
        Assert.Equal(Npu, DeviceChoice.Of([Cpu, Npu], new InferenceOptions { PluginLibrary = Plugin }));

    [Fact]
    public void A_provider_is_named_in_any_case() =>
        Assert.Equal(Card,
            DeviceChoice.Of(All, new InferenceOptions { PluginLibrary = Plugin, ExecutionProvider = "cudapluginexecutionprovider" }));

    [Theory]
    [InlineData("1")]
    [InlineData("0000:02")]
    public void A_device_is_named_by_its_number_or_by_what_is_known_of_it(string name) =>
        Assert.Equal(SecondCard, DeviceChoice.Of(All, new InferenceOptions { ExecutionProvider = Card.Provider, Device = name }));

    [Theory]
    [InlineData("nvidia", "CudaPluginExecutionProvider")]
    [InlineData("npu", "MixedExecutionProvider")]
    public void Vendor_or_kind_will_do_as_well(string name, string provider)
    {
        var chosen = DeviceChoice.Of(All, new InferenceOptions { PluginLibrary = Plugin, Device = name });

        Assert.Equal((provider, 0), (chosen.Provider, chosen.Number));
    }

    [Fact]
    public void Without_a_plugin_there_is_the_cpu() =>
        Assert.Equal(Cpu, DeviceChoice.Of([Cpu], new InferenceOptions { ExecutionProvider = "CPUExecutionProvider", Device = "CPU" }));

    [Fact]
    public void An_unknown_provider_is_refused_with_the_known_ones()
    {
        var message = Refusal([Cpu, Card, SecondCard], new InferenceOptions { ExecutionProvider = "CUDAExecutionProvider" });

        Assert.StartsWith("Studio:Inference:ExecutionProvider asks for 'CUDAExecutionProvider'; there is only CPUExecutionProvider, "
            + "CudaPluginExecutionProvider. ", message);
        Assert.Contains("Studio:Inference:PluginLibrary", message);
    }

    [Fact]
    public void An_unknown_device_is_refused_with_the_known_ones()
    {
        var message = Refusal(All, new InferenceOptions { ExecutionProvider = Card.Provider, Device = "Radeon" });

        Assert.StartsWith("Studio:Inference:Device asks for 'Radeon'; there is only "
            + "CudaPluginExecutionProvider, device 0 (GPU, NVIDIA, pci_bus_id 0000:01:00.0, card_idx 1); "
            + "CudaPluginExecutionProvider, device 1 (GPU, NVIDIA, pci_bus_id 0000:02:00.0, card_idx 0). ", message);
    }

    [Fact]
    public void A_plugin_that_finds_no_device_is_named()
    {
        var message = Refusal([Cpu], new InferenceOptions { PluginLibrary = Plugin });

        Assert.StartsWith("The plugin '/opt/plugin.so' finds no device it can use here.", message);
    }

    [Fact]
    public void Options_for_a_provider_need_a_plugin()
    {
        var message = Refusal([Cpu], new InferenceOptions { ProviderOptions = Facts(("trt_fp16_enable", "1")) });

        Assert.StartsWith("Studio:Inference:ProviderOptions are set, but models run on CPUExecutionProvider, device 0 (CPU, AMD, "
            + "version 1.31.1), which takes none.", message);
    }

    private static string Refusal(IReadOnlyList<ModelDevice> known, InferenceOptions wanted) =>
        Assert.Throws<DeviceException>(() => DeviceChoice.Of(known, wanted)).Message;

    private static Dictionary<string, string> Facts(params (string Key, string Value)[] facts) =>
        facts.ToDictionary(fact => fact.Key, fact => fact.Value);
}
