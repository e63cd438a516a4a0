using System.Text;
using WeddingStudio.Tests.Photos.Reading;

namespace WeddingStudio.Tests.Photos.Metadata;

/// <summary>EXIF and the other blocks that tell a time, written byte by byte.</summary>
internal static class TestExif
{
    public const ushort Make = 0x010F, Changed = 0x0132, Original = 0x9003, Digitised = 0x9004, Offset = 0x9010,
        OffsetOriginal = 0x9011, Fraction = 0x9291;

    /// <summary>
    /// A TIFF with nothing but these texts; those of the picture stand in its first directory, those of the taking in the second.
    /// </summary>
    public static byte[] Tiff(params (ushort Tag, string Text)[] texts) => Tiff(texts, []);

    /// <param name="texts">Tags and their texts.</param>
    /// <param name="position">Day and time from satellites; a day of null is left out.</param>
    public static byte[] Tiff((ushort Tag, string Text)[] texts, (string? Day, int Hour, int Minute, int Second)[] position)
    {
        List<(ushort Tag, ushort Type, byte[] Value)> main = [.. texts.Where(t => t.Tag < 0x8000).Select(Text)],
            details = [.. texts.Where(t => t.Tag >= 0x8000).Select(Text)], place = [];
        foreach (var (day, hour, minute, second) in position)
        {
            place.Add(
                (7, 5, [.. new[] { hour, minute, second }.SelectMany(x => (byte[])[.. Containers.Little(x), .. Containers.Little(1)])]));
            if (day is not null)
                place.Add(Text((29, day)));
        }

        // Pointers first with any value, to learn the sizes.
        main.AddRange([(0x8769, 4, new byte[4]), (0x8825, 4, new byte[4])]);
        var detailsAt = 8 + SizeOf(main);
        var placeAt = detailsAt + SizeOf(details);
        main[^2] = (0x8769, 4, Containers.Little(detailsAt));
        main[^1] = (0x8825, 4, Containers.Little(placeAt));
        return [.. "II*\0"u8, 8, 0, 0, 0, .. Directory(main, 8), .. Directory(details, detailsAt), .. Directory(place, placeAt)];
    }

    public static byte[] Block(byte[] tiff) => [.. "Exif\0\0"u8, .. tiff];

    public static byte[] Jpeg(params (ushort Tag, string Text)[] texts) => Containers.InJpeg(Containers.Segment(0xE1, Block(Tiff(texts))));

    public static byte[] Xmp(string attributes, string elements = "") => Encoding.UTF8.GetBytes(
        "<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<rdf:Description rdf:about='' xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' "
        + "xmlns:xmp='http://ns.adobe.com/xap/1.0/' "
        + $"xmlns:tiff='http://ns.adobe.com/tiff/1.0/' {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>");

    public static byte[] XmpSegment(byte[] packet) => Containers.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. packet]);

    /// <summary>IPTC's fields among Photoshop's resources.</summary>
    public static byte[] Photoshop(params (byte Field, string Text)[] fields)
    {
        byte[] block = [.. fields.SelectMany(f => (byte[])[0x1C, 2, f.Field, 0, (byte)f.Text.Length, .. Encoding.ASCII.GetBytes(f.Text)])];
        return [.. "8BIM"u8, 4, 4, 0, 0, .. Containers.Big(block.Length), .. block, .. new byte[block.Length % 2]];
    }

    private static (ushort, ushort, byte[]) Text((ushort Tag, string Text) text) =>
        (text.Tag, 2, [.. Encoding.UTF8.GetBytes(text.Text), 0]);

    private static int SizeOf(List<(ushort Tag, ushort Type, byte[] Value)> tags) =>
        2 + 12 * tags.Count + 4 + tags.Where(t => t.Value.Length > 4).Sum(t => t.Value.Length);

    private static byte[] Directory(List<(ushort Tag, ushort Type, byte[] Value)> tags, int at)
    {
        List<byte> list = [.. Containers.Short(tags.Count)], values = [];
        var valuesAt = at + 2 + 12 * tags.Count + 4;
        foreach (var (tag, type, value) in tags.OrderBy(t => t.Tag))
        {
            var size = type switch { 4 => 4, 5 => 8, _ => 1 };
            list.AddRange([.. Containers.Short(tag), .. Containers.Short(type), .. Containers.Little(value.Length / size),
                .. value.Length > 4 ? Containers.Little(valuesAt + values.Count) : [.. value, .. new byte[4 - value.Length]]]);
            if (value.Length > 4)
                values.AddRange(value);
        }

        return [.. list, 0, 0, 0, 0, .. values];
    }
}
