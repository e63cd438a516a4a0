namespace WeddingStudio.Contracts;

/// <summary>The sharper analysis, as a planner is told of it.</summary>
public sealed record ModelUpgradeView
{
    /// <summary>What there is to fetch; 0 when it is here.</summary>
    public long TotalBytes { get; init; }

    /// <summary>What an earlier fetch left.</summary>
    public long BytesHere { get; init; }

    /// <summary>In plain words.</summary>
    public required string Licence { get; init; }

    /// <summary>Where the files lie.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>It is being fetched; null when not.</summary>
    public PullProgress? Progress { get; init; }

    /// <summary>Why the last fetch failed, with the remedy.</summary>
    public Message? Trouble { get; init; }

    /// <summary>It is here, and so many photos were read before it came.</summary>
    public int Earlier { get; init; }
}
