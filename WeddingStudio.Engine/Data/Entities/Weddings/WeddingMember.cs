namespace WeddingStudio.Engine.Data;

/// <summary>A user who is not a planner sees the weddings they are a member of.</summary>
[WrittenBy("Hosting")]
public sealed class WeddingMember
{
    public required WeddingId WeddingId { get; set; }
    public required string UserId { get; set; }
}
