using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>From selected clusters to one label and one probability per point.</summary>
internal static class Labelling
{
    /// <summary>Labels in the order of cluster ids, 0 .. k - 1; -1 is noise.</summary>
    public static int[] Labels(CondensedTree tree, ClusterTree clusters, bool[] selected, HdbscanOptions options)
    {
        var labelOf = LabelOfClusters(clusters, selected);
        // Points that fall out of the root belong to nothing, except when the root is the only cluster there is.
        var onlyRoot = selected[0] && selected.Count(s => s) == 1;
        var rootFloor = options.Epsilon != 0 ? 1 / options.Epsilon : clusters.Death[0];

        var labels = new int[tree.Root];
        foreach (var row in tree.Rows)
        {
            if (row.Child >= tree.Root)
                continue;

            var label = labelOf[row.Parent - tree.Root];
            var inRoot = selected[0] && label == 0;
            labels[row.Child] = inRoot && !(onlyRoot && row.Lambda >= rootFloor) ? -1 : label;
        }

        return labels;
    }

    /// <summary>Strength of membership, 0 .. 1: how far into its cluster's density a point survives; noise 0.</summary>
    /// <param name="selectedClusters">Indices into <paramref name="clusters"/> in label order.</param>
    public static double[] Probabilities(CondensedTree tree, ClusterTree clusters, int[] labels, int[] selectedClusters)
    {
        var probabilities = new double[tree.Root];
        foreach (var row in tree.Rows)
        {
            if (row.Child >= tree.Root || labels[row.Child] < 0)
                continue;

            // The selected cluster's own rows only: points below a merged split are past its death and get exactly 1.
            var death = clusters.Death[selectedClusters[labels[row.Child]]];
            probabilities[row.Child] = death == 0 || !double.IsFinite(row.Lambda) ? 1 : Math.Min(row.Lambda, death) / death;
        }

        return probabilities;
    }

    /// <summary>For every cluster the label of its nearest selected ancestor or itself, -1 for none.</summary>
    public static int[] LabelOfClusters(ClusterTree clusters, bool[] selected)
    {
        var labelOf = new int[clusters.Count];
        var next = 0;
        for (var c = 0; c < clusters.Count; c++)
            labelOf[c] = selected[c] ? next++ : c == 0 ? -1 : labelOf[clusters.Parent[c]];
        return labelOf;
    }
}
