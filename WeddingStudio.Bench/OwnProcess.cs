using System.Diagnostics;

namespace WeddingStudio.Bench;

/// <summary>This program once more, so that memory and compiled code of one measurement are not those of another.</summary>
internal static class OwnProcess
{
    /// <returns>What it printed. Throws <see cref="IOException"/> when it failed; what it said of that is on the standard error.</returns>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "WeddingStudio.Bench" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var answer = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? answer : throw new IOException($"The run ended with {process.ExitCode}.");
    }
}
