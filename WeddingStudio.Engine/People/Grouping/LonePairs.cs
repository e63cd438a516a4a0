using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>
/// Somebody seen twice or three times, once clearly, begins no group and is like none. Such faces become one with the clear one where they
/// are much alike and less like anybody else. Faces that are all small or blurred never do: blur is alike, whoever is behind it.
/// </summary>
internal static class LonePairs
{
    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="labels">[n] group or -1; changed in place.</param>
    /// <param name="minMean">Least mean cosine of the faces that become one.</param>
    /// <param name="margin">How much more alike they are on average than each is to the second
    /// nearest face of any group of several.</param>
    public static void Join(IReadOnlyList<FaceVector> faces, int[] labels, double minMean, double margin)
    {
        var byGroup = BaseGrouping.ByLabel(labels).Select(group => group.ToArray()).ToLookup(group => group.Length == 1);
        float[][][] groups = [.. byGroup[false].Select(group => Array.ConvertAll(group, i => faces[i].Embedding))];
        int[] alone = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == NearestGroup.Alone)
            .Concat(byGroup[true].Select(one => one[0]).Where(i => faces[i].Standing is null)).Order()];
        var together = AverageLinkage.Cluster(Array.ConvertAll(alone, i => faces[i]), new LinkRule(minMean, SmallGroups: 0));
        foreach (var pair in alone.Zip(together).GroupBy(pair => pair.Second, pair => pair.First).Select(group => group.ToArray())
            .Where(group => group.Length > 1 && group.Any(i => faces[i].Seeds)))
        {
            if (pair.All(i => MeanTo(faces, pair, i) >= groups.Select(group => (double)NearestGroup.CosineTo(group, faces[i].Embedding))
                .DefaultIfEmpty(-1).Max() + margin))
                Array.ForEach(pair, i => labels[i] = pair[0]);
        }
    }

    private static double MeanTo(IReadOnlyList<FaceVector> faces, int[] members, int face) =>
        members.Where(i => i != face).Average(i => (double)TensorPrimitives.Dot<float>(faces[i].Embedding, faces[face].Embedding));
}
