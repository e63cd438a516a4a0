using CsvHelper;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

/// <summary>What a guests.csv said: its good lines, and in words what is wrong with the others.</summary>
public sealed record GuestFile(IReadOnlyList<GuestFile.Guest> Guests, IReadOnlyList<string> Problems)
{
    /// <param name="Aliases">Other names, separated by `|`.</param>
    public sealed record Guest(string Name, string? Role, string? Side, string? Table, string? Household, string? Aliases);

    /// <summary>
    /// Reads header `name,role,side,table,household,also_known_as` (comma or semicolon, only name required), or plain names, one
    /// per line. A broken line never stops the others.
    /// </summary>
    public static GuestFile Parse(string text)
    {
        text = text.TrimStart('\uFEFF');
        var header = text[..(text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length)];
        var separator = header.Contains(';') ? ';' : ',';
        return header.Split(separator).Any(column => column.Trim(' ', '"').Equals("name", StringComparison.OrdinalIgnoreCase))
            ? ParseTable(text, separator)
            : new GuestFile([.. Lines(text).Select(name => new Guest(name, null, null, null, null, null))], []);
    }

    private static GuestFile ParseTable(string text, char separator)
    {
        var open = new HashSet<long>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = line => open.UnionWith(
                line.Reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote ? [line.LineNumber] : []),
        });
        csv.ReadHeader();
        var columns = csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToList();
        var guests = new List<Guest>();
        var problems = new List<string>();
        while (csv.Read())
        {
            if (open.Contains(csv.LineNumber))
                problems.Add($"line {csv.LineNumber}: a quote is opened and not closed");
            else if (csv.FieldCount > columns.Count)
                problems.Add($"line {csv.LineNumber}: {csv.FieldCount} columns where the first line has {columns.Count}; put a value that holds a '{separator}' in quotes");
            else if (Field(csv, columns, "name") is not { } name)
                problems.Add($"line {csv.LineNumber}: the name is missing");
            else
                guests.Add(new Guest(name, RoleOf(Field(csv, columns, "role"), csv.LineNumber, problems), Field(csv, columns, "side"),
                    Field(csv, columns, "table"), Field(csv, columns, "household"), Field(csv, columns, "also_known_as")));
        }

        return new GuestFile(guests, problems);
    }

    private static string? Field(CsvReader csv, List<string> columns, string column) =>
        columns.IndexOf(column) is >= 0 and var at && at < csv.FieldCount && csv.GetString(at).Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The role's code; a role nobody knows is told and left out, the guest stays.</summary>
    private static string? RoleOf(string? written, long line, List<string> problems)
    {
        var role = written is null ? null : Roles.Find(written);
        if (written is not null && role is null)
            problems.Add($"line {line}: the role '{written}' is none of {string.Join(", ", Roles.All)}");
        return role;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
