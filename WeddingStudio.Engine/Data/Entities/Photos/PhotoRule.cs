namespace WeddingStudio.Engine.Data;

/// <summary>A live statement about a photo, for one person or (PersonId null) for everybody.</summary>
[WrittenBy("People")]
public sealed class PhotoRule
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public int PhotoId { get; set; }
    public int? PersonId { get; set; }
    public PhotoRuleKind Kind { get; set; }
}
