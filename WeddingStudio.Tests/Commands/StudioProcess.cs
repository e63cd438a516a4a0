using System.Diagnostics;
using System.Text;

namespace WeddingStudio.Tests.Commands;

/// <summary>The built program as a process of its own, as a user starts it.</summary>
internal sealed class StudioProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private StudioProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;

    /// <summary>Everything it wrote so far, both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static StudioProcess Start(params IEnumerable<string> args) => StartWith(new Dictionary<string, string?>(), args);

    /// <summary>With variables of the environment on top of this process's; null takes one away.</summary>
    public static StudioProcess StartWith(IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> args) =>
        StartProgram(Program, environment, args);

    /// <summary>
    /// In a folder of its own, with everything it asks the system for written to
    /// <paramref name="trace"/>; its id is the studio's all the same.
    /// </summary>
    public static StudioProcess StartTraced(
        string trace, string folder, IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> args) =>
        StartProgram(Strace.Require(), environment, [.. Strace.Options(trace), Program, .. args], folder);

    private static string Program =>
        Path.Combine(AppContext.BaseDirectory, "WeddingStudio.Web" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    private static StudioProcess StartProgram(
        string program, IReadOnlyDictionary<string, string?> environment, IEnumerable<string> args, string folder = "")
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new StudioProcess(new Process { StartInfo = start });
    }

    /// <summary>In a folder of the user's, whose new files everybody may read unless the program says otherwise.</summary>
    public static StudioProcess StartIn(string folder, params IEnumerable<string> args) =>
        StartProgram("/bin/sh", new Dictionary<string, string?>(), ["-c", "umask 022; exec \"$0\" \"$@\"", Program, .. args], folder);

    /// <summary>Starts `analyze` with the shared models.</summary>
    public static StudioProcess Analyze(string photos, string results, params IEnumerable<string> more) =>
        Start(["analyze", photos, "--out", results, "--models", SharedFiles.Require("models"), .. more]);

    /// <summary>
    /// Waits until it has written <paramref name="words"/>; returns everything written until then. Fails when it ends without.
    /// </summary>
    public async Task<string> SaysAsync(string words)
    {
        await Eventually.IsAsync(() =>
        {
            Assert.False(HasExited && !Output.Contains(words, StringComparison.Ordinal), $"It ended without saying '{words}': {Output}");
            return Output.Contains(words, StringComparison.Ordinal);
        });
        return Output;
    }

    /// <summary>What `kill`, a service manager (TERM) or Ctrl-C (INT) sends.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>
    /// As docker does: whoever was told to stop and is still there after so long is killed, which no exit code of its own says.
    /// </summary>
    public async Task<int> StoppedAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(25));
        try
        {
            return await ExitCodeAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            await KillAsync(CancellationToken.None);
            return _process.ExitCode;
        }
    }

    /// <summary>Most memory it held at once, in bytes, watched until it ends.</summary>
    public async Task<long> PeakMemoryAsync(CancellationToken ct)
    {
        var peak = 0L;
        while (!_process.HasExited)
        {
            _process.Refresh();
            peak = Math.Max(peak, _process.PeakWorkingSet64);
            await Task.Delay(50, ct);
        }

        return peak;
    }

    /// <summary>The hardest way to end: SIGKILL, nothing in the process can notice.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
