namespace WeddingStudio.Engine.Data;

/// <summary>How many photos one person is given, or everybody of a role; neither is null at once nor set at once.</summary>
[WrittenBy("Hosting")]
public sealed class PickCount
{
    public int Id { get; set; }
    public required WeddingId WeddingId { get; set; }
    public int? PersonId { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string? Role { get; set; }
    public int Count { get; set; }
}
