namespace WeddingStudio.Engine.Data;

/// <summary>One analysis of one wedding. One runs at a time, first come first served.</summary>
[WrittenBy("Jobs")]
public sealed class Job
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public JobState State { get; set; }
    public DateTime QueuedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public Message? Error { get; set; }
}
