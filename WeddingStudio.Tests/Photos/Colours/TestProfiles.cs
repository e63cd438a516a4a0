using System.Buffers.Binary;
using System.Text;

namespace WeddingStudio.Tests.Photos.Colours;

/// <summary>
/// ICC profiles made from their published numbers: of primaries and curves in both versions, of tables, of grey and of inks.
/// </summary>
internal static class TestProfiles
{
    private static readonly double[] SrgbPrimaries = [.43607, .22249, .01392, .38515, .71687, .09708, .14307, .06061, .71410];

    private static readonly Dictionary<string, Func<byte[]>> All = new()
    {
        ["adobe"] = () => Matrix(2, "Adobe RGB", [.60974, .31111, .01947, .20528, .62567, .06087, .14919, .06322, .74457],
            Gamma(2.19921875)),
        ["prophoto"] = () => Matrix(2, "ProPhoto", [.79767, .28804, 0, .13519, .71188, 0, .03134, .00009, .82491], Gamma(1.8)),
        ["p3"] = () => Matrix(4, "Display P3", [.51512, .24120, -.00105, .29198, .69225, .04189, .15710, .06657, .78407], SrgbCurve()),
        ["rec2020"] = () => Matrix(4, "Rec. 2020", [.67348, .27903, -.00193, .16566, .67533, .02997, .12505, .04561, .79685], SrgbCurve()),
        ["linear"] = () => Matrix(4, "sRGB IEC61966-2.1 (Linear)", SrgbPrimaries, Gamma(1)),
        ["srgb"] = () => Matrix(4, "a name of its own", SrgbPrimaries, SrgbCurve()),
        ["table"] = Table,
        ["grey"] = () => Profile(2, "GRAY", "XYZ ",
            [("desc", Description("Grey 1.8")), ("wtpt", Xyz(.9642, 1, .8249)), ("kTRC", Gamma(1.8))]),
        ["inks"] = Inks,
    };

    public static byte[] Of(string name) => All[name]();

    /// <summary>libvips's own.</summary>
    private static byte[] Inks()
    {
        using var image = TestPhotos.Vips(TestPhotos.Flat(4, 4, 100)).IccTransform("cmyk", inputProfile: "srgb");
        return (byte[])image.Get("icc-profile-data");
    }

    private static byte[] Matrix(byte version, string name, double[] primaries, byte[] curve) => Profile(version, "RGB ", "XYZ ",
    [
        ("desc", Description(name)), ("wtpt", Xyz(.9642, 1, .8249)),
        ("rXYZ", Xyz(primaries[0], primaries[1], primaries[2])), ("gXYZ", Xyz(primaries[3], primaries[4], primaries[5])),
        ("bXYZ", Xyz(primaries[6], primaries[7], primaries[8])), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]);

    /// <summary>A wide gamut as a table of 9 x 9 x 9 points in Lab (ICC.1:2001, `mft2`).</summary>
    private static byte[] Table()
    {
        using var table = new MemoryStream();
        table.Write([.. "mft2"u8, 0, 0, 0, 0, 3, 3, 9, 0]);
        foreach (var unit in new[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 })
            table.Write(Fixed(unit));
        table.Write([0, 2, 0, 2]);
        for (var i = 0; i < 3; i++)
            table.Write([0, 0, 0xFF, 0xFF]);
        for (var i = 0; i < 729; i++)
        {
            var (r, g, b) = (i / 81 / 8.0, i / 9 % 9 / 8.0, i % 9 / 8.0);
            foreach (var value in new[] { (20 * r + 65 * g + 15 * b) * 652.8, (128 + 110 * (r - g)) * 256, (128 + 90 * (g - b)) * 256 })
                table.Write([(byte)((int)value >> 8), (byte)(int)value]);
        }

        for (var i = 0; i < 3; i++)
            table.Write([0, 0, 0xFF, 0xFF]);
        return Profile(2, "RGB ", "Lab ", [("desc", Description("Table")), ("wtpt", Xyz(.9642, 1, .8249)), ("A2B0", table.ToArray())]);
    }

    private static byte[] Profile(byte version, string space, string connection, List<(string Tag, byte[] Data)> tags)
    {
        using var body = new MemoryStream();
        using var list = new MemoryStream();
        list.Write(Number(tags.Count));
        foreach (var (tag, data) in tags)
        {
            list.Write([.. Encoding.ASCII.GetBytes(tag), .. Number(132 + 12 * tags.Count + (int)body.Length), .. Number(data.Length)]);
            body.Write([.. data, .. new byte[-data.Length & 3]]);
        }

        byte[] head = [.. new byte[8], version, .. new byte[3], .. "mntr"u8, .. Encoding.ASCII.GetBytes(space + connection),
            .. new byte[12], .. "acsp"u8, .. new byte[28],
            .. Fixed(.9642), .. Fixed(1), .. Fixed(.8249), .. new byte[48]];
        return [.. Number(128 + (int)list.Length + (int)body.Length), .. head[4..], .. list.ToArray(), .. body.ToArray()];
    }

    private static byte[] Description(string text) =>
        [.. "desc"u8, 0, 0, 0, 0, .. Number(text.Length + 1), .. Encoding.ASCII.GetBytes(text), .. new byte[1 + 4 + 4 + 2 + 1 + 67]];

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ "u8, 0, 0, 0, 0, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Gamma(double gamma) =>
        [.. "curv"u8, 0, 0, 0, 0, 0, 0, 0, 1, (byte)((int)Math.Round(gamma * 256) >> 8), (byte)Math.Round(gamma * 256), 0, 0];

    private static byte[] SrgbCurve() => [.. "para"u8, 0, 0, 0, 0, 0, 3, 0, 0, .. Fixed(2.4), .. Fixed(1 / 1.055), .. Fixed(.055 / 1.055),
        .. Fixed(1 / 12.92), .. Fixed(.04045)];

    private static byte[] Fixed(double value) => Number((int)Math.Round(value * 65536));

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
