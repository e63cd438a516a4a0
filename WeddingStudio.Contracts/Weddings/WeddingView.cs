namespace WeddingStudio.Contracts;

/// <summary>A wedding on the start page and at the head of its own pages.</summary>
public sealed record WeddingView
{
    public required WeddingId Id { get; init; }
    public required string Name { get; init; }
    public DateTime CreatedAt { get; init; }
    public int Photos { get; init; }
    public int People { get; init; }

    /// <summary>A face of the couple or of whoever is in most photos; null before the analysis.</summary>
    public string? PictureUrl { get; init; }

    /// <summary>The studio drew its photos; every page that shows it says so.</summary>
    public bool Drawn { get; init; }

    /// <summary>False where its data in the database is damaged.</summary>
    public bool IsReadable { get; init; } = true;
}
