using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using WeddingStudio.Engine.Photos.HelperProcesses;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>The helpers of a process, as the system sees them; only on Linux.</summary>
internal static partial class HelperFamily
{
    public const int Stop = 19, Interrupt = 2, Terminate = 15;

    public static IReadOnlyList<int> Of(int parent)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked at through /proc.");
        return [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(id => Read(id, "cmdline").Split('\0').Contains(PhotoHelper.Command) && ParentOf(id) == parent)];
    }

    /// <summary>Their share of the computer's memory together, in bytes: pages that several see count in parts.</summary>
    public static long MemoryOf(int parent) => Of(parent).Sum(id => Read(id, "smaps_rollup").Split('\n')
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024));

    public static bool IsAlive(int id) => Read(id, "stat") is { Length: > 0 } stat && stat[(stat.LastIndexOf(')') + 2)..][0] is not 'Z';

    public static void Signal(int id, int signal) => Assert.Equal(0, kill(id, signal));

    public static void Kill(int id)
    {
        try
        {
            Process.GetProcessById(id).Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It was quicker.
        }
    }

    private static int ParentOf(int id) => Read(id, "stat") is { Length: > 0 } stat
        ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [DllImport("libc")]
    private static extern int kill(int id, int signal);
}
