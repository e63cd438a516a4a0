using WeddingStudio.Engine.Photos.Metadata;

namespace WeddingStudio.Engine.Photos.Colours;

/// <summary>
/// How a PNG's colours are meant when it says so in numbers: cICP before a profile before sRGB before gAMA and cHRM (PNG 3, 13.8).
/// </summary>
internal static class PngColours
{
    private const int MostChunks = 256;

    /// <summary>Nearer than this to sRGB's the numbers mean sRGB, as everybody takes them.</summary>
    private const double SrgbGamma = .45455, GammaTolerance = .01, PlaceTolerance = .003;

    /// <summary>Null when the profile decides, if there is one, or the picture is sRGB.</summary>
    public static CodedColours? Of(Stream png)
    {
        var chunks = Chunks(png);
        if (chunks.GetValueOrDefault("cICP") is [var primaries, var transfer, 0, 1, ..])
            return CodedColours.Of(primaries, transfer) ?? (chunks.ContainsKey("iCCP")
                && CodedColours.IsSrgb(primaries, transfer) ? new(Chromaticities.Srgb, Srgb.ToLinear) : null);
        if (chunks.ContainsKey("iCCP") || chunks.ContainsKey("sRGB"))
            return null;
        var gamma = chunks.TryGetValue("gAMA", out var stored) ? new ByteView(stored).U32(0) / 100_000.0 : 0;
        var where = chunks.TryGetValue("cHRM", out var places) && Places(places) is { } found ? found : Chromaticities.Srgb;
        if (where == Chromaticities.Srgb && Math.Abs(gamma - SrgbGamma) < GammaTolerance)
            return null;
        if (gamma is < .1 or > 10) // Not told.
            return where == Chromaticities.Srgb ? null : new(where, Srgb.ToLinear);
        return new(where, value => Math.Pow(value, 1 / gamma));
    }

    private static Chromaticities? Places(byte[] stored)
    {
        var view = new ByteView(stored);
        Span<float> xy = stackalloc float[8];
        for (var i = 0; i < 8; i++)
            xy[i] = view.U32(4 * i) / 100_000f;
        var found = new Chromaticities(xy[2], xy[3], xy[4], xy[5], xy[6], xy[7], xy[0], xy[1]);
        var srgb = Chromaticities.Srgb;
        ReadOnlySpan<float> known = [srgb.Wx, srgb.Wy, srgb.Rx, srgb.Ry, srgb.Gx, srgb.Gy, srgb.Bx, srgb.By];
        var off = 0f;
        for (var i = 0; i < 8; i++)
            off = Math.Max(off, Math.Abs(xy[i] - known[i]));

        // Primaries in one line span no colours.
        var span = (xy[4] - xy[2]) * (xy[7] - xy[3]) - (xy[6] - xy[2]) * (xy[5] - xy[3]);
        return off < PlaceTolerance || Math.Abs(span) < .01f || xy[1] < .1f || xy[3] < .01f || xy[5] < .01f || xy[7] < .01f ? null : found;
    }

    /// <summary>Those before the picture that may tell of its colours; a profile is not loaded.</summary>
    private static Dictionary<string, byte[]> Chunks(Stream png)
    {
        Dictionary<string, byte[]> found = [];
        foreach (var (type, begin, _) in PngChunks.In(png, MostChunks).TakeWhile(chunk => chunk.Type != "IDAT"))
        {
            if (type is "cICP" or "iCCP" or "sRGB" or "gAMA" or "cHRM")
                found.TryAdd(type, png.ReadAt(begin, 32));
        }

        return found;
    }
}
