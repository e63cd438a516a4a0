namespace WeddingStudio.Engine.Data;

/// <summary>One of a person's best photos.</summary>
[WrittenBy("Picks")]
public sealed class Pick
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public int PersonId { get; set; }
    public int PhotoId { get; set; }
    public int FaceId { get; set; }

    /// <summary>1 = first.</summary>
    public int Rank { get; set; }
    public double Score { get; set; }
    public required Message Reason { get; set; }
}
