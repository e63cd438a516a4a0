namespace WeddingStudio.Engine.Moments;

/// <summary>How the day is cut; bound from Studio:Moments.</summary>
public sealed record MomentsOptions
{
    /// <summary>No pause shorter than this ends a moment: photographers change lenses, guests refill glasses.</summary>
    public double ShortestPauseMinutes { get; init; } = 10;

    /// <summary>A pause this long always ends a moment.</summary>
    public double LongestPauseMinutes { get; init; } = 120;

    /// <summary>
    /// A pause in between ends a moment when it is this many times the usual pause around it
    /// (PhotoTOC: K = log 17; docs/moments-measured.md).
    /// </summary>
    public double PauseFactor { get; init; } = 12;

    /// <summary>By how much the factor falls where people and place change most, and rises where they change least.</summary>
    public double ChangeFactor { get; init; } = 3;

    /// <summary>How many pauses on each side make "the usual pause around it" (PhotoTOC: d = 10).</summary>
    public int PausesAround { get; init; } = 10;

    /// <summary>A moment longer than this is cut at its most telling pause, so that its plain name stays true.</summary>
    public double LongestMomentHours { get; init; } = 3;

    /// <summary>The last line of a timeline, or one with nothing after it, lasts at most this long.</summary>
    public double LongestTimelineEntryHours { get; init; } = 8;

    /// <summary>Frames of a burst follow each other within this time: single shots by hand are slower.</summary>
    public double BurstSeconds { get; init; } = 2;

    /// <summary>
    /// Bits of 64 by which frames of a burst may differ; unrelated pictures differ by 32 on average, 10
    /// or fewer is the usual mark of "same picture".
    /// </summary>
    public int BurstHashBits { get; init; } = 10;

    /// <summary>Two cameras must have this many scenes in common before a clock is put right.</summary>
    public int FewestSharedScenes { get; init; } = 4;

    /// <summary>How many times more the shared scenes must tell than at the best other offset.</summary>
    public double ClockMargin { get; init; } = 1.5;
}
