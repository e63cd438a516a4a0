namespace WeddingStudio.Engine.Photos;

/// <summary>
/// Bounds the memory of photos being open at the same time. One that needs more than the whole budget waits until it is alone.
/// </summary>
internal sealed class DecodeBudget(long totalBytes)
{
    private readonly Lock _turn = new();
    private readonly object _freed = new();
    private readonly long _total = totalBytes;
    private long _free = totalBytes;

    /// <summary>Waits until the memory is free; dispose to give it back.</summary>
    public Lease Take(long bytes)
    {
        var share = Math.Clamp(bytes, 0, _total);

        // Whoever comes first is served first: a large photo is not passed by small ones for ever.
        lock (_turn)
        {
            lock (_freed)
            {
                while (_free < share)
                    Monitor.Wait(_freed);
                _free -= share;
            }
        }

        return new Lease(this, share);
    }

    private void GiveBack(long share)
    {
        lock (_freed)
        {
            _free += share;
            Monitor.PulseAll(_freed);
        }
    }

    public sealed class Lease(DecodeBudget budget, long share) : IDisposable
    {
        private long _share = share;

        public void Dispose() => budget.GiveBack(Interlocked.Exchange(ref _share, 0));
    }
}
