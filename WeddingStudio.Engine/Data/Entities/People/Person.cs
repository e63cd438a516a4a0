namespace WeddingStudio.Engine.Data;

/// <summary>A person of one wedding as the fold of journal and base left them; id = cluster_id in all files.</summary>
[WrittenBy("People")]
public sealed class Person
{
    public required WeddingId WeddingId { get; set; }
    public int Id { get; set; }
    public string? Name { get; set; }

    /// <summary>One of <see cref="Roles"/>, or null.</summary>
    public string? Role { get; set; }
    public bool Hidden { get; set; }
    public bool SeenOnce { get; set; }
    public int PhotoCount { get; set; }
    public int FaceCount { get; set; }

    /// <summary>The face shown on the tile and as thumbnail.</summary>
    public int? CoverFaceId { get; set; }

    /// <summary>Set when this person was merged into another: links to this id lead there.</summary>
    public int? RedirectToId { get; set; }
}
