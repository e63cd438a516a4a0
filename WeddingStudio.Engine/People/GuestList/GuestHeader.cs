using WeddingStudio.Engine.Data.Lists;

namespace WeddingStudio.Engine.People.GuestList;

/// <summary>The row of titles of a guest list, and how a guest is read out of a row below it.</summary>
internal sealed class GuestHeader
{
    // Above the titles may stand what list it is, of whom and from when.
    private const int RowsSearched = 10;

    private static readonly GuestColumn[] NameColumns =
        [GuestColumn.Name, GuestColumn.LastThenFirst, GuestColumn.FirstName, GuestColumn.LastName];

    private readonly Spreadsheet _sheet;
    private readonly int _row;
    private readonly Dictionary<GuestColumn, int> _columns;

    private GuestHeader(Spreadsheet sheet, int row, Dictionary<GuestColumn, int> columns)
    {
        (_sheet, _row, _columns) = (sheet, row, columns);

        // "Name;First name" means the last name by it.
        if (Has(GuestColumn.Name) && Has(GuestColumn.FirstName) && !Has(GuestColumn.LastName))
            _columns[GuestColumn.LastName] = _columns[GuestColumn.Name];
    }

    /// <summary>How many of its titles are known.</summary>
    public int Known => _columns.Count;
    public int Line => _sheet.Rows[_row].Line;

    /// <summary>One title over plain names.</summary>
    public bool IsAlone => Titles.Count == 1;

    private IReadOnlyList<string> Titles => _sheet.Rows[_row].Cells!;

    public static GuestHeader? Find(Spreadsheet sheet) =>
        Enumerable.Range(0, Math.Min(RowsSearched, sheet.Rows.Count)).Select(row => At(sheet, row))
            .FirstOrDefault(header => header is not null);

    public IEnumerable<GuestLine> Read() => _sheet.Rows.Skip(_row + 1).Select(row => row.Cells is { } cells
        ? Guest(row, cells)
        : GuestLine.Wrong(row.Line, "", "has a stray or unclosed quotation mark"));

    /// <summary>What was found where names should be, in words.</summary>
    public string NoNames => $"The column '{Titles[_columns[NameColumns.First(Has)]]}'"
        + " of the header holds no names: nobody was added. Call the column of names 'name'.";

    private static GuestHeader? At(Spreadsheet sheet, int row)
    {
        var titles = sheet.Rows[row];
        if (titles.Cells is not { } cells)
            return null;
        var columns = Columns(cells);
        if (!NameColumns.Any(columns.ContainsKey))
            return null;

        // What stands above has fewer cells filled, or this is no header but somebody of the list.
        var isFirst = sheet.Rows.Take(row).All(above => above.Filled < Math.Max(titles.Filled, 2))
            && (row == 0 || titles.Filled > 1 || !GuestTitles.MayBeAGuest(cells.First(cell => cell.Length > 0)));
        return isFirst ? new GuestHeader(sheet, row, columns) : null;
    }

    private static Dictionary<GuestColumn, int> Columns(IReadOnlyList<string> titles) => titles
        .Select((title, at) => (Known: GuestTitles.Of(title), At: at)).Where(title => title.Known is not null)
        .GroupBy(title => title.Known!.Value.Column, title => (title.Known!.Value.Rank, title.At))
        .ToDictionary(column => column.Key, column => column.Min().At);

    private GuestLine Guest(SheetRow row, IReadOnlyList<string> cells)
    {
        var line = row.Line;
        var key = string.Join(_sheet.Separator, cells);
        if (cells.Skip(Titles.Count).Any(cell => cell.Length > 0))
            return GuestLine.Wrong(line, key,
                $"has {cells.Count} columns, the header has {Titles.Count}: put text that holds '{_sheet.Separator}' in quotation marks");
        var name = Name(cells);
        if (row.Lines > 1 && name.Contains(_sheet.Separator))
            return GuestLine.Wrong(line, key,
                $"is held together with the {row.Lines - 1} after it by quotation marks, and one of these is stray");
        if (GuestLine.WrongName(name) is { } reason)
            return GuestLine.Wrong(line, key, reason, noName: name.Length > 0);

        var wanted = Cell(cells, GuestColumn.Role);
        var role = wanted is null ? null : GuestRoles.Of(wanted);
        return new GuestLine(line, key,
            new ListedGuest(name, role, Cell(cells, GuestColumn.Side), Cell(cells, GuestColumn.Table), Cell(cells, GuestColumn.Household),
                Cell(cells, GuestColumn.AlsoKnownAs)),
            wanted is null || role is not null ? null : $"has the unknown role '{wanted}'; {name} was taken without one");
    }

    private string Name(IReadOnlyList<string> cells)
    {
        var parts = new[] { Cell(cells, GuestColumn.FirstName), Cell(cells, GuestColumn.LastName) }.OfType<string>().ToList();
        if (parts.Count > 0)
            return string.Join(' ', parts);
        if (Cell(cells, GuestColumn.LastThenFirst) is { } turned)
            return string.Join(' ', turned.Split(',', 2, StringSplitOptions.TrimEntries).Reverse());
        return Cell(cells, GuestColumn.Name) ?? "";
    }

    private bool Has(GuestColumn column) => _columns.ContainsKey(column);

    private string? Cell(IReadOnlyList<string> cells, GuestColumn column) =>
        _columns.TryGetValue(column, out var at) && at < cells.Count && cells[at].Length > 0 ? cells[at] : null;
}
