using System.Buffers.Binary;
using System.Numerics;

namespace WeddingStudio.Engine.Photos.Colours;

/// <summary>Where the primaries and white of a picture lie in the CIE 1931 diagram.</summary>
internal readonly record struct Chromaticities(
    float Rx, float Ry, float Gx, float Gy, float Bx, float By, float Wx = .3127f, float Wy = .3290f)
{
    public static readonly Chromaticities Srgb = new(.64f, .33f, .30f, .60f, .15f, .06f);
    public static readonly Chromaticities AdobeRgb = new(.64f, .33f, .21f, .71f, .15f, .06f);
}

/// <summary>Colours told by a few numbers instead of a profile; as a profile they go the way of all others.</summary>
/// <param name="Primaries">Where they lie.</param>
/// <param name="ToLinear">From a stored value 0..1 to light; light above 1 is white.</param>
internal sealed record CodedColours(Chromaticities Primaries, Func<double, double> ToLinear)
{
    /// <summary>Cameras mark a JPEG in Adobe RGB by a letter in its EXIF and add no profile (DCF 2.0).</summary>
    public static readonly CodedColours AdobeRgb = new(Chromaticities.AdobeRgb, value => Math.Pow(value, 563 / 256.0));

    /// <summary>White of ordinary pictures in one of a high dynamic range, in cd/m² (ITU-R BT.2408).</summary>
    private const double ReferenceWhite = 203;

    private const int CurvePoints = 4096;

    /// <summary>D50 in X, Y, Z, to which all profiles refer.</summary>
    private static readonly Vector3 ProfileWhite = new(.9642f, 1, .8249f);

    /// <summary>Bradford's cone responses, for rows.</summary>
    private static readonly Matrix4x4 Cones = new(.8951f, -.7502f, .0389f, 0, .2664f, 1.7135f, -.0685f, 0, -.1614f,
        .0367f, 1.0296f, 0, 0, 0, 0, 1);

    /// <summary>
    /// By the numbers of ITU-T H.273, as PNG's cICP and the colour boxes of AVIF and HEIC use them; null for sRGB and what is unknown.
    /// </summary>
    public static CodedColours? Of(int primaries, int transfer)
    {
        Chromaticities? where = primaries switch
        {
            1 => Chromaticities.Srgb,
            5 => new(.64f, .33f, .29f, .60f, .15f, .06f),
            6 or 7 => new(.63f, .34f, .31f, .595f, .155f, .07f),
            9 => new(.708f, .292f, .170f, .797f, .131f, .046f),
            11 => new(.68f, .32f, .265f, .69f, .15f, .06f, .314f, .351f),
            12 => new(.68f, .32f, .265f, .69f, .15f, .06f),
            _ => null,
        };
        Func<double, double>? curve = transfer switch
        {
            _ when IsScreenCurve(transfer) => Srgb.ToLinear,
            4 => value => Math.Pow(value, 2.2),
            5 => value => Math.Pow(value, 2.8),
            8 => value => value,
            16 => Pq,
            18 => Hlg,
            _ => null,
        };
        return where is null || curve is null || IsSrgb(primaries, transfer) ? null : new(where.Value, curve);
    }

    public static bool IsSrgb(int primaries, int transfer) => primaries == 1 && IsScreenCurve(transfer);

    /// <summary>What television calls its curve is shown like sRGB on every screen.</summary>
    private static bool IsScreenCurve(int transfer) => transfer is 1 or 2 or 6 or 13 or 14 or 15;

    /// <summary>An ICC profile, version 2, of primaries and one curve.</summary>
    public byte[] ToProfile()
    {
        var columns = Columns();
        var curve = new byte[12 + 2 * CurvePoints];
        "curv"u8.CopyTo(curve);
        BinaryPrimitives.WriteInt32BigEndian(curve.AsSpan(8), CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + 2 * i),
                (ushort)Math.Round(65535 * Math.Clamp(ToLinear(i / (CurvePoints - 1.0)), 0, 1)));
        return Profile([("wtpt", Xyz(ProfileWhite)), ("rXYZ", Xyz(columns[0])), ("gXYZ", Xyz(columns[1])), ("bXYZ", Xyz(columns[2])),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve)]);
    }

    /// <summary>X, Y, Z of full red, green and blue, seen under the profiles' white.</summary>
    private Vector3[] Columns()
    {
        var p = Primaries;
        Vector3[] rows = [Xyz(p.Rx, p.Ry), Xyz(p.Gx, p.Gy), Xyz(p.Bx, p.By)];
        var white = Xyz(p.Wx, p.Wy);
        Matrix4x4.Invert(Matrix(rows), out var toShares);
        var shares = Vector3.TransformNormal(white, toShares);
        Matrix4x4.Invert(Cones, out var back);
        var adapted = Vector3.TransformNormal(ProfileWhite, Cones) / Vector3.TransformNormal(white, Cones);
        return [.. rows.Select((row, i) => Vector3.TransformNormal(Vector3.TransformNormal(row * shares[i], Cones) * adapted, back))];
    }

    private static Vector3 Xyz(float x, float y) => new(x / y, 1, (1 - x - y) / y);

    private static Matrix4x4 Matrix(Vector3[] rows) =>
        new(rows[0].X, rows[0].Y, rows[0].Z, 0, rows[1].X, rows[1].Y, rows[1].Z, 0, rows[2].X, rows[2].Y, rows[2].Z, 0, 0, 0, 0, 1);

    private static byte[] Xyz(Vector3 value)
    {
        var tag = new byte[20];
        "XYZ "u8.CopyTo(tag);
        for (var i = 0; i < 3; i++)
            BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(8 + 4 * i), (int)Math.Round(value[i] * 65536));
        return tag;
    }

    private static byte[] Profile(List<(string Signature, byte[] Data)> tags)
    {
        var profile = new byte[132 + 12 * tags.Count + tags.Select(t => t.Data).Distinct().Sum(d => (d.Length + 3) & ~3)];
        void Number(int at, int value) => BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(at), value);
        Number(0, profile.Length);
        Number(8, 0x02400000);
        "mntrRGB XYZ "u8.CopyTo(profile.AsSpan(12));
        "acsp"u8.CopyTo(profile.AsSpan(36));
        Xyz(ProfileWhite).AsSpan(8).CopyTo(profile.AsSpan(68));
        Number(128, tags.Count);
        Dictionary<byte[], int> places = [];
        var end = 132 + 12 * tags.Count;
        for (var i = 0; i < tags.Count; i++)
        {
            var (signature, data) = tags[i];
            if (places.TryAdd(data, end))
            {
                data.CopyTo(profile, end);
                end += (data.Length + 3) & ~3;
            }

            System.Text.Encoding.ASCII.GetBytes(signature).CopyTo(profile, 132 + 12 * i);
            Number(136 + 12 * i, places[data]);
            Number(140 + 12 * i, data.Length);
        }

        return profile;
    }

    /// <summary>SMPTE ST 2084.</summary>
    private static double Pq(double value)
    {
        const double m1 = .1593017578125, m2 = 78.84375, c1 = .8359375, c2 = 18.8515625, c3 = 18.6875;
        var power = Math.Pow(value, 1 / m2);
        return 10_000 / ReferenceWhite * Math.Pow(Math.Max(power - c1, 0) / (c2 - c3 * power), 1 / m1);
    }

    /// <summary>ARIB STD-B67 on a screen of 1000 cd/m² (ITU-R BT.2100).</summary>
    private static double Hlg(double value)
    {
        const double a = .17883277, b = .28466892, c = .55991073;
        var scene = value <= .5 ? value * value / 3 : (Math.Exp((value - c) / a) + b) / 12;
        return 1000 / ReferenceWhite * Math.Pow(scene, 1.2);
    }
}
