using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>A stretch of an item's bytes: in the file, or in the box with the list itself.</summary>
internal readonly record struct IsoBoxPart(bool InMeta, long At, long Length);

/// <summary>An item of a HEIC or AVIF (ISO/IEC 23008-12): a picture, or a block of metadata.</summary>
internal sealed record IsoBoxItem(uint Id, string Type, string ContentType, IReadOnlyList<IsoBoxPart> Parts)
{
    public bool IsExif => Type == "Exif";
    public bool IsXmp => Type == "mime" && ContentType == "application/rdf+xml";
}

/// <summary>Reads the `meta` box: which items there are (`iinf`) and where they lie (`iloc`).</summary>
internal static class IsoBoxItems
{
    private const int MostItems = 4096;

    /// <summary>Behind the four bytes of version and flags.</summary>
    private const int Content = 4;

    public static IReadOnlyList<IsoBoxItem> In(byte[] meta)
    {
        var boxes = IsoBox.In(meta, Content);
        var places = Places(meta, boxes);
        var list = boxes.Find(b => b.Type == "iinf");
        var first = list.Begin + Content + (new ByteView(meta).U8(list.Begin) == 0 ? 2 : 4);
        return [.. list.Type is null ? []
            : IsoBox.In(meta[..list.End], first).Where(b => b.Type == "infe").Take(MostItems).Select(b => Item(meta, b, places))];
    }

    private static IsoBoxItem Item(byte[] meta, IsoBox entry, ILookup<uint, IsoBoxPart> places)
    {
        var view = new ByteView(meta.AsSpan(entry.Begin, entry.End - entry.Begin));
        var idBytes = view.U8(0) < 3 ? 2 : 4;
        var id = (uint)view.Number(4, idBytes);
        var type = Encoding.ASCII.GetString(view.Slice(4 + idBytes + 2, 4));
        var words = Encoding.UTF8.GetString(view.From(4 + idBytes + 6)).Split('\0');
        return new(id, type, words.Length > 1 ? words[1] : "", [.. places[id]]);
    }

    private static ILookup<uint, IsoBoxPart> Places(byte[] meta, List<IsoBox> boxes)
    {
        List<(uint Id, IsoBoxPart Part)> parts = [];
        var (where, data) = (boxes.Find(b => b.Type == "iloc"), boxes.Find(b => b.Type == "idat"));
        var view = new ByteView(meta.AsSpan(where.Begin, where.End - where.Begin));
        var version = view.U8(0);
        var (offsetBytes, lengthBytes, baseBytes, indexBytes) = (view.U8(4) >> 4, view.U8(4) & 15, view.U8(5) >> 4,
            version is 1 or 2 ? view.U8(5) & 15 : 0);
        var idBytes = version < 2 ? 2 : 4;
        var (count, at) = (view.Number(6, idBytes), 6L + idBytes);
        for (var item = 0UL; item < Math.Min(count, MostItems) && at < view.Length; item++)
        {
            var id = (uint)view.Number(at, idBytes);
            at += idBytes;
            var inMeta = version is 1 or 2 && (view.U16(at) & 15) == 1;
            at += version is 1 or 2 ? 4 : 2; // construction method, data reference
            var origin = (long)view.Number(at, baseBytes) + (inMeta ? data.Begin : 0);
            var extents = view.U16(at + baseBytes);
            at += baseBytes + 2;
            for (var extent = 0; extent < extents && at < view.Length && parts.Count < MostItems; extent++)
            {
                at += indexBytes;
                parts.Add((id, new(inMeta, origin + (long)view.Number(at, offsetBytes), (long)view.Number(at + offsetBytes, lengthBytes))));
                at += offsetBytes + lengthBytes;
            }
        }

        return parts.ToLookup(p => p.Id, p => p.Part);
    }
}
