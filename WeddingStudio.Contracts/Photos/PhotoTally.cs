namespace WeddingStudio.Contracts;

/// <summary>How many photos a wedding has, and what lies beside them.</summary>
public sealed record PhotoTally
{
    /// <summary>Photos known so far, exact duplicates and photos that are gone not counted.</summary>
    public int Known { get; init; }

    /// <summary>Looked at.</summary>
    public int Ready { get; init; }
    public int Uploaded { get; init; }
    public int Duplicates { get; init; }

    /// <summary>Could not be read.</summary>
    public int Problems { get; init; }

    /// <summary>Their files are no longer there.</summary>
    public int Gone { get; init; }

    /// <summary>So many were missing at once that the last analysis changed nothing; 0 when it did not come to that.</summary>
    public int Missing { get; init; }
    public int Videos { get; init; }
    public int OtherFiles { get; init; }

    /// <summary>Links out of the folder, which are not followed.</summary>
    public int Links { get; init; }

    /// <summary>Known, but not yet looked at.</summary>
    public int Fresh => Known - Ready - Problems;
}
