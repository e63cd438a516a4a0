using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Parts groups that hold two faces of one photo: the face that fits the group best stays, the others go to the next best
/// group that has nobody in that photo, or stand alone.
/// </summary>
internal static class SamePhotoSplit
{
    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="labels">[n] group, or -1 for none.</param>
    /// <param name="minCosine">Least cosine to the second nearest face of a group to join it.</param>
    /// <returns>[n] labels after parting, -1 for none.</returns>
    public static int[] Split(IReadOnlyList<FaceVector> faces, IReadOnlyList<int> labels, double minCosine)
    {
        var result = labels.ToArray();
        var groups = BaseGrouping.ByLabel(result).ToDictionary(g => g.Key, g => g.ToArray());
        int[] leaving = [.. groups.Values.SelectMany(members => TakeAwayChoice(faces, members)).Order()];
        foreach (var i in leaving)
            result[i] = NearestGroup.Alone;
        NearestGroup.Join(faces, result, leaving, minCosine);
        return result;
    }

    private static IEnumerable<int> TakeAwayChoice(IReadOnlyList<FaceVector> faces, int[] members)
    {
        foreach (var photo in members.GroupBy(i => faces[i].PhotoId).Where(photo => photo.Skip(1).Any()))
        {
            int[] others = [.. members.Where(i => faces[i].PhotoId != photo.Key)];
            // The cosine to a mean of unit vectors is the mean cosine to them.
            var centre = others.Length == 0 ? null : Vectors.Mean(Array.ConvertAll(others, i => faces[i].Embedding));
            foreach (var i in photo.OrderByDescending(i => centre is null ? 0 : Cosine(faces[i], centre)).ThenBy(i => i).Skip(1))
                yield return i;
        }
    }

    private static double Cosine(FaceVector face, float[] mean) => TensorPrimitives.Dot(face.Embedding, mean);
}
