using WeddingStudio.Engine.Data.Lists;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>A line of a file that could not be used, 1-based (0 = the whole file), and why.</summary>
public sealed record LineProblem(int Line, string Reason);

/// <summary>A guest as the list has it. AlsoKnownAs: other names, separated by `|`.</summary>
public sealed record ListedGuest(string Name, string? Role, string? Side, string? Table, string? Household, string? AlsoKnownAs);

/// <summary>
/// Reads a guest list as people write it and as spreadsheets and wedding sites save it: titles with a name among them, or plain names, one
/// per line. Where neither can be told nobody is on it, and one problem says so.
/// </summary>
public sealed record GuestListFile(IReadOnlyList<ListedGuest> Guests, IReadOnlyList<LineProblem> Problems)
{
    private const string NoHeader = "The header has no 'name': nobody was added. "
        + "Call the column of names 'name', or write plain names, one per line.";

    public static GuestListFile Parse(ReadOnlySpan<byte> bytes) =>
        ListText.Of(bytes) is { Text: { } text } ? Parse(text) : Nothing(ListText.Of(bytes).Problem!);

    public static GuestListFile Parse(string text)
    {
        text = text.TrimStart('\uFEFF');
        var header = Spreadsheet.Readings(text).Select(GuestHeader.Find).OfType<GuestHeader>().MaxBy(found => found.Known);
        var lines = header is { IsAlone: false } ? [.. header.Read()] : PlainNames.Read(Spreadsheet.Lines(text), header?.Line ?? 0);
        if (lines is null)
            return Nothing(NoHeader);
        if (lines.Count > 1 && lines.All(line => line.NoName))
            return Nothing(header?.NoNames ?? NoHeader);
        return Of(Once(lines));
    }

    private static GuestListFile Nothing(string problem) => new([], [new LineProblem(0, problem)]);

    private static GuestListFile Of(IReadOnlyList<GuestLine> lines) => new(
        [.. lines.Select(line => line.Guest).OfType<ListedGuest>()],
        [.. lines.Where(line => line.Problem is not null).Select(line => new LineProblem(line.Number, line.Problem!))]);

    /// <summary>
    /// Two guests may bear one name; a line that says the very same again may be either, so it is asked about and not counted.
    /// </summary>
    private static IReadOnlyList<GuestLine> Once(IReadOnlyList<GuestLine> lines)
    {
        var first = lines.Where(line => line.Guest is not null).GroupBy(line => line.Text, StringComparer.InvariantCultureIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First().Number, StringComparer.InvariantCultureIgnoreCase);
        return [.. lines.Select(line => line.Guest is null || first[line.Text] == line.Number ? line
            : GuestLine.Wrong(line.Number, line.Text,
                $"is the same as line {first[line.Text]} and was taken once; if these are two guests, give one of them a table, "
                + "household or role"))];
    }
}
