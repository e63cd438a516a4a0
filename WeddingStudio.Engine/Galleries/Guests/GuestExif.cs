using System.Buffers.Binary;
using System.Text;
using WeddingStudio.Engine.Photos.Reading;

namespace WeddingStudio.Engine.Galleries.Guests;

/// <summary>The little of a photo's EXIF that a guest gets: which way is up and when it was taken.</summary>
internal static class GuestExif
{
    private const ushort ShortType = 3, LongType = 4, AsciiType = 2, UndefinedType = 7;

    /// <summary>APP1 payload with these values alone (EXIF 2.32, little-endian TIFF); empty when there is nothing to say.</summary>
    public static byte[] ToSegment(this WrittenExif written)
    {
        if (written is { Orientation: 1, TakenAt: null })
            return [];
        var main = new List<(ushort Tag, ushort Type, byte[] Value)> { (0x0112, ShortType, [(byte)written.Orientation, 0]) };
        var details = Details(written);
        const int mainAt = 8;
        var detailsAt = mainAt + DirectoryBytes(details.Count > 0 ? 2 : 1);
        if (details.Count > 0)
            main.Add((0x8769, LongType, BitConverter.GetBytes(detailsAt)));
        using var tiff = new MemoryStream();
        tiff.Write("Exif\0\0II*\0"u8);
        tiff.Write([mainAt, 0, 0, 0]);
        WriteDirectory(tiff, main, detailsAt);
        if (details.Count > 0)
            WriteDirectory(tiff, details, detailsAt + DirectoryBytes(details.Count));
        return tiff.ToArray();
    }

    private static List<(ushort Tag, ushort Type, byte[] Value)> Details(WrittenExif written)
    {
        if (written.TakenAt is null)
            return [];
        List<(ushort, ushort, byte[])> details = [(0x9000, UndefinedType, "0232"u8.ToArray()), (0x9003, AsciiType, Ascii(written.TakenAt))];
        if (written.Offset is not null)
            details.Add((0x9011, AsciiType, Ascii(written.Offset)));
        if (written.SubSeconds is not null)
            details.Add((0x9291, AsciiType, Ascii(written.SubSeconds)));
        return details;
    }

    private static int DirectoryBytes(int entries) => 2 + 12 * entries + 4;

    /// <param name="valuesAt">Offset in the TIFF of values that do not fit into their entry.</param>
    private static void WriteDirectory(MemoryStream tiff, List<(ushort Tag, ushort Type, byte[] Value)> entries, int valuesAt)
    {
        var values = new List<byte>();
        tiff.Write([(byte)entries.Count, 0]);
        var entry = new byte[12];
        foreach (var (tag, type, value) in entries)
        {
            entry.AsSpan().Clear();
            BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(2), type);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(4),
                value.Length / (type switch { ShortType => 2, LongType => 4, _ => 1 }));
            if (value.Length <= 4)
                value.CopyTo(entry, 8);
            else
                BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), valuesAt + values.Count);
            if (value.Length > 4)
                values.AddRange(value.Length % 2 == 0 ? value : [.. value, 0]);
            tiff.Write(entry);
        }

        tiff.Write([0, 0, 0, 0]);
        tiff.Write([.. values]);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text + '\0');
}
