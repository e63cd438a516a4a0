namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>One row of the condensed tree: a child leaves its parent cluster.</summary>
/// <param name="Parent">Cluster id.</param>
/// <param name="Child">A row index (a point falls out) or a cluster id (the cluster splits).</param>
/// <param name="Lambda">1 / distance at which it happens; infinity for exact duplicates.</param>
/// <param name="Size">Points in the child.</param>
public readonly record struct CondensedRow(int Parent, int Child, double Lambda, int Size);

/// <summary>
/// The hierarchy with everything smaller than MinClusterSize pruned away (Campello et al. 2013). Ids below
/// <see cref="Root"/> are row indices of the input; <see cref="Root"/> and above are clusters, numbered level by level.
/// </summary>
/// <param name="Root">Id of the cluster of all points = number of input rows.</param>
/// <param name="Rows">In breadth-first order of the hierarchy. Empty for fewer than two points.</param>
public sealed record CondensedTree(int Root, CondensedRow[] Rows)
{
    /// <summary>Number of clusters in the tree, the root included.</summary>
    public int ClusterCount => Rows.Length == 0 ? 0 : Rows.Max(row => Math.Max(row.Parent, row.Child)) - Root + 1;

    internal static CondensedTree Build(Merge[] merges, int minClusterSize)
    {
        var pointCount = merges.Length + 1;
        if (merges.Length == 0)
            return new CondensedTree(pointCount, []);

        // Every point falls out once; clusters that split off are far fewer.
        var rows = new List<CondensedRow>(pointCount + pointCount / 4);
        var nextCluster = pointCount + 1;
        var open = new Queue<(int Node, int Cluster)>([(pointCount + merges.Length - 1, pointCount)]);
        var dropping = new Queue<int>();
        while (open.TryDequeue(out var at))
        {
            if (at.Node < pointCount)
                continue;

            var (left, right, distance, _) = merges[at.Node - pointCount];
            var lambda = distance > 0 ? 1 / distance : double.PositiveInfinity;
            var (leftSize, rightSize) = (SingleLinkage.SizeOf(merges, left), SingleLinkage.SizeOf(merges, right));
            var split = leftSize >= minClusterSize && rightSize >= minClusterSize;
            Follow(left, leftSize);
            Follow(right, rightSize);

            void Follow(int child, int size)
            {
                if (size < minClusterSize)
                {
                    DropPoints(merges, child, at.Cluster, lambda, rows, dropping);
                    return;
                }

                if (split)
                    rows.Add(new CondensedRow(at.Cluster, nextCluster, lambda, size));
                open.Enqueue((child, split ? nextCluster++ : at.Cluster));
            }
        }

        return new CondensedTree(pointCount, [.. rows]);
    }

    /// <summary>
    /// The same tree over other row indices: point i becomes <paramref name="rowOf"/>[i], the root <paramref name="root"/>.
    /// </summary>
    internal CondensedTree Renumber(int[] rowOf, int root)
    {
        int IdOf(int id) => id < Root ? rowOf[id] : id - Root + root;
        return new CondensedTree(root, Array.ConvertAll(Rows, row => row with { Parent = IdOf(row.Parent), Child = IdOf(row.Child) }));
    }

    // Level by level, left before right, as the reference lists them; the order decides the row order of sums.
    private static void DropPoints(Merge[] merges, int top, int cluster, double lambda, List<CondensedRow> rows, Queue<int> open)
    {
        var pointCount = merges.Length + 1;
        open.Enqueue(top);
        while (open.TryDequeue(out var node))
        {
            if (node < pointCount)
            {
                rows.Add(new CondensedRow(cluster, node, lambda, 1));
                continue;
            }

            open.Enqueue(merges[node - pointCount].Left);
            open.Enqueue(merges[node - pointCount].Right);
        }
    }
}
