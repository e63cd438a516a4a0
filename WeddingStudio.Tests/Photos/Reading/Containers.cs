using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>A small sound picture in every container, and the places in it where metadata go.</summary>
internal static class Containers
{
    public static byte[] Jpeg { get; } = Picture(image => image.JpegsaveBuffer(keep: Enums.ForeignKeep.None));
    public static byte[] Png { get; } = Picture(image => image.PngsaveBuffer(keep: Enums.ForeignKeep.None));
    public static byte[] WebP { get; } = Picture(image => image.WebpsaveBuffer(keep: Enums.ForeignKeep.None));
    public static byte[] Gif { get; } = Picture(image => image.GifsaveBuffer(keep: Enums.ForeignKeep.None));
    public static byte[] Avif { get; } =
        Picture(image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.None));

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> payload)
    {
        var length = Math.Min(payload.Length, 65_533);
        return [0xFF, marker, (byte)((length + 2) >> 8), (byte)(length + 2), .. payload[..length]];
    }

    /// <summary>Behind the start mark of the JPEG.</summary>
    public static byte[] InJpeg(params IEnumerable<byte[]> segments) => [.. Jpeg[..2], .. segments.SelectMany(s => s), .. Jpeg[2..]];

    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big(data.Length), .. body, .. Big(Crc(body))];
    }

    /// <summary>Behind the header chunk of the PNG.</summary>
    public static byte[] InPng(params IEnumerable<byte[]> chunks) => [.. Png[..33], .. chunks.SelectMany(c => c), .. Png[33..]];

    /// <summary>After the picture of the WebP, as an extended file.</summary>
    public static byte[] InWebP(params IEnumerable<(string Type, byte[] Data)> chunks)
    {
        byte[] extended = [0x2C, 0, 0, 0, 63, 0, 0, 47, 0, 0];
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", extended), .. WebP[12..], .. chunks.SelectMany(c => Riff(c.Type, c.Data))];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    /// <summary>Before the picture of the GIF.</summary>
    public static byte[] InGif(params IEnumerable<byte[]> blocks)
    {
        var table = 13 + ((Gif[10] & 0x80) != 0 ? 3 << ((Gif[10] & 7) + 1) : 0);
        return [.. Gif[..table], .. blocks.SelectMany(b => b), .. Gif[table..]];
    }

    /// <summary>Behind the file type box.</summary>
    public static byte[] InBoxes(byte[] file, params IEnumerable<byte[]> boxes)
    {
        var type = (int)BinaryPrimitives.ReadUInt32BigEndian(file);
        return [.. file[..type], .. boxes.SelectMany(b => b), .. file[type..]];
    }

    public static byte[] Box(string type, ReadOnlySpan<byte> data) => [.. Big(data.Length + 8), .. Encoding.ASCII.GetBytes(type), .. data];

    /// <summary>A grey TIFF of 8 x 8 with more entries in its directory; pieces lie behind it, each entry's value is their place.</summary>
    public static byte[] Tiff(IReadOnlyList<(ushort Tag, ushort Type, uint Count, byte[] Data)> more, uint next = 0)
    {
        var entries = new List<(ushort Tag, ushort Type, uint Count, uint Value)>
        {
            (256, 3, 1, 8), (257, 3, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1),
            (278, 3, 1, 8), (279, 4, 1, 64),
        };
        const int directory = 8 + 64;
        var at = (uint)(directory + 2 + 12 * (entries.Count + more.Count) + 4);
        foreach (var (tag, type, count, data) in more)
        {
            entries.Add((tag, type, count, data.Length == 4 ? BinaryPrimitives.ReadUInt32LittleEndian(data) : at));
            at += data.Length == 4 ? 0 : (uint)data.Length;
        }

        using var file = new MemoryStream();
        file.Write([.. "II*\0"u8, .. Little(directory), .. new byte[64], .. Short(entries.Count)]);
        foreach (var (tag, type, count, value) in entries.OrderBy(e => e.Tag))
            file.Write([.. Short(tag), .. Short(type), .. Little((int)count), .. Little((int)value)]);
        file.Write(Little((int)next));
        foreach (var (_, _, _, data) in more.Where(m => m.Data.Length != 4))
            file.Write(data);
        return file.ToArray();
    }

    public static byte[] Deflated(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(data);
        return packed.ToArray();
    }

    public static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    public static byte[] Little(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
    public static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];

    /// <summary>PNG's check sum (ISO 3309, polynomial EDB88320), bit by bit.</summary>
    private static int Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return (int)~crc;
    }

    private static byte[] Riff(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data, .. new byte[data.Length % 2]];

    private static byte[] Picture(Func<Image, byte[]> save)
    {
        using var picture = TestPhotos.Vips(TestPhotos.Picture(64, 48));
        return save(picture);
    }
}
