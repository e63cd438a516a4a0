using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>Gives faces that stand alone to the group they are most like, if that has nobody in their photo.</summary>
internal static class NearestGroup
{
    public const int Alone = -1;

    /// <summary>
    /// Like as two of a group's faces are: over years and moods nobody is like the mean of themselves, and the one nearest may be chance.
    /// </summary>
    private const int Nearest = 2;

    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="labels">[n] group, or <see cref="Alone"/>; changed in place.</param>
    /// <param name="joining">Indices of the faces to give away, all alone. None of them draws another after it.</param>
    /// <param name="minCosine">Least cosine to the second nearest face of a group.</param>
    /// <param name="margin">How much more like the group than like any other a face must be.</param>
    public static void Join(
        IReadOnlyList<FaceVector> faces, int[] labels, IReadOnlyCollection<int> joining, double minCosine, double margin = 0)
    {
        if (joining.Count == 0)
            return;
        var groups = BaseGrouping.ByLabel(labels)
            .Select(group => (Label: group.Key, Members: group.Select(i => faces[i].Embedding).ToArray(),
                Photos: group.Select(i => faces[i].PhotoId).ToHashSet()))
            .ToList();
        var offers = from i in joining.AsParallel()
                     let likeness = groups.ConvertAll(one => (double)CosineTo(one.Members, faces[i].Embedding))
                     let doubt = likeness.OrderDescending().Skip(1).FirstOrDefault(-1)
                     from to in groups.Zip(likeness, (one, cosine) => (Group: one, Cosine: cosine))
                     where to.Cosine >= minCosine && (margin == 0 || to.Cosine >= doubt + margin)
                     orderby to.Cosine descending, i, to.Group.Label
                     select (Face: i, to.Group.Label, to.Group.Photos);
        foreach (var (face, label, photos) in offers)
        {
            if (labels[face] == Alone && photos.Add(faces[face].PhotoId))
                labels[face] = label;
        }
    }

    /// <summary>Of a vector to its second nearest member; to the only one if there is no more.</summary>
    public static float CosineTo(float[][] members, float[] vector)
    {
        Span<float> best = stackalloc float[Nearest];
        best.Fill(float.NegativeInfinity);
        foreach (var member in members)
        {
            var cosine = TensorPrimitives.Dot<float>(vector, member);
            for (var rank = 0; rank < best.Length; rank++)
            {
                if (cosine > best[rank])
                    (best[rank], cosine) = (cosine, best[rank]);
            }
        }

        return best[Math.Min(members.Length, Nearest) - 1];
    }
}
