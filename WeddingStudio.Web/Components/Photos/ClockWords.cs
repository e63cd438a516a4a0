namespace WeddingStudio.Web.Components.Photos;

/// <summary>What is said of a camera's clock.</summary>
internal static class ClockWords
{
    public static string Of(ClockView clock) => (clock.OffsetSeconds, clock) switch
    {
        (0, { ByHand: true }) => "right, as you said",
        (0, { Leads: true }) => "taken to be right, the others are compared with it",
        (0, _) => "no difference found",
        ( > 0, { ByHand: true }) => $"{Span(clock.OffsetSeconds)} behind, as you said",
        (_, { ByHand: true }) => $"{Span(clock.OffsetSeconds)} ahead, as you said",
        ( > 0, _) => $"{Span(clock.OffsetSeconds)} behind, put right",
        _ => $"{Span(clock.OffsetSeconds)} ahead, put right",
    };

    public static string Photos(ClockView clock) => clock.Photos == 1 ? "1 photo" : $"{clock.Photos} photos";

    private static string Span(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(Math.Round(seconds)));
        string[] parts =
        [
            .. span.Days > 0 ? [span.Days == 1 ? "1 day" : $"{span.Days} days"] : Array.Empty<string>(),
            .. span.Hours > 0 ? [$"{span.Hours} h"] : Array.Empty<string>(),
            .. span.Minutes > 0 ? [$"{span.Minutes} min"] : Array.Empty<string>(),
            .. span.Seconds > 0 ? [$"{span.Seconds} s"] : Array.Empty<string>(),
        ];
        return string.Join(' ', parts);
    }
}
