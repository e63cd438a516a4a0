using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// What the faces of an album have in common - a family, one light, one painter's hand - tells nobody from anybody. It is the mean over
/// people, not over faces: those seen most must not lose what is theirs.
/// </summary>
internal static class MeanFace
{
    /// <summary>
    /// With few people their mean is still their own, so it counts n / (n + this). Of 0, 10, 30 and 60 all do alike on LFW and the friends;
    /// 30 and 60 also keep everybody apart on drawn weddings.
    /// </summary>
    private const double PeopleToTrust = 30;

    /// <param name="faces">[n] with unit vectors.</param>
    /// <param name="groups">[n] a number the faces of one person share; negative: the face does not count.</param>
    /// <returns>[n] the same faces with unit vectors that lack what all have in common.</returns>
    public static FaceVector[] TakenOut(IReadOnlyList<FaceVector> faces, IReadOnlyList<int> groups)
    {
        var means = BaseGrouping.ByLabel(groups).Select(group => Vectors.Mean([.. group.Select(i => faces[i].Embedding)])).ToList();
        if (means.Count == 0)
            return [.. faces];
        var common = Vectors.Mean(means);
        TensorPrimitives.Multiply(common, (float)(means.Count / (means.Count + PeopleToTrust)), common);
        return [.. faces.Select(face => face with { Embedding = Without(face.Embedding, common) })];
    }

    private static float[] Without(float[] vector, float[] common)
    {
        var rest = new float[vector.Length];
        TensorPrimitives.Subtract(vector, common, rest);
        Vectors.ToUnit(rest);
        return rest;
    }
}
