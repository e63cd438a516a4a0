using System.Runtime.InteropServices;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// Limits that a helper sets for itself before it looks at a file, kept by the operating system: whatever the file makes a decoder do,
/// it costs this much and no more. Elsewhere than on Linux the studio watches its helpers instead (<see cref="HelperWatch"/>).
/// </summary>
internal static partial class HelperLimits
{
    /// <summary>
    /// What any file may take before its size is known, beside the estimate of its decode, and for its metadata: code, stacks, the
    /// collector's heap. Real photos take a few MB, and up to twenty of the collector's.
    /// </summary>
    public const long SpareBytes = 64L << 20;

    private const int Cpu = 0, Data = 2, Core = 4;

    public static bool AreKept => OperatingSystem.IsLinux();

    /// <summary>No memory image on disk when it crashes, and the first to go when the computer runs out of memory.</summary>
    public static void BeExpendable()
    {
        if (!AreKept)
            return;
        Set(Core, 0);
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Some containers do not allow it. Then the kernel chooses by size, and a helper is small.
        }
    }

    /// <summary>
    /// From now on at most <paramref name="ownBytes"/> more memory and <paramref name="cpuSeconds"/> more processor time.
    /// </summary>
    public static void Allow(long ownBytes, double cpuSeconds)
    {
        if (!AreKept)
            return;
        Set(Data, DataBytes() + (ulong)ownBytes);
        Set(Cpu, (ulong)Math.Ceiling(Environment.CpuUsage.TotalTime.TotalSeconds + cpuSeconds));
    }

    /// <summary>
    /// What counts: private memory that can be written, not the reserved and not the shared (sixth number of statm, in pages).
    /// </summary>
    private static ulong DataBytes() =>
        ulong.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[5], System.Globalization.CultureInfo.InvariantCulture)
        * (ulong)Environment.SystemPageSize;

    /// <summary>The soft limit; the hard one stays, so that the next photo may get more.</summary>
    private static void Set(int resource, ulong value)
    {
        if (getrlimit(resource, out var limit) == 0)
            _ = setrlimit(resource, limit with { Soft = Math.Min(value, limit.Hard) });
    }

    private record struct Limit(ulong Soft, ulong Hard);

    [LibraryImport("libc")]
    private static partial int getrlimit(int resource, out Limit limit);

    [LibraryImport("libc")]
    private static partial int setrlimit(int resource, in Limit limit);
}
