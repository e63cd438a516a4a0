using System.Diagnostics;
using System.Runtime.Versioning;

namespace WeddingStudio.Tests;

/// <summary>
/// An administrator can open every folder, so a test about closed ones runs once more in a process that has its user's name and files,
/// but not that power.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class Unprivileged
{
    private const string Program = "/usr/bin/setpriv", Mark = "WEDDINGSTUDIO_UNPRIVILEGED";

    /// <summary>True when it ran there: it fails here where it failed, or did not run, there. False where the power is not held.</summary>
    public static async Task<bool> RanAsync(Type tests, string name)
    {
        if (!Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable(Mark) is not null)
            return false;
        Assert.SkipUnless(File.Exists(Program), $"'{Program}' is not on this machine (Debian: apt-get install util-linux).");
        var start = new ProcessStartInfo(Program, ["--bounding-set=-dac_override,-dac_read_search", Environment.ProcessPath!, .. Library(),
            "-method", $"{tests.FullName}.{name}", "-noColor"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[Mark] = "1";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0,", said);
        return true;
    }

    /// <summary>Where the runtime runs the tests, it must be told which.</summary>
    private static string[] Library() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Unprivileged).Assembly.Location] : [];
}
