using System.Numerics;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>Plain TIFFs of the patches in every depth, written bit by bit.</summary>
internal static class TestTiffs
{
    public const int Inverted = 0, Grey = 1, Rgb = 2, Palette = 3, Inks = 5, YCbCr = 6, Lab = 8;

    /// <param name="stored">Of each patch, the samples.</param>
    /// <param name="bits">Of a sample.</param>
    /// <param name="meaning">The PhotometricInterpretation.</param>
    /// <param name="isFloat">Samples are floating point.</param>
    /// <param name="more">Further tags.</param>
    public static byte[] Make(
        IReadOnlyList<double[]> stored, int bits, int meaning, bool isFloat = false, params (ushort Tag, ushort Type, byte[] Value)[] more)
    {
        var samples = stored[0].Length;
        var pixels = Pixels(stored, bits, isFloat);
        List<(ushort Tag, ushort Type, byte[] Value)> tags =
        [
            (256, 4, Long(Patches.WidthPx)), (257, 4, Long(Patches.HeightPx)), (258, 3, Shorts([.. Enumerable.Repeat(bits, samples)])),
            (259, 3, Shorts(1)), (262, 3, Shorts(meaning)),
            (273, 4, Long(0)), (277, 3, Shorts(samples)), (278, 4, Long(Patches.HeightPx)), (279, 4, Long(pixels.Length)),
            (339, 3, Shorts([.. Enumerable.Repeat(isFloat ? 3 : 1, samples)])), .. more,
        ];
        tags = [.. tags.OrderBy(t => t.Tag)];
        var valuesAt = 8 + 2 + 12 * tags.Count + 4;
        var pixelsAt = valuesAt + tags.Where(t => t.Value.Length > 4).Sum(t => t.Value.Length + t.Value.Length % 2);
        tags[tags.FindIndex(t => t.Tag == 273)] = (273, 4, Long(pixelsAt));

        using var file = new MemoryStream();
        file.Write([.. "II*\0"u8, 8, 0, 0, 0, .. Shorts(tags.Count)]);
        foreach (var (tag, type, value) in tags)
        {
            file.Write([.. Shorts(tag, type), .. Long(value.Length / SizeOf(type)),
                .. value.Length > 4 ? Long(valuesAt) : [.. value, .. new byte[4 - value.Length]]]);
            valuesAt += value.Length > 4 ? value.Length + value.Length % 2 : 0;
        }

        file.Write(new byte[4]);
        foreach (var (_, _, value) in tags.Where(t => t.Value.Length > 4))
            file.Write([.. value, .. new byte[value.Length % 2]]);
        file.Write(pixels);
        return file.ToArray();
    }

    public static (ushort Tag, ushort Type, byte[] Value) Profile(byte[] profile) => (34675, 7, profile);

    public static byte[] Shorts(params int[] values) => [.. values.SelectMany(v => BitConverter.GetBytes((ushort)v))];

    public static byte[] Long(int value) => BitConverter.GetBytes(value);

    /// <summary>Rows of samples, most significant bit first; of whole bytes the least significant first.</summary>
    private static byte[] Pixels(IReadOnlyList<double[]> stored, int bits, bool isFloat)
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < Patches.HeightPx; y++)
        {
            var (row, gathered) = (BigInteger.Zero, 0);
            List<byte> bytes = [];
            for (var x = 0; x < Patches.WidthPx; x++)
            {
                foreach (var value in stored[y / Patches.SidePx * Patches.Across + x / Patches.SidePx])
                {
                    if (bits % 8 == 0)
                        bytes.AddRange(Whole(value, bits, isFloat));
                    else
                        (row, gathered) = ((row << bits) | (BigInteger)value, gathered + bits);
                }
            }

            for (row <<= -gathered & 7, gathered = (gathered + 7) / 8; gathered > 0; gathered--)
                bytes.Add((byte)(row >> (8 * (gathered - 1)) & 255));
            rows.Write([.. bytes]);
        }

        return rows.ToArray();
    }

    private static byte[] Whole(double value, int bits, bool isFloat) => (bits, isFloat) switch
    {
        (16, true) => BitConverter.GetBytes((Half)value),
        (32, true) => BitConverter.GetBytes((float)value),
        (64, true) => BitConverter.GetBytes(value),
        _ => BitConverter.GetBytes(unchecked((long)value))[..(bits / 8)],
    };

    private static int SizeOf(ushort type) => type switch { 3 => 2, 4 => 4, 5 => 8, _ => 1 };
}
