using System.Globalization;
using WeddingStudio.Engine.Data.Lists;

namespace WeddingStudio.Engine.Moments.Day;

/// <summary>What a timeline.csv said: its good lines, and in words what is wrong with the others.</summary>
public sealed record TimelineFile(IReadOnlyList<TimelineFile.Entry> Entries, IReadOnlyList<string> Problems)
{
    public sealed record Entry(DateTime StartsAtUtc, string Name);

    private const string TimeFormat = "yyyy-MM-ddTHH:mm";

    public static TimelineFile Parse(ReadOnlySpan<byte> bytes, TimeZoneInfo zone) =>
        ListText.Of(bytes) is { Text: { } text } ? Parse(text, zone) : new TimelineFile([], [ListText.Of(bytes).Problem!.TrimEnd('.')]);

    /// <summary>
    /// Reads header `time,name`, with whatever a spreadsheet puts between, and local times of
    /// <paramref name="zone"/>; a broken line never stops the others.
    /// </summary>
    public static TimelineFile Parse(string text, TimeZoneInfo zone)
    {
        if (Spreadsheet.Readings(text.TrimStart('\uFEFF'))
            .FirstOrDefault(sheet => Column(sheet, "time") >= 0 && Column(sheet, "name") >= 0) is not { } day)
            return new TimelineFile([], ["line 1: the first line must be `time,name`"]);

        var (time, name) = (Column(day, "time"), Column(day, "name"));
        var entries = new List<Entry>();
        var problems = new List<string>();
        foreach (var row in day.Rows.Skip(1))
        {
            if (ReadRow(row, time, name, zone, out var entry) is { } problem)
                problems.Add($"line {row.Line}: {problem}");
            else
                entries.Add(entry!);
        }

        return new TimelineFile([.. entries.OrderBy(e => e.StartsAtUtc)], problems);
    }

    private static int Column(Spreadsheet sheet, string title) =>
        sheet.Rows is [{ Cells: { } titles }, ..] ? titles.ToList()
            .FindIndex(cell => cell.Equals(title, StringComparison.OrdinalIgnoreCase)) : -1;

    private static string? ReadRow(SheetRow row, int timeAt, int nameAt, TimeZoneInfo zone, out Entry? entry)
    {
        entry = null;
        if (row.Cells is not { } cells)
            return "a quotation mark is stray or not closed";
        var (time, name) = (cells.ElementAtOrDefault(timeAt) ?? "", cells.ElementAtOrDefault(nameAt) ?? "");
        if (name.Length == 0)
            return "the name is missing";
        if (!DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return $"'{time}' is no time like 2026-06-20T14:30";
        if (zone.IsInvalidTime(local))
            return $"'{time}' does not exist in {zone.Id}: the clocks were put forward over it";
        entry = new Entry(TimeZoneInfo.ConvertTimeToUtc(local, zone), name);
        return null;
    }
}
