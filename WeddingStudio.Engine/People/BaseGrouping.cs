using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Engine.People;

/// <summary>A face for grouping.</summary>
/// <param name="Key">Equal from run to run; decides the order in which faces are looked at.</param>
/// <param name="Embedding">[dim] unit length; empty when it has none that can be compared.</param>
/// <param name="Seeds">It may begin a group or bridge two; others only join one (small, blurred and turned faces look like anybody).</param>
public sealed record FaceVector(string Key, int PhotoId, double WidthPx, float[] Embedding, bool Seeds = true);

/// <summary>
/// The base partition: which faces look like one person. Precision before recall: mean likeness where the pack says how much is enough,
/// else HDBSCAN* with the mission's 3 and 2; never two faces of one photo in one group, everybody else a group of their own.
/// </summary>
public static class BaseGrouping
{
    /// <summary>Group of a face that belongs to nobody.</summary>
    public const int Nobody = -1;

    /// <summary>Smaller faces are no use to anybody. From the design.</summary>
    public const double MinWidthPx = 16;

    /// <summary>
    /// Distance of unit vectors beyond which two faces are no likeness of one person: cosine .395, where the reference
    /// embedder's same and different pairs meet (1.01 to 1.13 measured).
    /// </summary>
    public const double FarthestLikeness = 1.10;
    private const double LeastLikeness = 1 - FarthestLikeness * FarthestLikeness / 2;

    /// <summary>
    /// Of the poor faces of a drawn wedding (44, two embedders) those that are somebody's are .15 and more nearer to them than to anybody else,
    /// strangers that look like somebody at most .09.
    /// </summary>
    private const double PoorFaceMargin = .1;

    /// <summary>Groups do not depend on the order of <paramref name="faces"/>, only on what is in it.</summary>
    /// <param name="faces">All faces; those with an embedding must agree in its length.</param>
    /// <param name="clustering">How the pack wants its vectors grouped.</param>
    /// <returns>[faces] group 0 .. k-1 in the order of the groups' first keys, or <see cref="Nobody"/>.</returns>
    public static int[] Group(IReadOnlyList<FaceVector> faces, ClusteringSettings clustering)
    {
        var byKey = Enumerable.Range(0, faces.Count).OrderBy(i => faces[i].Key, StringComparer.Ordinal).ToArray();
        int[] usable = [.. byKey.Where(i => faces[i].Embedding.Length > 0 && faces[i].WidthPx >= MinWidthPx)];
        var labelOf = usable.Zip(Label(Array.ConvertAll(usable, i => faces[i]), clustering)).ToDictionary(pair => pair.First, pair => pair.Second);
        var groups = new int[faces.Count];
        Dictionary<int, int> groupOfLabel = [];
        var next = 0;
        foreach (var i in byKey)
        {
            if (faces[i].WidthPx < MinWidthPx)
                groups[i] = Nobody;
            else if (!labelOf.TryGetValue(i, out var label) || label < 0)
                groups[i] = next++;
            else if (!groupOfLabel.TryGetValue(label, out groups[i]))
                groupOfLabel[label] = groups[i] = next++;
        }

        return groups;
    }

    private static int[] Label(FaceVector[] faces, ClusteringSettings clustering)
    {
        var bySeeds = Enumerable.Range(0, faces.Length).ToLookup(i => faces[i].Seeds);
        var (found, least) = GroupSeeds(Array.ConvertAll([.. bySeeds[true]], i => faces[i]), clustering);
        var labels = Enumerable.Repeat(NearestGroup.Alone, faces.Length).ToArray();
        foreach (var (i, label) in bySeeds[true].Zip(found))
            labels[i] = label;
        NearestGroup.Join(faces, labels, [.. bySeeds[false]], size => Math.Max(least(size), LeastLikeness), PoorFaceMargin);
        return labels;
    }

    /// <summary>Groups of faces that may begin one, and from the size of a group what one face more must have in common with it.</summary>
    private static (int[] Labels, Func<int, double> LeastCosine) GroupSeeds(FaceVector[] seeds, ClusteringSettings clustering)
    {
        if (clustering.Linkage is not { } linkage)
            return (Cluster(seeds, clustering.Epsilon), _ => LeastLikeness);
        var bound = AverageLinkage.Bound(seeds, linkage);
        return (AverageLinkage.Cluster(seeds, bound, linkage.SmallGroups), size => bound + linkage.SmallGroups / Math.Sqrt(size));
    }

    private static int[] Cluster(FaceVector[] faces, double epsilon)
    {
        if (faces.Length == 0)
            return [];
        var dim = faces[0].Embedding.Length;
        var vectors = new float[faces.Length * dim];
        for (var i = 0; i < faces.Length; i++)
            faces[i].Embedding.CopyTo(vectors, i * dim);
        var options = new HdbscanOptions { MinClusterSize = 3, MinSamples = 2, Epsilon = epsilon };
        var fit = Hdbscan.Hdbscan.Fit(vectors, dim, options);

        // Without a split HDBSCAN calls everybody noise, also in an album of one person: then the whole may be one group, as far
        // as epsilon reaches. A fit again only in that case, so that weddings of many are exactly the plain algorithm's.
        if (fit.ClusterCount == 0)
            fit = Hdbscan.Hdbscan.Fit(vectors, dim, options with { AllowSingleCluster = true });

        // HDBSCAN finds groups in any crowd, of strangers too: nobody joins whose second nearest face is no likeness at all.
        var labels = fit.Labels.Select((label, i) => fit.CoreDistances[i] > FarthestLikeness ? -1 : label).ToArray();

        // Whoever must leave a group joins another only where its members are as close as epsilon: cos = 1 - d^2 / 2.
        return SamePhotoSplit.Split(faces, labels, minCosine: 1 - epsilon * epsilon / 2);
    }
}
