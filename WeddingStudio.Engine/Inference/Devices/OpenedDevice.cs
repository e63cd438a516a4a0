using Microsoft.ML.OnnxRuntime;

namespace WeddingStudio.Engine.Inference.Devices;

/// <summary>
/// Where models run: the plugin is loaded and one of its devices chosen. Dispose it after the last session; the plugin is unloaded then.
/// </summary>
internal sealed class OpenedDevice : IDisposable
{
    private const string PluginName = "weddingstudio.plugin";

    private readonly InferenceOptions _options;
    private readonly ModelDevice? _chosen;
    private readonly OrtEpDevice? _device;
    private readonly BuiltInProvider? _builtIn;

    /// <summary>Throws <see cref="DeviceException"/> for whatever the settings name and this computer does not have.</summary>
    public OpenedDevice(InferenceOptions options)
    {
        _options = options;
        if (options is { PluginLibrary: "", ExecutionProvider: "", Device: "", ProviderOptions.Count: 0 })
            return;

        _builtIn = BuiltInProvider.Of(options);
        if (_builtIn is not null)
        {
            _builtIn.Try();
            return;
        }

        var builtIn = QuietRuntime.Open().GetEpDevices().Select(device => device.EpName).ToHashSet();
        if (options.PluginLibrary.Length > 0)
            LoadPlugin(options.PluginLibrary);
        try
        {
            var devices = QuietRuntime.Open().GetEpDevices();
            var known = devices.Select((device, i) =>
                Describe(device, devices.Take(i).Count(other => other.EpName == device.EpName), !builtIn.Contains(device.EpName))).ToList();
            _chosen = DeviceChoice.Of(known, options);
            _device = devices[known.IndexOf(_chosen)];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public bool IsAccelerator => _builtIn is not null || _chosen is { IsAccelerator: true };

    /// <summary>The setting without which models would run on the CPU of the runtime itself; null where they do.</summary>
    public string? Setting => _builtIn is not null ? "Studio:Inference:ExecutionProvider"
        : _chosen is { IsAccelerator: true } or { FromPlugin: true } ? "Studio:Inference:PluginLibrary" : null;

    public void AddTo(SessionOptions settings)
    {
        _builtIn?.AddTo(settings);
        if (_device is not null)
            settings.AppendExecutionProvider(QuietRuntime.Open(), [_device], _options.ProviderOptions);
    }

    public override string ToString() => _builtIn?.ToString() ?? _chosen?.ToString() ?? "the CPU";

    public void Dispose()
    {
        if (_options.PluginLibrary.Length > 0)
            QuietRuntime.Open().UnregisterExecutionProviderLibrary(PluginName);
    }

    private static void LoadPlugin(string library)
    {
        // A bare name would be looked for where the system keeps its libraries.
        var path = Path.GetFullPath(library);
        if (!File.Exists(path))
            throw NotLoaded("there is no such file.");
        try
        {
            QuietRuntime.Open().RegisterExecutionProviderLibrary(PluginName, path);
        }
        catch (OnnxRuntimeException error)
        {
            // Every plugin has this function; ONNX Runtime names it when it is missing.
            throw NotLoaded(error.Message.Contains("CreateEpFactories") ? "it is a library, but no execution-provider plugin of "
                + "ONNX Runtime." : error.Said(), error);
        }

        DeviceException NotLoaded(string reason, Exception? error = null) => new(
            $"The plugin '{path}' cannot be loaded: {reason} Fix Studio:Inference:PluginLibrary, or leave it empty to use the CPU.", error);
    }

    private static ModelDevice Describe(OrtEpDevice device, int number, bool fromPlugin)
    {
        var hardware = device.HardwareDevice;

        // The plugin's own path is among them: it tells no device from another, and any part of it would match.
        var facts = hardware.Metadata.Entries.Concat(device.EpMetadata.Entries).DistinctBy(fact => fact.Key)
            .Where(fact => fact.Key != "library_path").ToDictionary();
        return new ModelDevice(device.EpName, number, $"{hardware.Type}", hardware.Vendor, facts, fromPlugin);
    }
}
