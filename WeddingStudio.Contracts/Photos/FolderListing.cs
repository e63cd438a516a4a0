namespace WeddingStudio.Contracts;

/// <summary>One look into a server folder.</summary>
public sealed record FolderListing
{
    /// <summary>Null for the list of import roots.</summary>
    public string? Path { get; init; }

    /// <summary>Where "up" leads: a path, or empty for the list of import roots; null when already there.</summary>
    public string? Parent { get; init; }

    /// <summary>Sub-folders in ordinal order.</summary>
    public IReadOnlyList<BrowsedFolder> Folders { get; init; } = [];

    /// <summary>Photos in this folder and all below it.</summary>
    public required PhotoCount Here { get; init; }

    /// <summary>Free space on the folder's drive; null when it cannot be told.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>Why the folder was not opened; null when it was.</summary>
    public Message? Refused { get; init; }
}

/// <param name="Photos">Files with a photo's name in the folder and all below it.</param>
/// <param name="AtLeast">Counting stopped early: there are this many or more.</param>
public sealed record PhotoCount(int Photos, bool AtLeast);

/// <param name="Name">The last part of its path; of an import root the whole path.</param>
/// <param name="Path">Absolute server path, for the next look.</param>
/// <param name="Count">How many photos are in it.</param>
public sealed record BrowsedFolder(string Name, string Path, PhotoCount Count);
