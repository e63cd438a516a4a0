using System.Text;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>Date and time of creation in IPTC's own block (IIM 4.2): two fields each, for the photo and for its digital copy.</summary>
internal static class IptcTimes
{
    private const byte DateCreated = 55, TimeCreated = 60, DigitalDate = 62, DigitalTime = 63;

    public static IEnumerable<WrittenTime> Of(byte[] block)
    {
        var fields = Fields(block);
        foreach (var (date, time) in new[] { (DateCreated, TimeCreated), (DigitalDate, DigitalTime) })
        {
            if (fields.TryGetValue(date, out var day) && WrittenTime.Of($"{day} {fields.GetValueOrDefault(time)}") is { } told)
                yield return told;
        }
    }

    private static Dictionary<byte, string> Fields(byte[] block)
    {
        Dictionary<byte, string> fields = [];
        var view = new ByteView(block);
        for (long at = 0; view.U8(at) == 0x1C && view.U16(at + 3) is < 0x8000 and var length; at += 5 + length)
        {
            if (view.U8(at + 1) == 2 && view.U8(at + 2) is DateCreated or TimeCreated or DigitalDate or DigitalTime)
                fields.TryAdd(view.U8(at + 2), Encoding.ASCII.GetString(view.Slice(at + 5, Math.Min((int)length, 32))));
        }

        return fields;
    }
}
