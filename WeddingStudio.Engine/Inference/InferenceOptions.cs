namespace WeddingStudio.Engine.Inference;

/// <summary>Where models run, from section `Studio:Inference`. With nothing set: on the CPU.</summary>
public sealed record InferenceOptions
{
    public const string Section = "Studio:Inference";

    /// <summary>An ONNX Runtime execution-provider plugin (CUDA, TensorRT, WebGPU ...), full path.</summary>
    public string PluginLibrary { get; init; } = "";

    /// <summary>
    /// The provider by name: one that the runtime brings itself (`CUDA`, `TensorRT`, `WebGPU`, `DirectML` ...; see README), or with a
    /// plugin one of its own, as `CudaPluginExecutionProvider`. Empty takes what the plugin brings.
    /// </summary>
    public string ExecutionProvider { get; init; } = "";

    /// <summary>
    /// One of the provider's devices: its number from 0, its kind (GPU, NPU, CPU), or a part of its vendor or of anything else
    /// ONNX Runtime knows of it. Empty takes the first GPU, else the first device.
    /// </summary>
    public string Device { get; init; } = "";

    /// <summary>Use the CPU, and say so, where the provider cannot be used; else that stops the start.</summary>
    public bool FallBack { get; init; }

    /// <summary>Handed to the provider as they are, for example `trt_fp16_enable` = `1` for TensorRT.</summary>
    public IReadOnlyDictionary<string, string> ProviderOptions { get; init; } = new Dictionary<string, string>();
}
