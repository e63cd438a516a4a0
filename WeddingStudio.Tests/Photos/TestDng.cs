using System.Text;

namespace WeddingStudio.Tests.Photos;

/// <summary>A small camera RAW file made from scratch: uncompressed Bayer mosaic with the tags a DNG must have.</summary>
internal static class TestDng
{
    /// <summary>
    /// A grey scene, dark except for the left half of the stored picture, to be turned by <paramref name="orientation"/>.
    /// </summary>
    public static byte[] Make(ushort orientation, int widthPx = 320, int heightPx = 240)
    {
        List<(ushort Tag, ushort Type, byte[] Value)> tags =
        [
            (254, 4, U32(0)), (256, 4, U32((uint)widthPx)), (257, 4, U32((uint)heightPx)), (258, 3, U16(16)), (259, 3, U16(1)),
            (262, 3, U16(32803)),
            (271, 2, Text("Maker")), (272, 2, Text("Model 1")), (273, 4, U32(0)), (274, 3, U16(orientation)), (277, 3, U16(1)),
            (278, 4, U32((uint)heightPx)), (279, 4, U32((uint)(widthPx * heightPx * 2))), (284, 3, U16(1)),
            (33421, 3, U16(2, 2)), (33422, 1, [0, 1, 1, 2]), (50706, 1, [1, 4, 0, 0]), (50707, 1, [1, 1, 0, 0]),
            (50708, 2, Text("Maker Model 1")),
            (50714, 4, U32(0)), (50717, 4, U32(65535)), (50721, 10, Ratios(1, 0, 0, 0, 1, 0, 0, 0, 1)), (50728, 5, Ratios(1, 1, 1)),
            (50778, 3, U16(21)),
        ];
        var directoryEnd = 8 + 2 + tags.Count * 12 + 4;
        var pixelsAt = directoryEnd + tags.Where(t => t.Value.Length > 4).Sum(t => t.Value.Length);
        tags[8] = (273, 4, U32((uint)pixelsAt));

        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        to.Write("II*\0"u8);
        to.Write(8u);
        to.Write((ushort)tags.Count);
        var valuesAt = directoryEnd;
        foreach (var (tag, type, value) in tags)
        {
            to.Write(tag);
            to.Write(type);
            to.Write((uint)(value.Length / SizeOf(type)));
            to.Write(value.Length > 4 ? U32((uint)valuesAt) : [.. value, .. new byte[4 - value.Length]]);
            valuesAt += value.Length > 4 ? value.Length : 0;
        }

        to.Write(0u);
        foreach (var tag in tags.Where(t => t.Value.Length > 4))
            to.Write(tag.Value);
        for (var i = 0; i < widthPx * heightPx; i++)
            to.Write((ushort)(i % widthPx < widthPx / 2 ? 40_000 : 2_000));
        return file.ToArray();
    }

    private static int SizeOf(ushort type) => type switch { 3 => 2, 4 => 4, 5 or 10 => 8, _ => 1 };

    private static byte[] U16(params ushort[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] U32(params uint[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Ratios(params uint[] values) => U32([.. values.SelectMany(v => new[] { v, 1u })]);

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text + "\0\0"[..(2 - text.Length % 2)]);
}
