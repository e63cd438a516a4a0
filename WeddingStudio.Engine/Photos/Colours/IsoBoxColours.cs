using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Colours;

/// <summary>
/// How the colours of a HEIC or AVIF without a profile are meant: the `colr` box of its main picture (ISO/IEC 23008-12, 9.3).
/// </summary>
internal static class IsoBoxColours
{
    private const int MostMetaBytes = 4 << 20, MostBoxes = 64;

    public static CodedColours? Of(Stream file)
    {
        var (type, begin, end) = IsoBox.In(file, MostBoxes).FirstOrDefault(box => box.Type == "meta");
        return type is null ? null : In(file.ReadAt(begin, Math.Min(end - begin, MostMetaBytes)));
    }

    private static CodedColours? In(byte[] meta)
    {
        var boxes = IsoBox.In(meta, 4);
        var properties = boxes.Where(b => b.Type == "iprp").SelectMany(b => IsoBox.In(meta[..b.End], b.Begin)).ToList();
        var list = properties.Where(b => b.Type == "ipco").SelectMany(b => IsoBox.In(meta[..b.End], b.Begin)).ToList();
        var main = boxes.Find(b => b.Type == "pitm");
        var view = new ByteView(meta);
        var id = (uint)view.Number(main.Begin + 4, view.U8(main.Begin) == 0 ? 2 : 4);
        var own = properties.Where(b => b.Type == "ipma").SelectMany(b => PropertiesOf(meta, b, id)).Where(i => i >= 1 && i <= list.Count)
            .Select(i => list[i - 1]).Where(b => b.Type == "colr").ToList();

        // Put together from tiles, a picture may leave it to them to say; then all of the file speak for it if they agree.
        var told = (own.Count > 0 ? own : list.Where(b => b.Type == "colr")).Select(b => Coded(meta, b)).OfType<(int, int)>()
            .Distinct().Take(2).ToList();
        return told is [var (primaries, transfer), ..] && (own.Count > 0 || told.Count == 1) ? CodedColours.Of(primaries, transfer) : null;
    }

    /// <summary>Numbers of ITU-T H.273 for the primaries and the curve; null for a profile.</summary>
    private static (int Primaries, int Transfer)? Coded(byte[] meta, IsoBox box)
    {
        var view = new ByteView(meta);
        return view.Slice(box.Begin, 4).SequenceEqual("nclx"u8) ? (view.U16(box.Begin + 4), view.U16(box.Begin + 6)) : null;
    }

    /// <summary>Numbers, from 1, of an item's properties in the list of all.</summary>
    private static List<int> PropertiesOf(byte[] meta, IsoBox table, uint id)
    {
        List<int> found = [];
        var view = new ByteView(meta.AsSpan(table.Begin, table.End - table.Begin));
        var (idBytes, numberBytes) = (view.U8(0) == 0 ? 2 : 4, (view.U8(3) & 1) == 0 ? 1 : 2);
        var at = 8L;
        for (var items = view.U32(4); items > 0 && at < view.Length; items--)
        {
            var isIt = view.Number(at, idBytes) == id;
            var count = view.U8(at + idBytes);
            at += idBytes + 1;
            for (var i = 0; i < count; i++, at += numberBytes)
            {
                if (isIt)
                    found.Add((int)view.Number(at, numberBytes) & (numberBytes == 1 ? 0x7F : 0x7FFF));
            }
        }

        return found;
    }
}
