using System.Globalization;
using System.Text;

namespace WeddingStudio.Engine.Data.Lists;

/// <summary>
/// Names as people gave them, without the signs that nobody sees: line breaks and other controls, and those that turn the direction of
/// what stands beside a name, which chat programs put around names that are copied from them.
/// </summary>
public static class PlainName
{
    public static string Of(string? text)
    {
        if (text is null || text.All(IsPlain))
            return text?.Trim() ?? ""; // Almost all are.
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                plain.Append(' ');
            else if (!IsUnseen(rune))
                plain.Append(rune);
        }

        // A letter with its mark in one sign, whichever way a keyboard writes it.
        return plain.ToString().Normalize().Trim();
    }

    /// <summary>Cut where it is longer than any name may be, which makes it the name of nobody.</summary>
    public static string Of(string? text, int longest) => Of(text) is var plain && plain.Length > longest ? plain[..(longest + 1)] : plain;

    /// <summary>A file's name for a terminal or a page, where some signs would do something instead of being seen.</summary>
    public static string Shown(string fileName) =>
        fileName.All(IsPlain) ? fileName
            : string.Concat(fileName.EnumerateRunes().Select(rune => Rune.IsControl(rune) || TurnsDirection(rune) ? "?" : rune.ToString()));

    private static bool IsPlain(char c) => c is >= ' ' and < '\u007f' or >= '\u00ae' and < '\u0300';

    // Broken halves of a sign come as U+FFFD. Joiners stay: Persian and families of emoji need them.
    private static bool IsUnseen(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar || TurnsDirection(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    internal static bool TurnsDirection(Rune sign) =>
        sign.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0x00AD;
}
