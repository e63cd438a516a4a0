namespace WeddingStudio.Engine.Picks;

public enum LikenessKind
{
    /// <summary>Weighted mean of face, head pose, time and picture.</summary>
    Weighted,

    /// <summary>The plain face cosine; photos of one person then nearly always exclude each other.</summary>
    Mission,
}

/// <summary>How different a person's picks must be; bound from Studio:Picks. How many is the wedding's PicksPerPerson.</summary>
public sealed record PicksOptions
{
    public LikenessKind Likeness { get; init; } = LikenessKind.Weighted;

    /// <summary>Photos more alike than this are not both picked while others are left.</summary>
    public double MaxLikeness { get; init; } = .7;

    public double FaceWeight { get; init; } = .2;
    public double PoseWeight { get; init; } = .2;
    public double TimeWeight { get; init; } = .3;
    public double PictureWeight { get; init; } = .3;

    internal bool IsValid => MaxLikeness is > 0 and <= 1
        && FaceWeight >= 0 && PoseWeight >= 0 && TimeWeight >= 0 && PictureWeight >= 0
        && FaceWeight + PoseWeight + TimeWeight + PictureWeight > 0;
}
