using System.Globalization;
using CsvHelper;

namespace WeddingStudio.Engine.Moments;

/// <summary>What a timeline.csv said: its good lines, and in words what is wrong with the others.</summary>
public sealed record TimelineFile(IReadOnlyList<TimelineFile.Entry> Entries, IReadOnlyList<string> Problems)
{
    public sealed record Entry(DateTime StartsAtUtc, string Name);

    private const string TimeFormat = "yyyy-MM-ddTHH:mm";

    /// <summary>Reads header `time,name` (comma or semicolon) and local times of <paramref name="zone"/>; a broken line never stops the others.</summary>
    public static TimelineFile Parse(string text, TimeZoneInfo zone)
    {
        text = text.TrimStart('\uFEFF');
        var header = text.AsSpan()[..(text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length)];
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = header.Contains(';') ? ';' : ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
        });
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex("time", out var time) || !csv.TryGetFieldIndex("name", out var name))
            return new TimelineFile([], ["line 1: the first line must be `time,name`"]);

        var entries = new List<Entry>();
        var problems = new List<string>();
        while (csv.Read())
        {
            if (ReadLine(csv.GetString(time), csv.GetString(name), zone, out var entry) is { } problem)
                problems.Add($"line {csv.LineNumber}: {problem}");
            else
                entries.Add(entry!);
        }

        return new TimelineFile([.. entries.OrderBy(e => e.StartsAtUtc)], problems);
    }

    private static string? ReadLine(string time, string name, TimeZoneInfo zone, out Entry? entry)
    {
        entry = null;
        if (string.IsNullOrWhiteSpace(name))
            return "the name is missing";
        if (!DateTime.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return $"'{time}' is no time like 2026-06-20T14:30";
        if (zone.IsInvalidTime(local))
            return $"'{time}' does not exist in {zone.Id}: the clocks were put forward over it";
        entry = new Entry(TimeZoneInfo.ConvertTimeToUtc(local, zone), name);
        return null;
    }
}
