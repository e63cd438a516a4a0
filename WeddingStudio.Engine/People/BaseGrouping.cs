using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Engine.People;

/// <summary>A face for grouping.</summary>
/// <param name="Key">Equal from run to run; decides the order in which faces are looked at.</param>
/// <param name="Embedding">[dim] unit length; empty when it has none that can be compared.</param>
/// <param name="Seeds">It may begin a group or bridge two; others only join one (small, blurred and turned faces look like anybody).</param>
/// <param name="Standing">The group it is in already; null for a face that came later.</param>
public sealed record FaceVector(string Key, int PhotoId, double WidthPx, float[] Embedding, bool Seeds = true, StandingGroup? Standing = null);

/// <summary>A group that later faces may join.</summary>
/// <param name="Settled">A user spoke of it, so it becomes one with no other of which one did.</param>
public readonly record struct StandingGroup(int Group, bool Settled);

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
    private const double LeastCosine = 1 - FarthestLikeness * FarthestLikeness / 2;

    /// <summary>
    /// Of the poor faces of a drawn wedding (44, two embedders) those that are somebody's are .15 and more nearer to them than to anybody else,
    /// strangers that look like somebody at most .09.
    /// </summary>
    private const double Margin = .1;

    /// <summary>A face alone is held against the two of a group it is nearest to, who are more like it than the mean.</summary>
    private const double LoneFaceDoubt = .06;

    /// <summary>Two faces nobody else is like must be this much more alike than one person's faces on average.</summary>
    private const double PairDoubt = .12;

    /// <summary>Reflections of drawn people are .3 and .4 above the bound, people who meet in a photo stay .08 below it.</summary>
    private const double MirrorLikeness = .15;

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

    /// <returns>[faces] a number all faces of a group share, or -1 for a face that stands alone.</returns>
    private static int[] Label(FaceVector[] faces, ClusteringSettings clustering)
    {
        var labels = Standing(faces);
        int[] seeds = [.. Enumerable.Range(0, faces.Length).Where(i => faces[i].Seeds)];
        var least = LinkSeeds(faces, labels, seeds, clustering);
        SeenTwice.Join(faces, labels, least.Mean + MirrorLikeness);
        foreach (var alone in seeds.Where(i => faces[i].Standing is null).GroupBy(i => labels[i]).Where(group => group.Count() == 1).SelectMany(group => group))
            labels[alone] = NearestGroup.Alone;
        NearestGroup.Join(faces, labels, Alone(faces, labels, seeds: true), size => least.Of(size) + LoneFaceDoubt, Margin);
        NearestGroup.Join(faces, labels, Alone(faces, labels, seeds: false), size => Math.Max(least.Of(size), LeastCosine), Margin);
        LonePairs.Join(faces, labels, least.Mean + PairDoubt, Margin);
        return labels;
    }

    private static int[] Standing(FaceVector[] faces)
    {
        var firstOf = Enumerable.Range(0, faces.Length).Where(i => faces[i].Standing is not null).GroupBy(i => faces[i].Standing!.Value.Group).ToDictionary(g => g.Key, g => g.First());
        return [.. faces.Select(face => face.Standing is { } standing ? firstOf[standing.Group] : NearestGroup.Alone)];
    }

    private static int[] Alone(FaceVector[] faces, int[] labels, bool seeds) =>
        [.. Enumerable.Range(0, faces.Length).Where(i => labels[i] == NearestGroup.Alone && faces[i].Seeds == seeds)];

    /// <summary>Makes groups of the faces that may begin one; standing groups that become one take their poor faces along.</summary>
    /// <returns>What faces of one person have in common.</returns>
    private static LeastLikeness LinkSeeds(FaceVector[] faces, int[] labels, int[] seeds, ClusteringSettings clustering)
    {
        if (clustering.Linkage is not { } linkage)
        {
            ClusterSeeds(faces, labels, seeds, clustering.Epsilon);
            return new LeastLikeness(LeastCosine, 0);
        }

        var own = Array.ConvertAll(seeds, i => faces[i]);
        var bound = AverageLinkage.Bound(own, linkage);
        var joined = new Dictionary<int, int>();
        foreach (var (i, first) in seeds.Zip(AverageLinkage.Cluster(own, bound, linkage.SmallGroups), (i, first) => (i, seeds[first])))
        {
            if (labels[i] != NearestGroup.Alone)
                joined[labels[i]] = first;
            labels[i] = first;
        }

        for (var i = 0; i < labels.Length; i++)
            labels[i] = faces[i].Seeds ? labels[i] : joined.GetValueOrDefault(labels[i], labels[i]);
        return new LeastLikeness(bound, linkage.SmallGroups);
    }

    private static void ClusterSeeds(FaceVector[] faces, int[] labels, int[] seeds, double epsilon)
    {
        NearestGroup.Join(faces, labels, [.. seeds.Where(i => labels[i] == NearestGroup.Alone)], _ => LeastCosine, Margin);
        int[] fresh = [.. seeds.Where(i => labels[i] == NearestGroup.Alone)];
        var found = Cluster(Array.ConvertAll(fresh, i => faces[i]), epsilon);
        var firstOf = fresh.Zip(found).GroupBy(pair => pair.Second, pair => pair.First).ToDictionary(group => group.Key, group => group.First());
        foreach (var (i, label) in fresh.Zip(found).Where(pair => pair.Second >= 0))
            labels[i] = firstOf[label];
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
