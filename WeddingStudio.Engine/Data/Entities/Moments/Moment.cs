namespace WeddingStudio.Engine.Data;

[WrittenBy("Moments")]
public sealed class Moment
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public int Ordinal { get; set; }
    public required Message Name { get; set; }
    public DateTime? StartsAt { get; set; }
    public DateTime? EndsAt { get; set; }
}
