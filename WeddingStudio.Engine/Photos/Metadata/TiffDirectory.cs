using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// One directory of tags in a TIFF (TIFF 6.0, EXIF 2.32, BigTIFF). Values are fetched when asked for, each up to a limit.
/// </summary>
internal sealed class TiffDirectory
{
    /// <summary>Those of cameras have a few hundred at most.</summary>
    private const int MostEntries = 4096;

    /// <summary>Of one value: an XMP packet is the largest that is asked for.</summary>
    private const int MostBytes = 4 << 20;

    private readonly Dictionary<ushort, (ushort Type, ulong Count, long At)> _entries = [];
    private readonly Stream _file;
    private readonly bool _isLittleEndian;

    /// <param name="file">The TIFF, whose offsets count from its first byte.</param>
    /// <param name="at">Where the directory begins.</param>
    /// <param name="isLittleEndian">As the TIFF's first bytes say.</param>
    /// <param name="isBig">With offsets of 64 bits.</param>
    public TiffDirectory(Stream file, long at, bool isLittleEndian, bool isBig)
    {
        (_file, _isLittleEndian) = (file, isLittleEndian);
        var (countBytes, entryBytes, valueBytes) = isBig ? (8, 20, 8) : (2, 12, 4);
        var count = (int)Math.Min(View(file.ReadAt(at, countBytes)).Number(0, countBytes), MostEntries);
        var entries = View(file.ReadAt(at + countBytes, (long)count * entryBytes));
        for (var entry = 0; entry + entryBytes <= entries.Length; entry += entryBytes)
        {
            var (type, values, place) = (entries.U16(entry + 2), entries.Number(entry + 4, valueBytes), entry + 4 + valueBytes);
            var fits = values <= (ulong)valueBytes && (int)values * SizeOf(type) <= valueBytes;
            _entries.TryAdd(entries.U16(entry),
                (type, values, fits ? at + countBytes + place : (long)Math.Min(entries.Number(place, valueBytes), long.MaxValue)));
        }
    }

    public bool Has(ushort tag) => _entries.ContainsKey(tag);

    public byte[] Bytes(ushort tag) => _entries.TryGetValue(tag, out var entry)
        ? _file.ReadAt(entry.At, Math.Min((long)Math.Min(entry.Count, MostBytes) * SizeOf(entry.Type), MostBytes))
        : [];

    /// <summary>Up to the first NUL, trimmed; null when nothing is left.</summary>
    public string? Text(ushort tag)
    {
        var bytes = Bytes(tag).AsSpan();
        var text = Encoding.UTF8.GetString(bytes[..(bytes.IndexOf((byte)0) is >= 0 and var end ? end : bytes.Length)]).Trim();
        return text.Length > 0 ? text : null;
    }

    public double[] Numbers(ushort tag, int most = 16)
    {
        if (!_entries.TryGetValue(tag, out var entry))
            return [];
        var (bytes, size) = (Bytes(tag), SizeOf(entry.Type));
        return [.. Enumerable.Range(0, Math.Min(bytes.Length / size, most)).Select(i => Number(View(bytes), i * size, entry.Type))];
    }

    public long Offset(ushort tag) => Numbers(tag) is [> 0 and < long.MaxValue and var at, ..] ? (long)at : 0;

    private static double Number(ByteView view, int at, ushort type) => type switch
    {
        3 => view.U16(at),
        4 or 13 => view.U32(at),
        5 => view.U32(at + 4) is > 0 and var below ? (double)view.U32(at) / below : 0,
        6 => (sbyte)view.U8(at),
        8 => (short)view.U16(at),
        9 => (int)view.U32(at),
        10 => (int)view.U32(at + 4) is not 0 and var below ? (double)(int)view.U32(at) / below : 0,
        16 or 18 => view.U64(at),
        _ => view.U8(at),
    };

    private static int SizeOf(ushort type) =>
        type switch { 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 or 16 or 17 or 18 => 8, _ => 1 };

    private ByteView View(byte[] bytes) => new(bytes, _isLittleEndian);
}
