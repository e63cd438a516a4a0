using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Engine.People.Grouping;

/// <summary>Groups by density, for packs that do not say how alike one person's faces are: HDBSCAN* with the mission's 3 and 2.</summary>
internal static class DensityGrouping
{
    /// <summary>
    /// Distance of unit vectors beyond which two faces are no likeness of one person: cosine .395, where the reference
    /// embedder's same and different pairs meet (1.01 to 1.13 measured).
    /// </summary>
    private const double FarthestLikeness = 1.10;
    private const double LeastCosine = 1 - FarthestLikeness * FarthestLikeness / 2;

    /// <summary>
    /// Of the poor faces of a drawn wedding (44, two embedders) those that are somebody's are .15 and more nearer to them than to anybody
    /// else, strangers that look like somebody at most .09.
    /// </summary>
    private const double Margin = .1;

    /// <param name="faces">[n] in an order that does not depend on the caller.</param>
    /// <param name="epsilon">Distance below which HDBSCAN splits no further.</param>
    /// <returns>[n] a number all faces of a group share, or <see cref="NearestGroup.Alone"/>.</returns>
    public static int[] Label(FaceVector[] faces, double epsilon)
    {
        var labels = BaseGrouping.Standing(faces);
        NearestGroup.Join(faces, labels, BaseGrouping.Alone(faces, labels, seeds: true), LeastCosine, Margin);
        var seeds = BaseGrouping.Alone(faces, labels, seeds: true);
        foreach (var group in seeds.Zip(Cluster(Array.ConvertAll(seeds, i => faces[i]), epsilon)).Where(at => at.Second >= 0)
            .GroupBy(at => at.Second, at => at.First))
        {
            foreach (var i in group)
                labels[i] = group.First();
        }

        // Faces like nobody are groups of one that poor faces may join.
        foreach (var i in BaseGrouping.Alone(faces, labels, seeds: true))
            labels[i] = i;
        NearestGroup.Join(faces, labels, BaseGrouping.Alone(faces, labels, seeds: false), LeastCosine, Margin);
        return labels;
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
