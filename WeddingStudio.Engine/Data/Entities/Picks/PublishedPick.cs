namespace WeddingStudio.Engine.Data;

/// <summary>A pick as guests see it, since the couple published it.</summary>
[WrittenBy("Galleries")]
public sealed class PublishedPick
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public int PersonId { get; set; }
    public int PhotoId { get; set; }
    public int Rank { get; set; }
}
