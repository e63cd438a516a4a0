namespace WeddingStudio.Engine.Data;

/// <summary>A guest's private page; the link's token is derived from Id and Version and never stored.</summary>
[WrittenBy("Galleries")]
public sealed class Gallery
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public int PersonId { get; set; }
    public int Version { get; set; } = 1;
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public bool Closed { get; set; }
}
