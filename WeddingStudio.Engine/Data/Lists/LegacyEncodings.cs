using System.Text;

namespace WeddingStudio.Engine.Data.Lists;

/// <summary>
/// Text of one byte per letter says nowhere which letters it means: Windows, DOS and the old Macintosh each had their own. Read with the
/// wrong ones, names have signs between their letters or capitals within; where no reading is free of that, nothing is guessed.
/// </summary>
internal static class LegacyEncodings
{
    private const int Windows = 1252, Dos = 850, Macintosh = 10000;

    // Letters beside each other that no Western language writes: then it is another alphabet, read as if it were ours.
    private const int ForeignRun = 3;

    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        // Only the old Macintosh ends its lines so.
        var fromMacintosh = bytes.Contains((byte)'\r') && !bytes.Contains((byte)'\n');
        foreach (var page in fromMacintosh ? new[] { Macintosh, Windows, Dos } : [Windows, Dos, Macintosh])
        {
            var text = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes);
            if (IsPlausible(text))
                return text;
        }

        return null;
    }

    private static bool IsPlausible(string text)
    {
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var (before, c, after) = (i > 0 ? text[i - 1] : ' ', text[i], i + 1 < text.Length ? text[i + 1] : ' ');
            run = c > '~' && char.IsLetter(c) ? run + 1 : 0;
            if (run == ForeignRun || (c > '~' && !Fits(before, c, after)))
                return false;
        }

        return !text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'));
    }

    private static bool Fits(char before, char c, char after) => c switch
    {
        'ª' or 'º' or 'ƒ' => false,
        _ when char.IsLetter(c) => !(char.IsUpper(c) && char.IsLower(before)),
        '’' or '‘' or '´' => true,
        '“' or '”' or '„' or '«' or '»' or '–' or '—' or '…' or '·' or '\u00A0' => !(char.IsLower(before) && char.IsLower(after)),
        _ => false,
    };
}
