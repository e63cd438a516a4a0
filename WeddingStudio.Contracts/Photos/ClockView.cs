namespace WeddingStudio.Contracts;

/// <summary>A camera of a wedding and how its clock was put right.</summary>
public sealed record ClockView
{
    public required int CameraId { get; init; }

    /// <summary>As its maker calls it.</summary>
    public required Message Name { get; init; }

    /// <summary>With a time of its own.</summary>
    public int Photos { get; init; }

    /// <summary>Added to its times; positive when its clock was behind.</summary>
    public double OffsetSeconds { get; init; }

    /// <summary>A user said so.</summary>
    public bool ByHand { get; init; }

    /// <summary>The others are compared with it.</summary>
    public bool Leads { get; init; }
}
