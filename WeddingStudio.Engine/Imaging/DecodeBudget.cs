namespace WeddingStudio.Engine.Imaging;

/// <summary>Bounds the memory of photos being open at the same time. One that needs more than the whole is to be refused.</summary>
internal sealed class DecodeBudget(long totalBytes)
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private TaskCompletionSource _freed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _free = totalBytes;

    public long TotalBytes { get; } = totalBytes;

    public bool Holds(long bytes) => bytes <= TotalBytes;

    /// <summary>
    /// Waits until the memory is free; dispose to give it back. Whoever comes first is served first: a
    /// large photo is not passed by small ones for ever.
    /// </summary>
    public async Task<IDisposable> TakeAsync(long bytes, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, TotalBytes);
        await _turn.WaitAsync(ct);
        try
        {
            while (TryTake(bytes) is { } freed)
                await freed.WaitAsync(ct);
            return new Lease(this, bytes);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Null when it was taken, else what to wait for before the next try.</summary>
    private Task? TryTake(long bytes)
    {
        lock (_gate)
        {
            if (_free < bytes)
                return _freed.Task;
            _free -= bytes;
            return null;
        }
    }

    private void GiveBack(long bytes)
    {
        lock (_gate)
        {
            _free += bytes;
            _freed.SetResult();
            _freed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Lease(DecodeBudget budget, long bytes) : IDisposable
    {
        private long _bytes = bytes;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _bytes, 0) is > 0 and var taken)
                budget.GiveBack(taken);
        }
    }
}
