using System.Buffers.Binary;

namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>
/// Why a decoder failed, told from the file's own structure: decoder messages differ by library and version, and "cut off" has
/// another remedy than "damaged".
/// </summary>
internal static class CutOffCheck
{
    private const int TailBytes = 65_536;

    public static bool IsCutOff(string path, PhotoFormat format)
    {
        using var file = File.OpenRead(path);
        return format switch
        {
            PhotoFormat.Jpeg => Tail(file).AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0,
            PhotoFormat.Png => Tail(file).AsSpan().IndexOf("IEND"u8) < 0,
            PhotoFormat.Gif => !Tail(file).AsSpan().TrimEnd((byte)0).EndsWith((byte)0x3B),
            PhotoFormat.WebP =>
                Head(file, 8) is { Length: 8 } head && BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) + 8L > file.Length,
            PhotoFormat.Bmp => Head(file, 6) is { Length: 6 } head && BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(2)) > file.Length,
            PhotoFormat.Avif or PhotoFormat.Heic => LastBoxIsCutOff(file),
            _ => false,
        };
    }

    /// <summary>
    /// The file's last bytes; of a JPEG without those that may be the thumbnail in its header, which has an end mark of its own.
    /// </summary>
    private static byte[] Tail(FileStream file)
    {
        var header = Head(file, 3) is [0xFF, 0xD8, ..] ? JpegScanStart(file) : 0;
        var from = Math.Max(header, file.Length - TailBytes);
        file.Position = Math.Min(from, file.Length);
        var tail = new byte[Math.Max(0, file.Length - from)];
        file.ReadExactly(tail);
        return tail;
    }

    private static byte[] Head(FileStream file, int count)
    {
        var head = new byte[count];
        file.Position = 0;
        return head[..file.ReadAtLeast(head, count, throwOnEndOfStream: false)];
    }

    /// <summary>Offset of the first scan of a JPEG; its length when there is none.</summary>
    private static long JpegScanStart(FileStream file)
    {
        Span<byte> marker = stackalloc byte[4];
        for (long at = 2; at + 4 <= file.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(marker[2..]))
        {
            file.Position = at;
            file.ReadExactly(marker);
            if (marker[0] != 0xFF || marker[1] == 0xDA)
                return at;
        }

        return file.Length;
    }

    private static bool LastBoxIsCutOff(FileStream file)
    {
        Span<byte> box = stackalloc byte[16];
        long at = 0;
        while (at + 8 <= file.Length)
        {
            file.Position = at;
            var read = file.ReadAtLeast(box, 16, throwOnEndOfStream: false);
            long size = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (size == 1 && read == 16)
                size = (long)Math.Min(long.MaxValue / 2, BinaryPrimitives.ReadUInt64BigEndian(box[8..]));
            if (size < 8)
                return false; // 0: the last box, to the end of the file.
            at += size;
        }

        return at != file.Length;
    }
}
