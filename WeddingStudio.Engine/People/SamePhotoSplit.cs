using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People;

/// <summary>
/// Parts groups that hold two faces of one photo: the face that fits the group best stays, the others go to the next best
/// group that has nobody in that photo, or stand alone.
/// </summary>
internal static class SamePhotoSplit
{
    private const int Alone = -1;

    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="labels">[n] group, or -1 for none.</param>
    /// <param name="minCosine">Least mean cosine to the members of a group to join it.</param>
    /// <returns>[n] labels after parting, -1 for none.</returns>
    public static int[] Split(IReadOnlyList<FaceVector> faces, IReadOnlyList<int> labels, double minCosine)
    {
        var result = labels.ToArray();
        var groups = Enumerable.Range(0, result.Length).Where(i => result[i] >= 0).GroupBy(i => result[i]).ToDictionary(g => g.Key, g => g.ToArray());
        int[] leaving = [.. groups.Values.SelectMany(members => Leaving(faces, members)).Order()];
        if (leaving.Length == 0)
            return result;
        foreach (var i in leaving)
            result[i] = Alone;

        var staying = Enumerable.Range(0, result.Length).Where(i => result[i] >= 0).GroupBy(i => result[i])
            .Select(group => (Label: group.Key, Centre: Mean(faces, [.. group]), Photos: group.Select(i => faces[i].PhotoId).ToHashSet()))
            .ToList();
        var offers = from i in leaving
                     from to in staying
                     let cosine = Cosine(faces[i], to.Centre)
                     where cosine >= minCosine
                     orderby cosine descending, faces[i].Key, to.Label
                     select (Face: i, to.Label, to.Photos);
        foreach (var (face, label, photos) in offers)
        {
            if (result[face] == Alone && photos.Add(faces[face].PhotoId))
                result[face] = label;
        }

        return result;
    }

    private static IEnumerable<int> Leaving(IReadOnlyList<FaceVector> faces, int[] members)
    {
        foreach (var photo in members.GroupBy(i => faces[i].PhotoId).Where(photo => photo.Skip(1).Any()))
        {
            int[] others = [.. members.Where(i => faces[i].PhotoId != photo.Key)];
            var centre = others.Length == 0 ? null : Mean(faces, others);
            foreach (var i in photo.OrderByDescending(i => centre is null ? 0 : Cosine(faces[i], centre)).ThenBy(i => i).Skip(1))
                yield return i;
        }
    }

    // The cosine to a mean of unit vectors is the mean cosine to them.
    private static float[] Mean(IReadOnlyList<FaceVector> faces, int[] members)
    {
        var mean = new float[faces[members[0]].Embedding.Length];
        foreach (var i in members)
            TensorPrimitives.Add(mean, faces[i].Embedding, mean);
        TensorPrimitives.Divide(mean, members.Length, mean);
        return mean;
    }

    private static double Cosine(FaceVector face, float[] mean) => TensorPrimitives.Dot(face.Embedding, mean);
}
