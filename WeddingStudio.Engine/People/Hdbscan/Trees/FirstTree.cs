using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// A spanning tree that is good but not proven smallest: the edges of the candidate lists, and where those leave separate
/// parts, links between a few points of each. Its weights are upper bounds of mutual reachability.
/// </summary>
internal static class FirstTree
{
    // Points whose mutual distances are looked at to link parts, besides one of each part; below 1 % of the whole work.
    private const int Links = 1024;

    /// <summary>n - 1 edges in the order of Prim from point 0.</summary>
    public static SpanningEdge[] Build(BlockedRows rows, double[] core, NearestCandidates candidates, SparsePrim prim, double alpha)
    {
        var edges = new List<SpanningEdge>(rows.Count * candidates.PerPoint);
        var parents = Enumerable.Range(0, rows.Count).ToArray();
        for (var point = 0; point < rows.Count; point++)
        {
            var others = candidates.OthersOf(point);
            for (var i = 0; i < others.Length; i++)
            {
                if (others[i] < point && candidates.OthersOf(others[i]).Contains(point))
                    continue;
                edges.Add(EdgeOf(rows, core, point, others[i], candidates.LowerOf(point)[i], alpha));
                parents[SingleLinkage.Find(parents, point)] = SingleLinkage.Find(parents, others[i]);
            }
        }

        var parts = Array.ConvertAll(parents, point => SingleLinkage.Find(parents, point));
        AddLinks(rows, core, parts, alpha, edges);
        return prim.Run(edges);
    }

    // Prim over the parts, on the distances between their chosen points.
    private static void AddLinks(BlockedRows rows, double[] core, int[] parts, double alpha, List<SpanningEdge> edges)
    {
        var stride = Math.Max(1, rows.Count / Links);
        var seen = new HashSet<int>();
        List<int> outside = [.. Enumerable.Range(0, rows.Count).Where(point => seen.Add(parts[point]) || point % stride == 0)];
        var nearest = new Dictionary<int, (double Lower, int From)>();
        for (var part = parts[0]; ;)
        {
            var joined = outside.Where(point => parts[point] == part).ToArray();
            outside.RemoveAll(point => parts[point] == part);
            if (outside.Count == 0)
                return;
            foreach (var point in outside)
            {
                var best = joined.Select(from => (Lower: rows.Lower(from, point), From: from)).MinBy(link => link.Lower);
                if (!nearest.TryGetValue(point, out var old) || best.Lower < old.Lower)
                    nearest[point] = best;
            }

            var to = outside.MinBy(point => nearest[point].Lower);
            edges.Add(EdgeOf(rows, core, nearest[to].From, to, nearest[to].Lower, alpha));
            part = parts[to];
        }
    }

    private static SpanningEdge EdgeOf(BlockedRows rows, double[] core, int a, int b, double lower, double alpha)
    {
        var distance = Math.Sqrt(Math.Max(0, rows.Upper(a, b, lower))) / alpha;
        return new SpanningEdge(a, b, Math.Max(distance, Math.Max(core[a], core[b])));
    }
}
