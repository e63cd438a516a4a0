namespace WeddingStudio.Engine.Moments.Day;

/// <summary>Plain names for moments nobody named: the part of the day, with the weekday when there are several days.</summary>
internal static class DayNames
{
    /// <summary>A party after midnight still belongs to the evening before.</summary>
    private const int DayStartsAtHour = 5;

    public static IReadOnlyList<DayMoment> Fill(IReadOnlyList<DayMoment> moments, TimeZoneInfo zone)
    {
        var severalDays = moments.Select(m => WeddingDay(Middle(m, zone))).Distinct().Count() > 1;
        var used = new Dictionary<Message, int>();
        return [.. moments.Select(
            moment => moment.Name is not null ? moment : moment with { Name = NextName(moment, zone, severalDays, used) })];
    }

    private static Message NextName(DayMoment moment, TimeZoneInfo zone, bool severalDays, Dictionary<Message, int> used)
    {
        var middle = Middle(moment, zone);
        var part = PartOfDay(TimeOnly.FromDateTime(middle));
        Message name = severalDays ? new($"Moments.{WeddingDay(middle).DayOfWeek}", new Message($"Moments.Of{part}"))
            : new($"Moments.{part}");
        var count = used[name] = used.GetValueOrDefault(name) + 1;
        return count == 1 ? name : new("Moments.Part", name, count);
    }

    internal static string PartOfDay(TimeOnly local) => local.Hour switch
    {
        < DayStartsAtHour => "Night",
        < 9 => "EarlyMorning",
        < 12 => "Morning",
        < 15 => "EarlyAfternoon",
        < 18 => "LateAfternoon",
        < 22 => "Evening",
        _ => "LateEvening",
    };

    private static DateTime Middle(DayMoment moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(moment.StartsAt + (moment.EndsAt - moment.StartsAt) / 2, zone);

    private static DateOnly WeddingDay(DateTime local) => DateOnly.FromDateTime(local.AddHours(-DayStartsAtHour));
}
