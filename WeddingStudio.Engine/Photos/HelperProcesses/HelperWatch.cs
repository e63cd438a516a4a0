using System.ComponentModel;
using System.Diagnostics;

namespace WeddingStudio.Engine.Photos.HelperProcesses;

/// <summary>
/// Keeps a helper's limits where the system does not (<see cref="HelperLimits"/>): looks at it often and ends it above them.
/// </summary>
internal sealed class HelperWatch : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private readonly Process _process;
    private readonly Timer _timer;
    private volatile Limits _limits = new(long.MaxValue, TimeSpan.MaxValue);

    public HelperWatch(Process process)
    {
        _process = process;
        _timer = new Timer(_ => Look(), null, Often, Often);
    }

    /// <summary>What it was ended for; null when it was not.</summary>
    public HelperEnd? Killed { get; private set; }

    /// <summary>From now on at most so much more of both.</summary>
    public void Allow(long ownBytes, double cpuSeconds)
    {
        _process.Refresh();
        if (!_process.HasExited)
            _limits = new(_process.PrivateMemorySize64 + ownBytes, _process.TotalProcessorTime + TimeSpan.FromSeconds(cpuSeconds));
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        try
        {
            _process.Refresh();
            Killed ??= _process.PrivateMemorySize64 > _limits.Bytes ? HelperEnd.TookTooMuch
                : _process.TotalProcessorTime > _limits.Cpu ? HelperEnd.TookTooLong : null;
            if (Killed is not null)
                _process.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended while it was looked at.
        }
    }

    private sealed record Limits(long Bytes, TimeSpan Cpu);
}
