using System.Text;

namespace WeddingStudio.Engine.Data.Lists;

/// <summary>
/// The text of a list as spreadsheets and mail programs save it, whatever its encoding; Text is null
/// where it cannot be read, and Problem says why.
/// </summary>
internal readonly record struct ListText(string? Text, string? Problem)
{
    private const string SaveAs = "In the spreadsheet choose \"Save as\" and \"CSV UTF-8\".";

    public static ListText Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Unicode(bytes).TrimStart('\uFEFF');
            return text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) ? new(null, $"The file is no text. {SaveAs}")
                : new(text, null);
        }
        catch (DecoderFallbackException)
        {
            return LegacyEncodings.Read(bytes) is { } text ? new(text, null)
                : new(null, $"The letters of the file cannot be told for certain. {SaveAs}");
        }
    }

    private static string Unicode(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] =>
                new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] =>
                new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        };
        return encoding.GetString(bytes);
    }
}
