namespace WeddingStudio.Engine.Faces.Landmarks;

/// <summary>Where a set of face points has one eye.</summary>
/// <param name="Outline">From one corner over the upper lid to the other corner, and back by as many points of the lower lid.</param>
/// <param name="Pupil">Null for sets without pupils.</param>
internal sealed record EyePoints(int[] Outline, int? Pupil)
{
    private static readonly (EyePoints, EyePoints) Ibug68 = (new([.. Enumerable.Range(36, 6)], null),
        new([.. Enumerable.Range(42, 6)], null));
    private static readonly (EyePoints, EyePoints) Wflw98 = (new([.. Enumerable.Range(60, 8)], 96), new([.. Enumerable.Range(68, 8)], 97));

    // InsightFace's markup (alignment/coordinate_reg, 2d106markup.jpg) counts in no order. 34 and 88 are the middles of the eyes.
    private static readonly (EyePoints, EyePoints) Insight106 = (new([35, 41, 40, 42, 39, 37, 33, 36], 38),
        new([89, 95, 94, 96, 93, 91, 87, 90], 92));

    /// <summary>Image-left and image-right eye of a set, which is known by its number of points.</summary>
    public static (EyePoints Left, EyePoints Right) Among(int points) => points switch
    {
        68 => Ibug68,
        98 => Wflw98,
        106 => Insight106,
        _ => throw new ArgumentOutOfRangeException(nameof(points), points, "There are sets of 68, 98 and 106 points."),
    };
}
