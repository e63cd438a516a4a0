using System.Text;

namespace WeddingStudio.Tests.Photos.Reading;

/// <summary>
/// Sound pictures whose metadata ask for too much: nested, counted, circular, large, packed; in every container that is read.
/// </summary>
internal static class MetadataBombs
{
    /// <summary>The same bombs for the same seed; each kind in each container comes before any kind comes twice.</summary>
    public static IEnumerable<(string Name, byte[] File)> Make(int count, int seed)
    {
        var random = new Random(seed);
        var kinds = Kinds().ToList();
        return Enumerable.Range(0, count).Select(i =>
        {
            var (name, make) = kinds[i % kinds.Count];
            return ($"{i:000}-{name}", make(random));
        });
    }

    private static IEnumerable<(string Name, Func<Random, byte[]> Make)> Kinds() =>
    [
        .. XmpKinds(), .. TiffKinds(), .. PngKinds(),
        ("segments.jpg",
            r => Containers.InJpeg(Enumerable.Repeat(Containers.Segment((byte)r.Next(0xE0, 0xF0), [0, 0]), r.Next(20_000, 200_000)))),
        ("icc-parts.jpg", r => Containers.InJpeg(Enumerable.Range(1, 255)
            .Select(i => Containers.Segment(0xE2, [.. "ICC_PROFILE\0"u8, (byte)i, 255, .. new byte[r.Next(60_000)]])))),
        ("photoshop.jpg", r => Containers.InJpeg(Enumerable.Repeat(
            Containers.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Many("8BIM\x04\x04\0\0\0\0\0\0"u8, r.Next(1000, 5000))]), 40))),
        ("iptc.jpg", r => Containers.InJpeg(Containers.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. "8BIM\x04\x04\0\0\0\0"u8,
            .. Containers.Big(60_000)[2..], .. Many([0x1C, 2, (byte)r.Next(256), 0, 0], 12_000)]))),
        ("comments.gif", r => Containers.InGif(Enumerable.Repeat<byte[]>([0x21, 0xFE, 1, 65, 0], r.Next(50_000, 400_000)))),
        ("long-comment.gif", r => Containers.InGif([0x21, 0xFE, .. Many([255, .. new byte[255]], r.Next(2_000, 8_000)), 0])),
        ("nested.avif", r => Containers.InBoxes(Containers.Avif, Nested(["moov", "meta", "udta", "trak", "iprp"], r.Next(1_000, 40_000)))),
        ("many-boxes.avif", r =>
            Containers.InBoxes(Containers.Avif, Enumerable.Repeat(Containers.Box("free", []), r.Next(50_000, 300_000)))),
        ("endless-box.avif", r =>
            Containers.InBoxes(Containers.Avif, [.. Containers.Big(r.Next(0, 8)), .. "uuid"u8, .. new byte[r.Next(64)]])),
        ("items.avif", r => Containers.InBoxes(Containers.Avif, Containers.Box("meta",
            [0, 0, 0, 0, .. Containers.Box("iloc", [2, 0, 0, 0, 0x44, 0x40, 0x7F, 0xFF, 0xFF, 0xFF, .. RandomBytes(r, 4_000)])]))),
    ];

    private static IEnumerable<(string Name, Func<Random, byte[]> Make)> XmpKinds()
    {
        (string Name, Func<Random, string> Xmp)[] kinds =
        [
            ("xmp-some-levels", r => NestedXmp(r.Next(20, 80), "rdf:li")),
            ("xmp-many-levels", r => NestedXmp(r.Next(1_000, 8_000), "x:a")),
            ("xmp-struct-levels", r => Packet(Levels(r.Next(20, 80), "<x:s rdf:parseType=\"Resource\">", "</x:s>"))),
            ("xmp-attributes", r =>
                Packet($"<rdf:Description {string.Join(' ', Enumerable.Range(0, r.Next(2_000, 20_000)).Select(i => $"x:a{i}=\"1\""))}/>")),
            ("xmp-items", r => Packet($"<x:b><rdf:Bag>{Repeat("<rdf:li>1</rdf:li>", r.Next(20_000, 100_000))}</rdf:Bag></x:b>")),
            ("xmp-entities", r => $"<!DOCTYPE x [<!ENTITY a \"{Repeat("x", 1_000)}\">"
                + string.Concat(Enumerable.Range(0, 12)
                    .Select(i => $"<!ENTITY {(char)('b' + i)} \"{Repeat($"&{(char)('a' + i)};", 10)}\">"))
                + "]><x:a xmlns:x=\"x\">&m;</x:a>"),
            ("xmp-text", r => Packet($"<x:t>{Repeat("a", r.Next(1_000_000, 4_000_000))}</x:t>")),
        ];
        foreach (var (name, xmp) in kinds)
        {
            yield return ($"{name}.jpg",
                r => Containers.InJpeg(Containers.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Bytes(xmp(r))])));
            yield return ($"{name}-extended.jpg", r => Containers.InJpeg(Extended(Bytes(xmp(r)))));
            yield return ($"{name}.png",
                r => Containers.InPng(Containers.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Bytes(xmp(r))])));
            yield return ($"{name}-packed.png", r =>
                Containers.InPng(Containers.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\x01\0\0\0"u8, .. Containers.Deflated(Bytes(xmp(r)))])));
            yield return ($"{name}.webp", r => Containers.InWebP(("XMP ", Bytes(xmp(r)))));
            yield return ($"{name}.tif", r => Containers.Tiff([(700, 1, 0, Bytes(xmp(r)))]));
            yield return ($"{name}.gif", r => Containers.InGif([0x21, 0xFF, 11, .. "XMP DataXMP"u8, .. Bytes(xmp(r)), 1,
                .. Enumerable.Range(0, 256).Reverse().Select(b => (byte)b), 0, 0]));
        }
    }

    private static IEnumerable<(string Name, Func<Random, byte[]> Make)> TiffKinds()
    {
        (string Name, Func<Random, byte[]> Tiff)[] kinds =
        [
            ("next-is-itself", _ => Containers.Tiff([], next: 72)),
            ("pages", r => Pages(r.Next(20_000, 200_000))),
            ("exif-is-itself", _ => Containers.Tiff([(34665, 4, 1, Containers.Little(72))])),
            ("sub-is-itself", r => Containers.Tiff(
                [(330, 4, 1, Containers.Little(72)), (34853, 4, 1, Containers.Little(72)), (40965, 4, 1, Containers.Little(72))])),
            ("subs", r => Containers.Tiff([(330, 4, 20_000, [.. Many(Containers.Little(72), 20_000)])])),
            ("large-count", r => Containers.Tiff([((ushort)r.Next(270, 320), (ushort)r.Next(1, 13),
                (uint)r.NextInt64(1 << 20, uint.MaxValue), Containers.Little(r.Next()))])),
            ("many-entries", r => [.. "II*\0"u8, .. Containers.Little(8), .. Containers.Short(0xFFFF), .. RandomBytes(r, 12 * 0xFFFF)]),
            ("maker-note", r => Containers.Tiff([(271, 2, 6, "Nikon\0"u8.ToArray()), (34665, 4, 1, Containers.Little(72)),
                (37500, 7, 60_000, [.. "Nikon\0\x02\x10\0\0II*\0\x08\0\0\0"u8, .. RandomBytes(r, 60_000)])])),
        ];
        foreach (var (name, tiff) in kinds)
        {
            yield return ($"{name}.tif", tiff);
            yield return ($"{name}.jpg", r => Containers.InJpeg(Containers.Segment(0xE1, [.. "Exif\0\0"u8, .. tiff(r)])));
            yield return ($"{name}.png", r => Containers.InPng(Containers.Chunk("eXIf", tiff(r))));
            yield return ($"{name}.webp", r => Containers.InWebP(("EXIF", tiff(r))));
            yield return ($"{name}.dng", r => tiff(r));
        }
    }

    private static IEnumerable<(string Name, Func<Random, byte[]> Make)> PngKinds() =>
    [
        ("packed-text.png", r =>
            Containers.InPng(Containers.Chunk("zTXt", [.. "Comment\0\0"u8, .. Containers.Deflated(new byte[r.Next(100, 600) << 20])]))),
        ("packed-profile.png", r =>
            Containers.InPng(Containers.Chunk("iCCP", [.. "icc\0\0"u8, .. Containers.Deflated(new byte[r.Next(100, 400) << 20])]))),
        ("raw-profile.png", r => Containers.InPng(Containers.Chunk("zTXt", [.. "Raw profile type exif\0\0"u8,
            .. Containers.Deflated(Bytes($"\nexif\n{int.MaxValue}\n{Repeat("45786966", r.Next(1_000_000, 4_000_000))}"))]))),
        ("chunks.png", r => Containers.InPng(Enumerable.Repeat(Containers.Chunk("tEXt", "a\0b"u8), r.Next(20_000, 200_000)))),
    ];

    private static string NestedXmp(int levels, string element) => element == "rdf:li"
        ? Packet($"<x:b>{Levels(levels, "<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>")}</x:b>")
        : $"<{element} xmlns:x=\"x\">{Levels(levels, $"<{element}>", $"</{element}>")}</{element}>";

    private static string Packet(string body) =>
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
        + $"rdf:about=\"\">{body}</rdf:Description></rdf:RDF></x:xmpmeta>";

    private static string Levels(int count, string open, string close) => Repeat(open, count) + Repeat(close, count);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static IEnumerable<byte[]> Extended(byte[] xmp)
    {
        const int part = 65_400;
        var id = new string('A', 32);
        yield return Containers.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8,
            .. Bytes(Packet($"<xmpNote:HasExtendedXMP xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\">{id}</xmpNote:HasExtendedXMP>"))]);
        for (var at = 0; at < xmp.Length; at += part)
            yield return Containers.Segment(0xE1, [.. "http://ns.adobe.com/xmp/extension/\0"u8, .. Bytes(id), .. Containers.Big(xmp.Length),
                .. Containers.Big(at), .. xmp.AsSpan(at, Math.Min(part, xmp.Length - at))]);
    }

    /// <summary>A chain of directories, each of one entry.</summary>
    private static byte[] Pages(int count)
    {
        using var file = new MemoryStream(count * 18 + 8);
        file.Write([.. "II*\0"u8, .. Containers.Little(8)]);
        for (var i = 1; i <= count; i++)
            file.Write([1, 0, .. Containers.Short(256), 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, .. Containers.Little(i == count ? 0 : 8 + 18 * i)]);
        return file.ToArray();
    }

    private static byte[] Nested(string[] types, int levels)
    {
        var bytes = new byte[8 * levels];
        for (var i = 0; i < levels; i++)
            ((byte[])[.. Containers.Big(bytes.Length - 8 * i), .. Bytes(types[i % types.Length])]).CopyTo(bytes, 8 * i);
        return bytes;
    }

    private static byte[] Many(ReadOnlySpan<byte> bytes, int count)
    {
        var all = new byte[bytes.Length * count];
        for (var i = 0; i < count; i++)
            bytes.CopyTo(all.AsSpan(i * bytes.Length));
        return all;
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
