using System.Text;
using CsvHelper;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

/// <summary>A line of a file that could not be used, 1-based (0 = the whole file), and why.</summary>
public sealed record LineProblem(int Line, string Reason);

/// <summary>A guest as the list has it. AlsoKnownAs: other names, separated by `|`.</summary>
public sealed record ListedGuest(string Name, string? Role, string? Side, string? Table, string? Household, string? AlsoKnownAs);

/// <summary>
/// Reads `guests.csv`: a header with name and any of role, side, table, household, also_known_as, comma or semicolon; or plain
/// names, one per line. UTF-8, with or without a byte order mark.
/// </summary>
public sealed record GuestListFile(IReadOnlyList<ListedGuest> Guests, IReadOnlyList<LineProblem> Problems)
{
    private static readonly string[] Columns = ["name", "role", "side", "table", "household", "also_known_as"];

    public static GuestListFile Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(utf8));
        }
        catch (DecoderFallbackException)
        {
            return new GuestListFile([], [new LineProblem(0, "The file is not UTF-8 text. Save it as \"CSV UTF-8\".")]);
        }
    }

    public static GuestListFile Parse(string text)
    {
        List<ListedGuest> guests = [];
        List<LineProblem> problems = [];
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        var header = first < 0 ? null : Header(lines[first]);
        for (var i = Math.Max(first, 0) + (header is null ? 0 : 1); i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
                continue;
            var (guest, problem) = header is null ? Guest(line, _ => null) : header.Read(line);
            if (guest is not null)
                guests.Add(guest);
            if (problem is not null)
                problems.Add(new LineProblem(i + 1, problem));
        }

        return new GuestListFile(guests, problems);
    }

    private static HeaderLine? Header(string line)
    {
        var delimiter = line.Contains(';') ? ';' : ',';
        var titles = Fields(line.Trim(), delimiter)?.Select(title => title.ToLowerInvariant().Replace(' ', '_')).ToList();
        return titles is not null && titles.Contains("name") ? new HeaderLine(titles, delimiter) : null;
    }

    private static (ListedGuest? Guest, string? Problem) Guest(string name, Func<string, string?> column)
    {
        if (name.Length is 0 or > Intake.LongestName)
            return (null, name.Length == 0 ? "has no name" : $"has a name longer than {Intake.LongestName} characters");
        var wanted = column("role");
        var role = wanted is null ? null : Roles.All.FirstOrDefault(r =>
            r.Equals(wanted, StringComparison.OrdinalIgnoreCase) || Roles.Title(r).Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return (new ListedGuest(name, role, column("side"), column("table"), column("household"), column("also_known_as")),
            wanted is null || role is not null ? null : $"has the unknown role '{wanted}'; {name} was taken without one");
    }

    private sealed record HeaderLine(List<string> Titles, char Delimiter)
    {
        public (ListedGuest? Guest, string? Problem) Read(string line)
        {
            if (Fields(line, Delimiter) is not { } fields)
                return (null, "has a stray or unclosed quotation mark");
            if (fields.Count > Titles.Count)
                return (null, $"has {fields.Count} columns, the header has {Titles.Count}: put text that holds '{Delimiter}' in quotation marks");
            return Guest(Column("name") ?? "", Column);

            string? Column(string title) =>
                Columns.Contains(title) && Titles.IndexOf(title) is >= 0 and var at && at < fields.Count && fields[at].Length > 0 ? fields[at] : null;
        }
    }

    /// <summary>The fields of one line; null when it cannot be read. Line by line, so that one stray quotation mark spoils one line.</summary>
    private static List<string>? Fields(string line, char delimiter)
    {
        try
        {
            using var csv = CsvReader.FromText(line, new CsvReaderOptions
            {
                HasHeader = false, Separator = delimiter, TrimWhitespace = true, TrimInsideQuotes = true, MalformedData = CsvMalformedDataHandling.Throw,
            });
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }
}
