namespace WeddingStudio.Contracts;

/// <summary>The photos of a wedding and how far their analysis is.</summary>
public sealed record ImportView
{
    public required PhotoTally Photos { get; init; }

    /// <summary>Where they are read from; null while only uploads exist.</summary>
    public string? Folder { get; init; }

    /// <summary>Why the folder cannot be read; null when it can.</summary>
    public Message? FolderTrouble { get; init; }

    /// <summary>Who agreed to face grouping; null = not yet asked.</summary>
    public string? ConsentBy { get; init; }

    /// <summary>Null while the wedding was never analysed.</summary>
    public JobState? Job { get; init; }
    public Message? JobError { get; init; }
    public IReadOnlyList<StageProgress> Stages { get; init; } = [];

    /// <summary>What the analysis is done with; null when there can be none.</summary>
    public Message? Analysis { get; init; }

    /// <summary>Why there can be no analysis, with the remedy; null when all is well.</summary>
    public Message? ModelTrouble { get; init; }

    /// <summary>Addresses of a few faces seen since this analysis began.</summary>
    public IReadOnlyList<string> FirstFaces { get; init; } = [];

    /// <summary>The studio draws them; nothing else is let in.</summary>
    public bool Drawn { get; init; }

    /// <summary>They are not drawn to the end yet.</summary>
    public bool StillToDraw { get; init; }

    /// <summary>Addresses of some of the drawn photos, to be seen before and without any analysis.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>What keeps its best photos from being up to date, with the remedy.</summary>
    public Message? Trouble { get; init; }

    /// <summary>Where the wedding's time zone is one this computer does not know.</summary>
    public ZoneChoice? Zone { get; init; }

    public required UploadRules Uploads { get; init; }
}

/// <param name="All">The time zones to choose from.</param>
/// <param name="Likely">This computer's, or the first.</param>
public sealed record ZoneChoice(IReadOnlyList<string> All, string Likely);

/// <param name="Accept">What a browser's file chooser is to offer: every kind of photo that is read, and no other.</param>
/// <param name="MostBytes">Of one photo.</param>
public sealed record UploadRules(string Accept, long MostBytes);

/// <summary>A file that could not be read, and why.</summary>
/// <param name="Photo">Its path.</param>
/// <param name="Problem">Continues a sentence that begins with the path.</param>
/// <param name="IsGone">It was read before, and its file is no longer there.</param>
public sealed record ProblemView(string Photo, Message Problem, bool IsGone = false);
