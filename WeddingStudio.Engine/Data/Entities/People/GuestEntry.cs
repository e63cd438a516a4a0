namespace WeddingStudio.Engine.Data;

/// <summary>A line of the guest list.</summary>
[WrittenBy("People")]
public sealed class GuestEntry
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public required string Name { get; set; }
    public string? Role { get; set; }
    public string? Side { get; set; }
    public string? Table { get; set; }
    public string? Household { get; set; }

    /// <summary>Other names, separated by `|`.</summary>
    public string? Aliases { get; set; }
    public int? PersonId { get; set; }
}
