namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>One merge of the single linkage tree; merge i of n points makes node n + i.</summary>
/// <param name="Left">Node of the edge's first point: below n a point, else a merge.</param>
/// <param name="Right">Node of the edge's second point.</param>
/// <param name="Distance">Mutual reachability at which they meet.</param>
/// <param name="Size">Points below the new node.</param>
internal readonly record struct Merge(int Left, int Right, double Distance, int Size);

/// <summary>Spanning tree edges to the single linkage tree.</summary>
internal static class SingleLinkage
{
    /// <summary>The edges in the order they merge: ascending weight, ties as told.</summary>
    public static SpanningEdge[] Sort(SpanningEdge[] edges, TieOrder ties)
    {
        var weights = Array.ConvertAll(edges, edge => edge.Weight);
        var order = ties == TieOrder.NumpyArgsort ? NumpyArgsort.Order(weights) : StableOrder(weights);
        return Array.ConvertAll(order, i => edges[i]);
    }

    /// <summary>Merges sorted edges; n - 1 edges give n - 1 merges, the last one the root.</summary>
    public static Merge[] Build(SpanningEdge[] sorted)
    {
        var pointCount = sorted.Length + 1;
        var parents = Enumerable.Range(0, 2 * pointCount - 1).ToArray();
        var merges = new Merge[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            var left = Find(parents, sorted[i].From);
            var right = Find(parents, sorted[i].To);
            parents[left] = parents[right] = pointCount + i;
            merges[i] = new Merge(left, right, sorted[i].Weight, SizeOf(merges, left) + SizeOf(merges, right));
        }

        return merges;
    }

    /// <summary>Points below a node of a tree with <c>merges.Length + 1</c> points.</summary>
    public static int SizeOf(Merge[] merges, int node) => node <= merges.Length ? 1 : merges[node - merges.Length - 1].Size;

    private static int[] StableOrder(double[] weights)
    {
        var order = Enumerable.Range(0, weights.Length).ToArray();
        Array.Sort(order, (a, b) => weights[a].CompareTo(weights[b]) is var byWeight && byWeight != 0 ? byWeight : a.CompareTo(b));
        return order;
    }

    /// <summary>The root of a node's set.</summary>
    public static int Find(int[] parents, int node)
    {
        // Path halving (Tarjan and van Leeuwen 1984).
        while (parents[node] != node)
            node = parents[node] = parents[parents[node]];
        return node;
    }
}
