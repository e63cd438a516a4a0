using System.Globalization;

namespace WeddingStudio.Bench.Measures;

/// <summary>
/// What this process and its children took, as Linux counts it: processor seconds of all, those that have ended included, and the most
/// memory they held together: what is each one's own, program files of each, and what is shared once. Read from `status`, which costs
/// nothing; to ask for shares page by page (PSS) took a fifth of the processors.
/// </summary>
public sealed class ProcessTree : IDisposable
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Ticks of /proc/PID/stat in a second; 100 on every Linux.</summary>
    private const double TicksPerSecond = 100;

    private readonly double _before = Seconds();
    private readonly Timer _timer;
    private long _peakKiB;

    public ProcessTree() => _timer = new Timer(_ => Sample(), null, TimeSpan.Zero, SampleInterval);

    /// <summary>User and system, since this was made.</summary>
    public double CpuSeconds => Seconds() - _before;

    public double PeakMiB => Interlocked.Read(ref _peakKiB) / 1024.0;

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        var now = 0L;
        var shared = 0L;
        foreach (var (own, files, ofSharedMemory) in Members().Select(MemoryKiB))
        {
            now += own + files;
            shared = Math.Max(shared, ofSharedMemory);
        }

        now += shared;
        for (var peak = Interlocked.Read(ref _peakKiB); now > peak; peak = Interlocked.Read(ref _peakKiB))
            Interlocked.CompareExchange(ref _peakKiB, now, peak);
    }

    private static double Seconds() => Members().Sum(id => Stat(id) is { } stat ? stat.Ticks / TicksPerSecond : 0);

    private static List<int> Members()
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsAsciiDigit(name[0])).Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Select(id => (Id: id, Stat(id)?.Parent)).ToLookup(process => process.Parent, process => process.Id);
        List<int> members = [Environment.ProcessId];
        for (var i = 0; i < members.Count; i++)
            members.AddRange(parents[members[i]]);
        return members;
    }

    /// <summary>Null for a process that has ended. The name in brackets may hold anything, so fields are counted behind it.</summary>
    private static (int Parent, long Ticks)? Stat(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture),
                fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// KiB that are the process's own, that lie in files, and that are shared memory; nothing of a process that has ended.
    /// </summary>
    private static (long Own, long Files, long Shared) MemoryKiB(int id)
    {
        try
        {
            var lines = File.ReadLines($"/proc/{id}/status").Where(line => line.StartsWith("Rss", StringComparison.Ordinal))
                .ToDictionary(line => line.Split(':')[0], line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
                    CultureInfo.InvariantCulture));
            return (lines.GetValueOrDefault("RssAnon"), lines.GetValueOrDefault("RssFile"), lines.GetValueOrDefault("RssShmem"));
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
