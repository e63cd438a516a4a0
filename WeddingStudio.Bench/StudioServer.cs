using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WeddingStudio.Bench;

/// <summary>The program as a user starts it, on this computer alone, until it is disposed.</summary>
internal sealed partial class StudioServer : IDisposable
{
    private static readonly TimeSpan _start = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private StudioServer(Process process) => _process = process;

    /// <summary>Where the first planner is made.</summary>
    public Uri SetupLink { get; private set; } = null!;

    /// <summary>The most memory the program has held up to now.</summary>
    public double PeakMiB
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1048576.0;
        }
    }

    public static async Task<StudioServer> StartAsync(string dataDirectory, CancellationToken ct)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "WeddingStudio.Web" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program, ["--urls", $"http://127.0.0.1:{FreePort()}", "--no-browser"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["Studio__DataDirectory"] = dataDirectory;
        var link = new TaskCompletionSource<Uri>();
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (SetupAddress().Match(line.Data ?? "") is { Success: true } found)
                link.TrySetResult(new Uri(found.Value));
        };
        process.Exited += (_, _) => link.TrySetException(new IOException($"{program} ended without a set-up link."));
        process.Start();
        process.BeginOutputReadLine();
        var server = new StudioServer(process);
        try
        {
            server.SetupLink = await link.Task.WaitAsync(_start, ct);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+/setup\?code=\S+")]
    private static partial Regex SetupAddress();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
