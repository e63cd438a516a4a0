using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>One helper as the studio sees it: a process that is told what to read and may end at any word.</summary>
internal sealed class HelperProcess : IDisposable
{
    /// <summary>A helper whose pipe broke is as good as gone; it may still be writing down what befell it.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Its managed heap; pictures lie elsewhere.</summary>
    private const long HeapBytes = 256L << 20;

    private readonly Process _process;
    private readonly HelperWatch? _watch;

    private HelperProcess(Process process)
    {
        _process = process;
        _watch = HelperLimits.AreKept ? null : new HelperWatch(process);

        // What decoders say of a file is not for users; unread it would fill the pipe and stop the helper.
        process.ErrorDataReceived += (_, line) => LastWords = line.Data is { Length: > 0 } said ? said : LastWords;
        process.BeginErrorReadLine();
    }

    /// <summary>The last line it wrote on standard error, for the log.</summary>
    public string LastWords { get; private set; } = "";

    public bool IsAlive => !_process.HasExited;

    public int Id => _process.Id;

    /// <summary>Throws <see cref="InvalidOperationException"/> when the program is not where it must be.</summary>
    public static HelperProcess Start()
    {
        var (file, arguments) = Program();
        var start = new ProcessStartInfo(file, [.. arguments, PhotoHelper.Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return new HelperProcess(Process.Start(start)!);
    }

    public void Tell<T>(T order)
        where T : IHelperMessage<T>
    {
        try
        {
            MessageFrames.Write(_process.StandardInput.BaseStream, order);
        }
        catch (IOException)
        {
            // It is gone; whoever waits for the answer learns how.
        }
    }

    /// <summary>Throws <see cref="HelperDiedException"/> when it ends before it has answered.</summary>
    public async Task<T> HearAsync<T>()
        where T : class, IHelperMessage<T> =>
        MessageFrames.Parse<T>(await MessageFrames.ReadAsync(_process.StandardOutput.BaseStream)) ?? throw await DeathAsync();

    public void Limit(long ownBytes, double cpuSeconds) => _watch?.Allow(ownBytes, cpuSeconds);

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        Kill();
        _watch?.Dispose();
        _process.Dispose();
    }

    private async Task<HelperDiedException> DeathAsync()
    {
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        return new HelperDiedException(_watch?.Killed ?? HelperDiedException.CauseOf(_process.ExitCode), LastWords);
    }

    /// <summary>
    /// This very program: its library run by the runtime that runs this process, or, where it carries a runtime, the program itself.
    /// </summary>
    private static (string File, string[] Arguments) Program()
    {
        const string name = "WeddingStudio.Web";
        var library = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..",
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        if (File.Exists(library) && File.Exists(runtime))
            return (runtime, [library]);
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        return File.Exists(program) ? (program, [])
            : throw new InvalidOperationException($"'{program}' is missing: photos are read by it. Install WeddingStudio again.");
    }

    /// <summary>
    /// Small and soon ready: no background collector, no profiler's door, few heaps of the C library, and code is compiled again for speed
    /// only when nothing new has been met for two seconds, as nearly all the work is done by native code. What is large goes back to the
    /// system when it is freed: by itself the C library would keep the strips of a wide panorama, several times the picture.
    /// </summary>
    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_GCHeapHardLimit", HeapBytes.ToString("x", System.Globalization.CultureInfo.InvariantCulture)),
        ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_TC_CallCountingDelayMs", "7d0"), ("DOTNET_DbgEnableMiniDump", "0"),
        ("MALLOC_ARENA_MAX", "2"), ("MALLOC_MMAP_THRESHOLD_", "524288"), ("MALLOC_TRIM_THRESHOLD_", "8388608"),
    ];
}
