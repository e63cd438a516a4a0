namespace WeddingStudio.Contracts;

/// <summary>A person as a tile.</summary>
public sealed record PersonTile
{
    public required int Id { get; init; }
    public string? Name { get; init; }

    /// <summary>One of <see cref="Roles"/>, or null.</summary>
    public string? Role { get; init; }
    public int PhotoCount { get; init; }
    public int FaceCount { get; init; }
    public bool SeenOnce { get; init; }
    public bool Hidden { get; init; }
    public string? FaceUrl { get; init; }

    /// <summary>Photos are still being read: its number may change.</summary>
    public bool Provisional { get; init; }

    /// <summary>A face of theirs is clear, or somebody drew one.</summary>
    public bool IsClear { get; init; } = true;

    /// <summary>Rarely or never clearly seen, and unnamed: guests at the edge and passers-by, who open on request only.</summary>
    public bool IsRare => Name is null && (PhotoCount <= 2 || !IsClear);
}
