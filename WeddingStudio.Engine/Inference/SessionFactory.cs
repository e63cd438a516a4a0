using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace WeddingStudio.Engine.Inference;

/// <summary>
/// The only place that creates ONNX Runtime sessions. One session per model file, shared by all threads and
/// disposed with the factory.
/// </summary>
public sealed class SessionFactory(IOptions<InferenceOptions> options, ILogger<SessionFactory> logger) : IDisposable
{
    private const string PluginName = "weddingstudio.plugin";

    // By the hash of the model file, under the gate.
    private readonly Dictionary<string, ModelSession> _sessions = [];
    private readonly Lock _gate = new();
    private IReadOnlyList<OrtEpDevice>? _devices;

    /// <summary>The sessions opened so far, for whoever measures.</summary>
    public IReadOnlyList<ModelSession> Sessions
    {
        get
        {
            lock (_gate)
                return [.. _sessions.Values];
        }
    }

    /// <summary>The session of one model file; loaded at the first call. Throws <see cref="ModelPackException"/>.</summary>
    public ModelSession Open(ChosenModel model, string? part = null)
    {
        var file = model.File(part);
        lock (_gate)
        {
            if (!_sessions.TryGetValue(file.Sha256, out var session))
                _sessions[file.Sha256] = session = Load(model.Pack.PathOf(file));
            return session;
        }
    }

    private ModelSession Load(string path)
    {
        using var settings = new SessionOptions
        {
            // Photos are worked on side by side, one thread each: more threads inside a session only get in each other's way.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,

            // Photos come in many shapes; a memory plan kept for each of them is never used again.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        try
        {
            if (PluginDevices() is { Count: > 0 } devices)
                settings.AppendExecutionProvider(OrtEnv.Instance(), devices, new Dictionary<string, string>());
            return new ModelSession(Path.GetFileNameWithoutExtension(path), new InferenceSession(path, settings));
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelPackException($"'{path}' cannot be loaded: {error.Message} Copy the pack again, or update WeddingStudio.", error);
        }
    }

    private IReadOnlyList<OrtEpDevice> PluginDevices() =>
        _devices ??= options.Value.PluginLibrary.Length == 0 ? [] : RegisterPlugin(options.Value.PluginLibrary);

    private List<OrtEpDevice> RegisterPlugin(string library)
    {
        var known = OrtEnv.Instance().GetEpDevices().Select(device => device.EpName).ToHashSet();
        try
        {
            OrtEnv.Instance().RegisterExecutionProviderLibrary(PluginName, library);
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelPackException($"The plugin '{library}' cannot be loaded: {error.Message} Mend Studio:Inference:PluginLibrary, or leave it empty to use the CPU.", error);
        }

        var wanted = options.Value.ExecutionProvider;
        var devices = OrtEnv.Instance().GetEpDevices()
            .Where(device => wanted.Length > 0 ? device.EpName == wanted : !known.Contains(device.EpName)).ToList();
        if (devices.Count == 0)
            throw new ModelPackException($"The plugin '{library}' finds no device it can use here. Mend the driver, or leave Studio:Inference:PluginLibrary empty to use the CPU.");
        logger.LogInformation("Models run on {Devices}", string.Join(", ", devices.Select(device => $"{device.EpName} ({device.EpVendor})")));
        return devices;
    }

    public void Dispose()
    {
        foreach (var session in Sessions)
            session.Dispose();
        if (_devices is { Count: > 0 })
            OrtEnv.Instance().UnregisterExecutionProviderLibrary(PluginName);
    }
}
