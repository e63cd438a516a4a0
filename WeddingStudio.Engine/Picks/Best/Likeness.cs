using System.Numerics;
using System.Numerics.Tensors;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// How alike two photos of one person are, 0..1: 1 for frames of one series, else the weighted mean of the parts both photos have.
/// </summary>
public static class Likeness
{
    /// <summary>The same scene lasts about a minute: photos one minute apart are alike by 1/e in time.</summary>
    private const double SceneSeconds = 60;

    /// <summary>Heads turned this much against each other are alike by 1/e; detectors of pose err by 4 to 6 degrees.</summary>
    private const double PoseDegrees = 25;

    /// <summary>Unrelated pictures differ in half of the 64 bits.</summary>
    private const double UnrelatedBits = 32;

    public static double Of(Candidate a, Candidate b, PicksOptions options)
    {
        var face = Face(a, b);
        if (options.Likeness == LikenessKind.Mission)
            return face ?? 0;
        if (a.SeriesId is { } series && series == b.SeriesId)
            return 1;
        var (sum, weights) = (0.0, 0.0);
        Add(face, options.FaceWeight);
        Add(Pose(a.Pose, b.Pose), options.PoseWeight);
        Add(Time(a.At, b.At), options.TimeWeight);
        Add(Picture(a.PerceptualHash, b.PerceptualHash), options.PictureWeight);
        return weights > 0 ? sum / weights : 0;

        void Add(double? part, double weight)
        {
            if (part is not { } value)
                return;
            sum += weight * value;
            weights += weight;
        }
    }

    /// <summary>Cosine, 0 when negative; null when a face has no embedding or they come from different packs.</summary>
    private static double? Face(Candidate a, Candidate b) =>
        a.Embedding.Length == 0 || a.Embedding.Length != b.Embedding.Length || a.Pack != b.Pack
            ? null
            : Math.Clamp(TensorPrimitives.Dot<float>(a.Embedding, b.Embedding), 0, 1);

    private static double? Pose(HeadPose? a, HeadPose? b)
    {
        if (a is not { } first || b is not { } second)
            return null;
        var (yaw, pitch, roll) = (first.YawDegrees - second.YawDegrees, first.PitchDegrees - second.PitchDegrees,
            first.RollDegrees - second.RollDegrees);
        return Math.Exp(-Math.Sqrt(yaw * yaw + pitch * pitch + roll * roll) / PoseDegrees);
    }

    private static double? Time(DateTime? a, DateTime? b) =>
        a is { } first && b is { } second ? Math.Exp(-Math.Abs((first - second).TotalSeconds) / SceneSeconds) : null;

    private static double Picture(long a, long b) => Math.Max(0, 1 - BitOperations.PopCount((ulong)(a ^ b)) / UnrelatedBits);
}
