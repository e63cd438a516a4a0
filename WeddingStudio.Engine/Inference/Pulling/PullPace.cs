using System.Diagnostics;

namespace WeddingStudio.Engine.Inference.Pulling;

/// <summary>Adds up what has come of a pack's files. What an earlier pull brought counts as done and not into the rate.</summary>
internal sealed class PullPace(IProgress<PullProgress> progress, string pack, long totalBytes)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _wholeFilesBytes;
    private long _cameBytes;

    /// <summary>The present file has <paramref name="haveBytes"/>, of which the last <paramref name="cameBytes"/> have just come.</summary>
    public void Tell(long haveBytes, int cameBytes = 0, TimeSpan? retryIn = null)
    {
        _cameBytes += cameBytes;
        var done = _wholeFilesBytes + haveBytes;
        var perSecond = _cameBytes / Math.Max(_clock.Elapsed.TotalSeconds, 1e-3);
        TimeSpan? left = perSecond > 0 ? TimeSpan.FromSeconds((totalBytes - done) / perSecond) : null;
        progress.Report(new PullProgress { Pack = pack, DoneBytes = done, TotalBytes = totalBytes, BytesPerSecond = perSecond,
            TimeLeft = left, RetryIn = retryIn });
    }

    public void FileIsWhole(long bytes)
    {
        _wholeFilesBytes += bytes;
        Tell(0);
    }
}
