using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>What is said of a camera's clock.</summary>
internal static class ClockWords
{
    public static string Clock(this StudioWords words, ClockView clock) => (clock.OffsetSeconds, clock) switch
    {
        (0, { ByHand: true }) => words["Photos.ClockRightSaid"],
        (0, { Leads: true }) => words["Photos.ClockLeads"],
        (0, _) => words["Photos.ClockSame"],
        ( > 0, { ByHand: true }) => words["Photos.ClockBehindSaid", words.Span(clock.OffsetSeconds)],
        (_, { ByHand: true }) => words["Photos.ClockAheadSaid", words.Span(clock.OffsetSeconds)],
        ( > 0, _) => words["Photos.ClockBehind", words.Span(clock.OffsetSeconds)],
        _ => words["Photos.ClockAhead", words.Span(clock.OffsetSeconds)],
    };

    private static string Span(this StudioWords words, double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(Math.Round(seconds)));
        (string Code, int Count)[] parts =
        [
            ("Photos.SpanDays", span.Days), ("Photos.SpanHours", span.Hours),
            ("Photos.SpanMinutes", span.Minutes), ("Photos.SpanSeconds", span.Seconds),
        ];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => words[part.Code, part.Count]));
    }
}
