using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Inference;

/// <summary>
/// The only place that creates ONNX Runtime sessions. One session per model file, shared by all threads and
/// disposed with the factory.
/// </summary>
public sealed class SessionFactory(IOptions<InferenceOptions> options, ILogger<SessionFactory> logger) : IDisposable
{
    // By the hash of the model file, under the gate.
    private readonly Dictionary<string, ModelSession> _sessions = [];
    private readonly Lock _gate = new();
    private OpenedDevice? _device;

    /// <summary>The sessions opened so far, for whoever measures.</summary>
    public IReadOnlyList<ModelSession> Sessions
    {
        get
        {
            lock (_gate)
                return [.. _sessions.Values];
        }
    }

    /// <summary>Why models run on the CPU though the settings name another device; null while they run where they should.</summary>
    public string? FellBack { get; private set; }

    /// <summary>
    /// Loads the plugin, if one is set, and chooses the device; returns what models run on, in words. The first session does it
    /// too: call it to know at once. Throws <see cref="DeviceException"/>.
    /// </summary>
    public string OpenDevice()
    {
        lock (_gate)
            return $"{Device()}";
    }

    /// <summary>
    /// The session of one model file; loaded at the first call. Throws <see cref="ModelPackException"/> for a file that is no model
    /// or takes other pictures than its manifest says, <see cref="DeviceException"/> for settings of `Studio:Inference`.
    /// </summary>
    public ModelSession Open(ChosenModel model, string? part = null)
    {
        var file = model.File(part);
        lock (_gate)
        {
            if (!_sessions.TryGetValue(file.Sha256, out var session))
                _sessions[file.Sha256] = session = Load(model.Pack.PathOf(file), Device());
            session.Shape.Check(model.Entry.Input, isPart: part is not null);
            return session;
        }
    }

    private OpenedDevice Device()
    {
        if (_device is null)
        {
            _device = Opened();
            logger.LogInformation("Models run on {Device}", _device);
        }

        return _device;
    }

    private OpenedDevice Opened()
    {
        try
        {
            return new OpenedDevice(options.Value);
        }
        catch (DeviceException refused) when (options.Value.FallBack)
        {
            FellBack = refused.Message;
            logger.LogWarning("{Reason} Studio:Inference:FallBack is set: models run on the CPU.", refused.Message);
            return new OpenedDevice(new InferenceOptions());
        }
    }

    private static ModelSession Load(string path, OpenedDevice device)
    {
        QuietRuntime.Open();
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
        settings.AddSessionConfigEntry("session.use_env_allocators", "1");
        InferenceSession session;
        try
        {
            device.AddTo(settings);
            session = new InferenceSession(path, settings);
        }
        catch (OnnxRuntimeException error)
        {
            throw device.Setting is { } setting
                ? new DeviceException($"'{path}' cannot be loaded on {device}: {error.Said()} Fix Studio:Inference:ProviderOptions or the "
                    + $"driver, or leave {setting} empty to use the CPU.", error)
                : new ModelPackException($"'{path}' cannot be loaded: {error.Said()} Copy the pack again, or update WeddingStudio.", error);
        }

        try
        {
            return new ModelSession(session, ModelShape.Of(path, session), device);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var session in Sessions)
            session.Dispose();
        _device?.Dispose();
    }
}
