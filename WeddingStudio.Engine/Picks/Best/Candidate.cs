using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>A photo of a person that could be picked, with what is compared and what can be said about it.</summary>
public sealed record Candidate
{
    public required int PhotoId { get; init; }
    public required int FaceId { get; init; }
    public required string PhotoPath { get; init; }
    public required double Score { get; init; }

    /// <summary>The score judged beside the other frames of its series, 0..1; null: there are none.</summary>
    public double? InSeries { get; init; }
    public double Worth => InSeries ?? Score;
    public ScoreFacts Facts { get; init; }

    /// <summary>[dim] unit length, or empty; comparable only within one pack.</summary>
    public float[] Embedding { get; init; } = [];
    public string Pack { get; init; } = "";
    public HeadPose? Pose { get; init; }

    /// <summary>Fitness of the face for recognition, 0..1.</summary>
    public double Quality { get; init; } = 1;

    /// <summary>UTC, the camera's offset applied; null when unknown.</summary>
    public DateTime? At { get; init; }
    public long PerceptualHash { get; init; }
    public int? MomentId { get; init; }

    /// <summary>Equal for all frames of one series; null: it is a photo of its own.</summary>
    public int? SeriesId { get; init; }

    /// <summary>Equal for all versions of one shot; null: it is the only one.</summary>
    public int? ShotId { get; init; }

    public bool AlwaysShow { get; init; }
    public bool NeverShow { get; init; }

    /// <summary>A user asked for another one instead, so it is picked only when nothing else is left.</summary>
    public bool SetAside { get; init; }

    /// <summary>Guests do not see it, so it is picked only when nothing else is left.</summary>
    public bool KeptFromGuests { get; init; }
}

public readonly record struct HeadPose(double YawDegrees, double PitchDegrees, double RollDegrees);
