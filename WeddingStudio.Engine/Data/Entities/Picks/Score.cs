namespace WeddingStudio.Engine.Data;

/// <summary>How well one face came out in its photo; every part 0..1, Overall is the weighted sum.</summary>
[WrittenBy("Scores")]
public sealed class Score
{
    /// <summary>Key and foreign key to <see cref="Face.Id"/>.</summary>
    public int FaceId { get; set; }
    public required WeddingId WeddingId { get; set; }
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
