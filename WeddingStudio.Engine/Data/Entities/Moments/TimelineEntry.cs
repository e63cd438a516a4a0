namespace WeddingStudio.Engine.Data;

/// <summary>A line of the day's timetable as the couple gave it; it names the moments.</summary>
[WrittenBy("Moments")]
public sealed class TimelineEntry
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public DateTime StartsAt { get; set; }
    public required string Name { get; set; }
}
