namespace WeddingStudio.Engine.Moments.Day;

/// <summary>A photo as the day's cutter sees it. At is UTC with the camera's offset applied.</summary>
public sealed record TimedPhoto(int Id, string Path, DateTime At, int? CameraId, long PerceptualHash)
{
    /// <summary>Sorted ids of those in it.</summary>
    public int[] People { get; init; } = [];

    /// <summary>As in <see cref="Data.PhotoMeasures.Colours"/>.</summary>
    public float[] Colours { get; init; } = [];
}

/// <summary>A stretch of the day with its photos in order of time.</summary>
public sealed record DayMoment(Message? Name, IReadOnlyList<TimedPhoto> Photos)
{
    public DateTime StartsAt => Photos[0].At;
    public DateTime EndsAt => Photos[^1].At;
}
