using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace WeddingStudio.Engine.Inference.Devices;

/// <summary>An execution provider that this build of ONNX Runtime brings itself, called by name (`CUDA`, `TensorRT` ...).</summary>
internal sealed partial class BuiltInProvider
{
    private const string Ending = "ExecutionProvider", DeviceOption = "device_id";

    private readonly string _name;
    private readonly Dictionary<string, string> _options;

    private BuiltInProvider(string name, Dictionary<string, string> options) => (_name, _options) = (name, options);

    /// <summary>
    /// Null where the settings name none of these. Throws <see cref="DeviceException"/> where this build has none of that name.
    /// </summary>
    public static BuiltInProvider? Of(InferenceOptions options)
    {
        var name = options.ExecutionProvider.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            ? options.ExecutionProvider[..^Ending.Length] : options.ExecutionProvider;
        if (options.PluginLibrary.Length > 0 || name.Length == 0 || name.Equals("CPU", StringComparison.OrdinalIgnoreCase))
            return null;
        var built = QuietRuntime.Open().GetAvailableProviders().Select(provider => provider[..^Ending.Length]).ToList();
        var known = built.Find(provider => IsCalled(provider, name)) ?? throw new DeviceException(
            $"Studio:Inference:ExecutionProvider asks for '{options.ExecutionProvider}'; this build of WeddingStudio has only "
            + $"{string.Join(", ", built.Select(provider => provider + Ending))}. For CUDA and TensorRT publish it with "
            + "-p:Accelerator=cuda; for others name the plugin that brings them in Studio:Inference:PluginLibrary.");
        var given = options.ProviderOptions.ToDictionary();
        if (options.Device.Length > 0)
            given[DeviceOption] = int.TryParse(options.Device, out _) ? options.Device : throw new DeviceException(
                $"Studio:Inference:Device is '{options.Device}'; for {known} it is the number of a card, counted from 0.");
        return new BuiltInProvider(known, given);
    }

    /// <summary>An ONNX file whose only node is Identity: the smallest model there is.</summary>
    private static readonly byte[] _smallest = Convert.FromBase64String(
        "CAgSADo3ChAKAXgSAXkiCElkZW50aXR5EgFnWg8KAXgSCgoICAESBAoCCAFiDwoBeRIKCggIARIECgIIAUIECgAQDQ==");

    /// <summary>
    /// Runs up a model, to know at once whether libraries, driver and card are there. Throws <see cref="DeviceException"/> with what the
    /// runtime itself says, the name of a missing library for one.
    /// </summary>
    public void Try() => Guarded(() =>
    {
        using var settings = new SessionOptions();
        Append(settings);
        new InferenceSession(_smallest, settings).Dispose();
    });

    /// <summary>Throws as <see cref="Try"/> does.</summary>
    public void AddTo(SessionOptions settings) => Guarded(() => Append(settings));

    private void Guarded(Action use)
    {
        QuietRuntime.ForgetErrors();
        try
        {
            use();
        }
        catch (Exception error) when (error is OnnxRuntimeException or EntryPointNotFoundException or NotSupportedException)
        {
            throw new DeviceException($"Models cannot run on {_name}: {Reason(error)} Install what is missing (CUDA and TensorRT want "
                + "CUDA 13 and cuDNN 9), leave Studio:Inference:ExecutionProvider empty to use the CPU, or set "
                + "Studio:Inference:FallBack to true to use it whenever the card cannot be used.", error);
        }
    }

    /// <summary>Which library is missing, where that is the reason: only the runtime's own log names it.</summary>
    private static string Reason(Exception error)
    {
        var said = QuietRuntime.Errors().Append(error.Message).ToList();
        return said.Select(line => NotLoaded().Match(line)).FirstOrDefault(match => match.Success) is { } match
            ? $"{Path.GetFileName(match.Groups["library"].Value)} cannot be loaded: {match.Groups["why"].Value.Trim().TrimEnd('.')}."
            : $"{string.Join(" ", said.Distinct()).Trim().TrimEnd('.')}.";
    }

    [GeneratedRegex(@"Failed to load library (?<library>\S+) with error: (?<why>.+)")]
    private static partial Regex NotLoaded();

    public override string ToString() =>
        $"{_name}{(_options.TryGetValue(DeviceOption, out var device) ? $", device {device}" : "")}";

    private void Append(SessionOptions settings)
    {
        switch (_name)
        {
            case "CUDA":
                using (var cuda = new OrtCUDAProviderOptions())
                {
                    cuda.UpdateOptions(_options);
                    settings.AppendExecutionProvider_CUDA(cuda);
                }

                break;
            case "Tensorrt":
                using (var tensorRt = new OrtTensorRTProviderOptions())
                {
                    tensorRt.UpdateOptions(_options);
                    settings.AppendExecutionProvider_Tensorrt(tensorRt);
                }

                break;
            case "Dml":
                settings.AppendExecutionProvider_DML(
                    int.Parse(_options.GetValueOrDefault(DeviceOption, "0"), CultureInfo.InvariantCulture));
                break;
            default:
                settings.AppendExecutionProvider(_name == "WebGpu" ? "WebGPU" : _name, _options);
                break;
        }
    }

    private static bool IsCalled(string provider, string name) => provider.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (provider == "Dml" && name.Equals("DirectML", StringComparison.OrdinalIgnoreCase));
}
