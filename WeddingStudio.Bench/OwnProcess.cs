using System.Diagnostics;

namespace WeddingStudio.Bench;

/// <summary>This program once more, so that memory and compiled code of one measurement are not those of another.</summary>
internal static class OwnProcess
{
    /// <param name="arguments">Its command line.</param>
    /// <param name="ct">Stops the waiting, not the process.</param>
    /// <param name="settings">Of the engine, over those of this process.</param>
    /// <returns>What it printed. Throws <see cref="IOException"/> when it failed; what it said of that is on the standard error.</returns>
    public static async Task<string> RunAsync(
        IEnumerable<string> arguments, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "WeddingStudio.Bench" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? answer : throw new IOException($"The run ended with {process.ExitCode}.");
    }
}
