using System.Globalization;

namespace WeddingStudio.Drawn;

/// <summary>An sRGB colour, 0..255 per channel. Mixing is done on the coded values: what an illustrator's palette does.</summary>
internal readonly record struct Colour(byte R, byte G, byte B)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    /// <param name="hex">`#rrggbb` or `rrggbb`.</param>
    public static Colour Of(string hex)
    {
        var rgb = int.Parse(hex.AsSpan().TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
    }

    /// <param name="share">0 = this colour, 1 = the other.</param>
    public Colour Mix(Colour other, double share) =>
        new(Between(R, other.R, share), Between(G, other.G, share), Between(B, other.B, share));

    public Colour Lighter(double share) => Mix(White, share);

    public Colour Darker(double share) => Mix(Black, share);

    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";

    private static byte Between(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * Math.Clamp(share, 0, 1));
}
