namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// The clusters of a condensed tree as arrays over (cluster id - root). Parents come before their children, and the two
/// children of a split are neighbours, left first.
/// </summary>
/// <param name="Parent">Index of the parent cluster; -1 for the root.</param>
/// <param name="FirstChild">Index of the left child, the right one follows it; -1 for a leaf.</param>
/// <param name="Birth">Lambda at which the cluster separates; 0 for the root.</param>
/// <param name="Size">Points in the cluster. Root: points of its two children only, 0 without a split (as the reference counts).</param>
/// <param name="Death">Largest lambda of the rows whose parent is this cluster itself (not its descendants).</param>
internal sealed record ClusterTree(int[] Parent, int[] FirstChild, double[] Birth, int[] Size, double[] Death)
{
    public int Count => Parent.Length;

    public bool HasSplit => Count > 1;

    public bool IsLeaf(int cluster) => FirstChild[cluster] < 0;

    public static ClusterTree From(CondensedTree tree)
    {
        var count = tree.ClusterCount;
        var clusters = new ClusterTree(new int[count], new int[count], new double[count], new int[count], new double[count]);
        clusters.Parent.AsSpan().Fill(-1);
        clusters.FirstChild.AsSpan().Fill(-1);
        foreach (var row in tree.Rows)
            clusters.Add(row.Parent - tree.Root, row.Child - tree.Root, row);
        return clusters;
    }

    /// <summary>
    /// Excess of mass of every cluster: the sum of (lambda - birth) * size over its rows, in row order. NaN where a
    /// cluster is born at infinity (exact duplicates): infinity - infinity.
    /// </summary>
    public double[] Stabilities(CondensedTree tree)
    {
        var stabilities = new double[Count];
        foreach (var row in tree.Rows)
            stabilities[row.Parent - tree.Root] += (row.Lambda - Birth[row.Parent - tree.Root]) * row.Size;
        return stabilities;
    }

    private void Add(int parent, int child, CondensedRow row)
    {
        Death[parent] = Math.Max(Death[parent], row.Lambda);
        if (child < 0)
            return;

        Parent[child] = parent;
        Birth[child] = row.Lambda;
        Size[child] = row.Size;
        if (parent == 0)
            Size[0] += row.Size;
        if (FirstChild[parent] < 0)
            FirstChild[parent] = child;
    }
}
