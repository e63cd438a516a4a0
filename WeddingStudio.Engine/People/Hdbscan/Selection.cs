using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>Which clusters of the tree are the answer, and how stable they are.</summary>
internal static class Selection
{
    /// <summary>Selects clusters.</summary>
    /// <returns>Selected: one flag per cluster of <paramref name="clusters"/>. Stabilities: after the overwriting that eom does.</returns>
    public static (bool[] Selected, double[] Stabilities) Select(CondensedTree tree, ClusterTree clusters, HdbscanOptions options)
    {
        var stabilities = clusters.Stabilities(tree);
        var selected = options.Method == SelectionMethod.Eom
            ? ExcessOfMass(tree, clusters, stabilities, options)
            : Leaves(clusters);
        // Nothing to search without a split; all points as the one cluster stay that.
        if (options.Epsilon != 0 && clusters.HasSplit && !selected[0])
            selected = EpsilonSearch(clusters, selected, options.Epsilon, options.AllowSingleCluster);
        return (selected, stabilities);
    }

    /// <summary>Stability of each selected cluster relative to the densest point, as the reference reports it.</summary>
    /// <param name="labels">Label per point.</param>
    /// <param name="stabilities">Stabilities of the selected clusters, in label order.</param>
    /// <param name="maxLambda">Largest lambda of the condensed tree.</param>
    public static double[] Persistence(int[] labels, double[] stabilities, double maxLambda)
    {
        var counts = new int[stabilities.Length];
        foreach (var label in labels)
        {
            if (label >= 0)
                counts[label]++;
        }

        return [.. stabilities.Select((stability, label) =>
            double.IsInfinity(maxLambda) || maxLambda == 0 || counts[label] == 0 ? 1 : stability / (counts[label] * maxLambda))];
    }

    // From the leaves up: a cluster stands unless its children are more stable together, or it is too large or too loose.
    private static bool[] ExcessOfMass(CondensedTree tree, ClusterTree clusters, double[] stabilities, HdbscanOptions options)
    {
        var selected = new bool[clusters.Count];
        var maxSize = options.MaxClusterSize > 0 ? options.MaxClusterSize : int.MaxValue;
        var top = options.AllowSingleCluster ? 0 : 1;
        for (var c = clusters.Count - 1; c >= top; c--)
        {
            // A C float in the reference: the rounding to 32 bits decides ties and stays in the stability.
            var left = clusters.FirstChild[c];
            var children = left < 0 ? 0f : (float)(stabilities[left] + stabilities[left + 1]);
            var epsilon = c == 0 ? tree.Rows.Max(row => 1 / row.Lambda) : 1 / clusters.Birth[c];
            selected[c] = !(children > stabilities[c]) && clusters.Size[c] <= maxSize && !(epsilon > options.EpsilonMax);
            if (!selected[c])
                stabilities[c] = children;
        }

        KeepTopmost(clusters, selected);
        return selected;
    }

    private static void KeepTopmost(ClusterTree clusters, bool[] selected)
    {
        var covered = new bool[clusters.Count];
        for (var c = 1; c < clusters.Count; c++)
        {
            covered[c] = covered[clusters.Parent[c]] || selected[clusters.Parent[c]];
            selected[c] &= !covered[c];
        }
    }

    // Without a split there is no leaf, and everything is noise even if a single cluster is allowed (as the reference does).
    private static bool[] Leaves(ClusterTree clusters)
    {
        var selected = new bool[clusters.Count];
        for (var c = 1; c < clusters.Count; c++)
            selected[c] = clusters.IsLeaf(c);
        return selected;
    }

    // Malzer and Baum 2020: a cluster born below epsilon gives way to its first ancestor born above it.
    private static bool[] EpsilonSearch(ClusterTree clusters, bool[] candidates, double epsilon, bool allowRoot)
    {
        var selected = new bool[clusters.Count];
        for (var c = 1; c < clusters.Count; c++)
        {
            if (candidates[c])
                selected[1 / clusters.Birth[c] < epsilon ? Ancestor(clusters, c, epsilon, allowRoot) : c] = true;
        }

        return selected;
    }

    private static int Ancestor(ClusterTree clusters, int cluster, double epsilon, bool allowRoot)
    {
        while (true)
        {
            var parent = clusters.Parent[cluster];
            if (parent == 0)
                return allowRoot ? 0 : cluster;
            if (1 / clusters.Birth[parent] > epsilon)
                return parent;
            cluster = parent;
        }
    }
}
