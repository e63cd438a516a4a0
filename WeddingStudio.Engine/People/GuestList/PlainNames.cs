using System.Text.RegularExpressions;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>Names without a table around them, one per line.</summary>
internal static partial class PlainNames
{
    /// <summary>
    /// The lines below <paramref name="title"/> (0 = all); null where most of them are rows of a table whose header says nothing of names.
    /// </summary>
    public static IReadOnlyList<GuestLine>? Read(IEnumerable<(int Number, string Text)> lines, int title)
    {
        var names = lines.Where(line => line.Number > title)
            .Select(line => (line.Number, Text: Unquoted(Mark().Replace(line.Text, "")))).ToList();
        if (2 * names.Count(line => IsRow(line.Text)) > names.Count)
            return null;
        return [.. names.Select((line, i) => Guest(line.Number, line.Text, isFirst: title == 0 && i == 0))];
    }

    private static GuestLine Guest(int number, string text, bool isFirst)
    {
        if (IsRow(text))
            return GuestLine.Wrong(number, text, $"is no plain name ('{text}'): put a header with 'name' above the list");
        if (isFirst && TitleOfAList().IsMatch(text))
            return GuestLine.Wrong(number, text, $"is taken for the title of the list ('{text}')");
        return GuestLine.WrongName(text) is { } reason
            ? GuestLine.Wrong(number, text, reason, noName: true)
            : new GuestLine(number, text, new ListedGuest(text, null, null, null, null, null));
    }

    private static bool IsRow(string text) => !Name().IsMatch(text);

    private static string Unquoted(string text) => text is ['"', .. var inside, '"'] && !inside.Contains('"') ? inside.Trim() : text;

    // Whole lines never become names: a comma only comes before what belongs to one, as in "Ben O'Neill, jun.".
    [GeneratedRegex(@"^[^,;\t|]*(,\s*(jun|jr|junior|sen|sr|senior|dr|md|m\.d|phd|ph\.d|esq|i{1,3}|iv)\.?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    // "1. Anna", "- Anna", "• Anna".
    [GeneratedRegex(@"^\s*(?:(?:\d{1,4}[.)]|[-–•*·])\s+)?|\s+$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"guest ?list|gästeliste|\bwedding\b|\bhochzeit\b", RegexOptions.IgnoreCase)]
    private static partial Regex TitleOfAList();
}
