namespace WeddingStudio.Engine.Data;

/// <summary>How well one face came out in its photo; every part 0..1, Overall is the weighted sum.</summary>
public sealed class Score
{
    /// <summary>Key and foreign key to <see cref="Face.Id"/>.</summary>
    public int FaceId { get; set; }
    public required string WeddingId { get; set; }
    public double Technical { get; set; }
    public double Composition { get; set; }
    public double Expression { get; set; }
    public double Context { get; set; }
    public double Overall { get; set; }

    /// <summary>Overall, judged beside the other frames of its series; null for a photo of its own.</summary>
    public double? InSeries { get; set; }

    /// <summary>How many photos of its moment the person is in; null where they were never counted.</summary>
    public int? PhotosOfMoment { get; set; }

    /// <summary>What is good about it in words, for the reason of a pick.</summary>
    public ScoreFacts Facts { get; set; }
}

/// <summary>What can be said about a face in its photo; only ever good or neutral things.</summary>
[Flags]
public enum ScoreFacts
{
    None = 0,
    Smiling = 1,
    EyesOpen = 2,
    LookingAtCamera = 4,
    Sharp = 8,
    WellLit = 16,
    CloseUp = 32,
    Candid = 64,
    Alone = 128,
    InGroup = 256,
    WithCouple = 512,
    WithPartner = 1024,
    WithFamily = 2048,
    WithParty = 4096,
    WithBride = 8192,
    WithGroom = 16384,

    /// <summary>With people of the same household, or of the same table, of the guest list.</summary>
    WithHousehold = 32768,
    WithTable = 65536,

    /// <summary>Another frame of its series is clearly better, for this person or for somebody beside them.</summary>
    BetterInSeries = 1 << 20,
}

public sealed class Moment
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int Ordinal { get; set; }
    public required string Name { get; set; }
    public DateTime? StartsAt { get; set; }
    public DateTime? EndsAt { get; set; }
}

/// <summary>A line of the day's timetable as the couple gave it; it names the moments.</summary>
public sealed class TimelineEntry
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public DateTime StartsAt { get; set; }
    public required string Name { get; set; }
}

/// <summary>One of a person's best photos.</summary>
public sealed class Pick
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int PersonId { get; set; }
    public int PhotoId { get; set; }
    public int FaceId { get; set; }

    /// <summary>1 = first.</summary>
    public int Rank { get; set; }
    public double Score { get; set; }
    public required string Reason { get; set; }
}

/// <summary>A guest's private page; the link's token is derived from Id and Version and never stored.</summary>
public sealed class Gallery
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int PersonId { get; set; }
    public int Version { get; set; } = 1;
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public bool Closed { get; set; }
}

/// <summary>How many photos one person is given, or everybody of a role; neither is null at once nor set at once.</summary>
public sealed class PickCount
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int? PersonId { get; set; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string? Role { get; set; }
    public int Count { get; set; }
}

/// <summary>A pick as guests see it, since the couple published it.</summary>
public sealed class PublishedPick
{
    public int Id { get; set; }
    public required string WeddingId { get; set; }
    public int PersonId { get; set; }
    public int PhotoId { get; set; }
    public int Rank { get; set; }
}
