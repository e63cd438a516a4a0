using System.Text;
using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Colours;

/// <summary>The little of an ICC profile (ICC.1:2022) that decides what is done with it.</summary>
internal static class IccProfile
{
    private const int TagsAt = 132, TagBytes = 12, MostTags = 100;

    public static readonly string[] Channels = ["r", "g", "b"];

    /// <summary>
    /// What sRGB's primaries are against the profiles' white: X, Y, Z of red, green and blue (IEC 61966-2-1, Bradford to D50).
    /// </summary>
    public static readonly double[] SrgbPrimaries = [.43607, .22249, .01392, .38515, .71687, .09708, .14307, .06061, .71410];

    /// <summary>What writers round away, and less than can be seen.</summary>
    private const double PrimaryTolerance = .002, CurveTolerance = .003;

    /// <summary>"RGB ", "GRAY", "CMYK" or "Lab ": the colours it describes.</summary>
    public static string Space(ReadOnlySpan<byte> profile) => Encoding.ASCII.GetString(new ByteView(profile).Slice(16, 4));

    /// <summary>
    /// Whether it describes sRGB, told by its numbers. Most exported photos carry such a one, and converting sRGB to sRGB would only cost
    /// time; its name says little, a linear one is called sRGB, too.
    /// </summary>
    public static bool IsSrgb(ReadOnlySpan<byte> profile)
    {
        if (Matrix(profile) is not { } matrix)
            return false;
        for (var i = 0; i < matrix.Length; i++)
        {
            if (!(Math.Abs(matrix[i] - SrgbPrimaries[i]) < PrimaryTolerance))
                return false;
        }

        for (var value = .02; value < 1; value += .07)
        {
            foreach (var channel in Channels)
            {
                if (!(Math.Abs(Srgb.FromLinear(ToLinear(profile, channel, value)) - value) < CurveTolerance))
                    return false;
            }
        }

        return true;
    }

    /// <summary>X, Y, Z of full red, of green and of blue; null where tables describe the colours, or nothing.</summary>
    public static double[]? Matrix(ReadOnlySpan<byte> profile)
    {
        if (Space(profile) != "RGB " || !Tag(profile, "A2B0").IsEmpty || !Tag(profile, "A2B1").IsEmpty)
            return null;
        var matrix = new double[9];
        for (var i = 0; i < matrix.Length; i++)
            matrix[i] = Fixed(new ByteView(Tag(profile, Channels[i / 3] + "XYZ")), 8 + 4 * (i % 3));
        return matrix;
    }

    /// <summary>All three channels have curves of a kind that is known here.</summary>
    public static bool HasCurves(ReadOnlySpan<byte> profile)
    {
        foreach (var channel in Channels)
        {
            if (double.IsNaN(ToLinear(profile, channel, .5)))
                return false;
        }

        return true;
    }

    /// <summary>The channel's curve, "r", "g" or "b", at a value 0..1; NaN where there is none.</summary>
    public static double ToLinear(ReadOnlySpan<byte> profile, string channel, double value) =>
        ToLinear(new ByteView(Tag(profile, channel + "TRC")), value);

    /// <summary>A `curv` or `para` tag at a value 0..1; NaN for any other.</summary>
    private static double ToLinear(ByteView curve, double value)
    {
        if (curve.Slice(0, 4).SequenceEqual("para"u8))
            return Parametric(curve, value);
        if (!curve.Slice(0, 4).SequenceEqual("curv"u8))
            return double.NaN;
        var count = curve.U32(8);
        if (count < 2)
            return count == 0 ? value : Math.Pow(value, curve.U16(12) / 256.0);
        var (at, part) = ((long)(value * (count - 1)), value * (count - 1) % 1);
        return (curve.U16(12 + 2 * at) * (1 - part) + curve.U16(14 + 2 * at) * part) / 65535;
    }

    /// <summary>Kinds 0 to 4: a power, and a straight piece before it.</summary>
    private static double Parametric(ByteView curve, double value)
    {
        var kind = curve.U16(8);
        double At(ReadOnlySpan<double> p, int i) => i < p.Length ? p[i] : 0;
        Span<double> p = stackalloc double[kind switch { 0 => 1, 1 => 3, 2 => 4, 3 => 5, 4 => 7, _ => 0 }];
        for (var i = 0; i < p.Length; i++)
            p[i] = Fixed(curve, 12 + 4 * i);
        var (g, a, b) = (At(p, 0), kind == 0 ? 1 : At(p, 1), At(p, 2));
        var isPower = kind switch { 0 => true, 1 or 2 => a * value + b >= 0, _ => value >= At(p, 4) };
        var added = kind == 2 ? At(p, 3) : At(p, 5);
        return p.IsEmpty ? double.NaN
            : isPower ? Math.Pow(a * value + b, g) + added
            : kind switch { 1 => 0, 2 => added, _ => At(p, 3) * value + At(p, 6) };
    }

    private static double Fixed(ByteView view, long at) => (int)view.U32(at) / 65536.0;

    private static ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> profile, string signature)
    {
        var view = new ByteView(profile);
        for (var i = 0; i < Math.Min(view.U32(TagsAt - 4), MostTags); i++)
        {
            if (Encoding.ASCII.GetString(view.Slice(TagsAt + i * TagBytes, 4)) == signature)
                return view.Slice(view.U32(TagsAt + i * TagBytes + 4), view.U32(TagsAt + i * TagBytes + 8));
        }

        return default;
    }
}
