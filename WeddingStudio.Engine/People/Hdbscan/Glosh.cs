using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>GLOSH outlier scores (Campello et al. 2015, section 5).</summary>
internal static class Glosh
{
    /// <summary>
    /// 0 .. 1 per point: how much earlier it leaves than the densest point of the subtree it leaves. NaN for a point at
    /// finite density in a subtree with exact duplicates (infinite density), as the reference gives.
    /// </summary>
    public static double[] Scores(CondensedTree tree, ClusterTree clusters)
    {
        var deaths = (double[])clusters.Death.Clone();
        for (var c = clusters.Count - 1; c > 0; c--)
            deaths[clusters.Parent[c]] = Math.Max(deaths[clusters.Parent[c]], deaths[c]);

        var scores = new double[tree.Root];
        foreach (var row in tree.Rows)
        {
            if (row.Child >= tree.Root)
                continue;

            var death = deaths[row.Parent - tree.Root];
            scores[row.Child] = death == 0 || !double.IsFinite(row.Lambda) ? 0 : (death - row.Lambda) / death;
        }

        return scores;
    }
}
