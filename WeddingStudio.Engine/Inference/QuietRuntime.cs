using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace WeddingStudio.Engine.Inference;

/// <summary>
/// ONNX Runtime calls home unless told not to. On Linux and macOS it asks the native environment once, when its library loads: it then
/// looks up its maker's server and keeps a device id in the user's home. Here is every switch it
/// offers, and the only way to its environment.
/// </summary>
internal static class QuietRuntime
{
    internal static string Switch => "ORT_DISABLE_TELEMETRY";

    /// <summary>The runtime with its events off as well: on Windows they go to the system, whatever the environment says.</summary>
    public static OrtEnv Open() => _runtime.Value;

    /// <summary>What the runtime wrote as errors since <see cref="ForgetErrors"/>.</summary>
    public static IReadOnlyList<string> Errors() => [.. _errors];

    public static void ForgetErrors() => _errors.Clear();

    private const int MostErrors = 16;
    private static readonly ConcurrentQueue<string> _errors = new();

    // Kept alive here because native code calls it.
    private static readonly DOrtLoggingFunction _keep = (_, _, _, _, _, message) =>
    {
        _errors.Enqueue(message.Trim());
        while (_errors.Count > MostErrors)
            _errors.TryDequeue(out var _);
    };

    /// <summary>kSameAsRequested of ONNX Runtime.</summary>
    private const int AsRequested = 1;

    private static readonly Lazy<OrtEnv> _runtime = new(() =>
    {
        LargeBlocks.LieByThemselves();
        var settled = new EnvironmentCreationOptions
        {
            logId = "WeddingStudio",
            logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            loggingFunction = _keep,
        };
        var runtime = OrtEnv.CreateInstanceWithOptions(ref settled);
        runtime.DisableTelemetryEvents();

        // One memory for all models: each of its own would keep what its largest call ever took, and a photo's models run one after the
        // other. It grows by what is asked for: doubling took up to twice as much. Without the word "arena" each call takes fresh pages.
        using var settings = new OrtArenaCfg(maxMemory: 0, arenaExtendStrategy: AsRequested, initialChunkSizeBytes: -1,
            maxDeadBytesPerChunk: -1);
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        runtime.CreateAndRegisterAllocator(memory, settings);
        return runtime;
    });

    /// <summary>
    /// Before anything else of this engine runs, whoever uses it. .NET keeps its own copy of the
    /// environment on Unix, which native code never sees.
    /// </summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255",
        Justification = "The program, Bench and tests all must be quiet, and the library loads once per process.")]
    internal static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Switch, "1");
        if (!OperatingSystem.IsWindows() && SetNative(Switch, "1", overwrite: 1) != 0)
            throw new InvalidOperationException($"{Switch} cannot be set: ONNX Runtime would call home.");
    }

    [DllImport("libc", EntryPoint = "setenv", SetLastError = true)]
    private static extern int SetNative(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
