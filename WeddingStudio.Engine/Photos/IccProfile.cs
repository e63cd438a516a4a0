using System.Text;

namespace WeddingStudio.Engine.Photos;

internal static class IccProfile
{
    /// <summary>
    /// Whether the profile calls itself sRGB. Most exported photos carry one, and converting sRGB to sRGB would only cost time.
    /// </summary>
    public static bool IsSrgb(ReadOnlySpan<byte> profile)
    {
        // The description is ASCII in version 2 and UTF-16 in version 4 profiles; no wide-gamut profile has this name.
        if (profile.Length is < 128 or > 65_536 || !profile[16..].StartsWith("RGB "u8))
            return false;
        return profile.IndexOf("sRGB IEC61966"u8) >= 0 || profile.IndexOf(Encoding.BigEndianUnicode.GetBytes("sRGB IEC61966")) >= 0;
    }
}
