using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WeddingStudio.Engine.Imaging;

/// <summary>
/// Memory for pixels and tensors outside the collected heap, never zeroed, and used again by whoever comes next. <see cref="ArrayPool{T}"/>
/// keeps a block of every size, rounded up to a power of two, for every thread that ever asked: half a gigabyte with two photos at work.
/// </summary>
internal sealed unsafe class PooledMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly int _length;
    private NativeBlock? _block;

    private PooledMemory(NativeBlock block, int length) => (_block, _length) = (block, length);

    /// <summary>Whatever was in it before is there still. Dispose it to give it back; nobody may use it after that.</summary>
    public static PooledMemory<T> Rent(int length) => new(NativeBlock.Take((nuint)length * (nuint)Unsafe.SizeOf<T>()), length);

    public override Span<T> GetSpan() => new((_block ?? throw new ObjectDisposedException(nameof(PooledMemory<>))).Start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) =>
        new((T*)(_block ?? throw new ObjectDisposedException(nameof(PooledMemory<>))).Start + elementIndex);

    public override void Unpin()
    {
    }

    public void Dispose() => Dispose(disposing: true);

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _block, null) is { } block)
            NativeBlock.GiveBack(block);
    }
}

/// <summary>A piece of native memory, taken or waiting to be.</summary>
internal sealed unsafe class NativeBlock
{
    /// <summary>Two photos at work hold about forty; more than that waiting is freed, the longest unused first.</summary>
    private const long MostWaitingBytes = 96L << 20;

    private const int Alignment = 64;

    /// <summary>A block may be so many times larger than what is asked for.</summary>
    private const int Roomy = 2;

    private static readonly List<NativeBlock> _waiting = [];
    private static readonly Lock _gate = new();

    private NativeBlock(nuint bytes)
    {
        Bytes = bytes;
        Start = NativeMemory.AlignedAlloc(bytes, Alignment);
    }

    ~NativeBlock() => NativeMemory.AlignedFree(Start);

    public void* Start { get; }

    private nuint Bytes { get; }

    public static NativeBlock Take(nuint bytes)
    {
        lock (_gate)
        {
            NativeBlock? best = null;
            foreach (var block in _waiting)
            {
                if (block.Bytes >= bytes && block.Bytes <= Roomy * bytes && (best is null || block.Bytes < best.Bytes))
                    best = block;
            }

            if (best is not null)
            {
                _waiting.Remove(best);
                return best;
            }
        }

        return new NativeBlock(Math.Max(bytes, Alignment));
    }

    public static void GiveBack(NativeBlock block)
    {
        lock (_gate)
        {
            _waiting.Add(block);
            while (_waiting.Sum(waiting => (long)waiting.Bytes) > MostWaitingBytes)
            {
                _waiting[0].Free();
                _waiting.RemoveAt(0);
            }
        }
    }

    private void Free()
    {
        GC.SuppressFinalize(this);
        NativeMemory.AlignedFree(Start);
    }
}
