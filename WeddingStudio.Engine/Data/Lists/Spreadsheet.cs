using System.Text.RegularExpressions;
using CsvHelper;

namespace WeddingStudio.Engine.Data.Lists;

/// <summary>
/// A row, the line it begins on, 1-based, and how many lines it has. Cells is null where its quotation marks do not come in pairs.
/// </summary>
internal sealed record SheetRow(int Line, int Lines, IReadOnlyList<string>? Cells)
{
    public int Filled => Cells?.Count(cell => cell.Length > 0) ?? 0;
}

/// <summary>A list as spreadsheets save it: rows of cells, whatever lies between them and however lines end.</summary>
internal sealed partial record Spreadsheet(char Separator, IReadOnlyList<SheetRow> Rows)
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    // An address or a note in quotation marks has a few lines; a mark that nobody closed must not swallow the rest of the list.
    private const int LongestRow = 30;

    /// <summary>
    /// Every way to read the text, the likeliest first; the first line `sep=;` leaves one. Whoever knows the titles chooses.
    /// </summary>
    public static IReadOnlyList<Spreadsheet> Readings(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var hint = SeparatorLine().Match(lines[0]);
        char[] separators = hint.Success ? [hint.Groups[1].Value[0]] : Separators;
        return [.. separators.Select(separator => new Spreadsheet(separator, [.. Read(lines, separator, hint.Success ? 1 : 0)]))];
    }

    /// <summary>The text line by line, for lists that are no table; without `sep=;` and empty lines.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .Select((line, i) => (Number: i + 1, Text: line))
        .Where(line => line.Text.Trim().Length > 0 && !(line.Number == 1 && SeparatorLine().IsMatch(line.Text)));

    private static IEnumerable<SheetRow> Read(string[] lines, char separator, int first)
    {
        for (var i = first; i < lines.Length; i++)
        {
            var (cells, read) = Row(lines, i, separator);
            if (cells is null || cells.Any(cell => cell.Length > 0))
                yield return new SheetRow(i + 1, read, cells);
            i += read - 1;
        }
    }

    /// <summary>The row that begins on a line, and how many lines it has: as many as it takes to close its quotation marks.</summary>
    private static (IReadOnlyList<string>? Cells, int Lines) Row(string[] lines, int at, char separator)
    {
        for (var count = 1; count <= Math.Min(LongestRow, lines.Length - at); count++)
        {
            var text = string.Join('\n', lines, at, count);
            if (text.Count(c => c == '"') % 2 == 0)
                return Cells(text, separator) is { } cells ? (cells, count) : (null, 1);
        }

        return (null, 1);
    }

    private static List<string>? Cells(string row, char separator)
    {
        try
        {
            using var csv = CsvReader.FromText(row, new CsvReaderOptions
            {
                HasHeader = false, Separator = separator, TrimWhitespace = true, WhitespaceCharacters = separator == '\t' ? " " : " \t",
                SkipEmptyLines = false, MalformedData = CsvMalformedDataHandling.Throw,
            });
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(i => Spaces().Replace(csv.GetString(i), " ").Trim())] : [];
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    [GeneratedRegex("^\"?sep=([,;|\t:])\"?[,;|\t]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
