using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Hosting.Desks.Weddings;

/// <summary>Times as the guests' watches showed them.</summary>
internal static class WeddingClock
{
    /// <param name="wedding">Where it was; in a zone that this computer does not know every time is unknown.</param>
    /// <param name="takenAt">UTC by the camera's clock; null when unknown.</param>
    /// <param name="offsetSeconds">What to add to that camera's times.</param>
    public static DateTime? LocalTime(this Wedding wedding, DateTime? takenAt, double offsetSeconds = 0) =>
        takenAt is { } utc && WeddingZone.Find(wedding.TimeZone) is { } zone
            ? DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc.AddSeconds(offsetSeconds), zone), DateTimeKind.Unspecified)
            : null;
}
