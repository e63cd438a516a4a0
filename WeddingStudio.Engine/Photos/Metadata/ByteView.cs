using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// Numbers out of bytes that nobody vouches for: a number beyond the end is 0, a slice is cut to what is there. So a reader of a
/// broken file finds nothing rather than failing, and needs no check of its own.
/// </summary>
internal readonly ref struct ByteView(ReadOnlySpan<byte> bytes, bool isLittleEndian = false)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _isLittleEndian = isLittleEndian;

    public int Length => _bytes.Length;

    public ReadOnlySpan<byte> From(long at) => Slice(at, long.MaxValue);

    public ReadOnlySpan<byte> Slice(long at, long length) =>
        at < 0 || at >= Length || length <= 0 ? default : _bytes.Slice((int)at, (int)Math.Min(length, Length - at));

    public byte U8(long at) => Slice(at, 1) is [var value] ? value : (byte)0;

    public ushort U16(long at) => Slice(at, 2) is not { Length: 2 } bytes ? (ushort)0
        : _isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    public uint U32(long at) => Slice(at, 4) is not { Length: 4 } bytes ? 0
        : _isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    public ulong U64(long at) => Slice(at, 8) is not { Length: 8 } bytes ? 0
        : _isLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);

    /// <summary>A number of as many bytes: 0, 1, 2, 4 or 8.</summary>
    public ulong Number(long at, int bytes) => bytes switch { 1 => U8(at), 2 => U16(at), 4 => U32(at), 8 => U64(at), _ => 0 };
}
