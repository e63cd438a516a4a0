using System.Globalization;

namespace WeddingStudio.Words;

/// <summary>The languages the studio speaks.</summary>
public static class Languages
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");
    public static CultureInfo German { get; } = CultureInfo.GetCultureInfo("de");

    /// <summary>The first is spoken to whoever asks for none of them.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [English, German];
}
