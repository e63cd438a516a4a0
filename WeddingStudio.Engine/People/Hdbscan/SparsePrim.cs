namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>Prim from point 0 over a list of edges, with the ties of the dense one: lowest index first, first source stays.</summary>
internal static class SparsePrim
{
    /// <summary>The n - 1 tree edges in Prim's order; the edges must join all <paramref name="n"/> points.</summary>
    public static SpanningEdge[] Run(int n, IReadOnlyList<SpanningEdge> edges)
    {
        var (starts, adjacent) = Adjacency(n, edges);
        var distances = new double[n];
        distances.AsSpan().Fill(double.PositiveInfinity);
        var sources = new int[n];
        var taken = new bool[n];
        var queue = new PriorityQueue<int, (double Weight, int Point)>();
        var tree = new SpanningEdge[n - 1];
        var point = 0;
        for (var step = 0; ; step++)
        {
            taken[point] = true;
            foreach (var index in adjacent.AsSpan(starts[point]..starts[point + 1]))
            {
                var edge = edges[index];
                var other = edge.From == point ? edge.To : edge.From;
                if (taken[other] || !(edge.Weight < distances[other]))
                    continue;
                (distances[other], sources[other]) = (edge.Weight, point);
                queue.Enqueue(other, (edge.Weight, other));
            }

            if (step == tree.Length)
                return tree;
            // Entries that a nearer source made stale come out after their point was taken.
            do
                point = queue.Dequeue();
            while (taken[point]);
            tree[step] = new SpanningEdge(sources[point], point, distances[point]);
        }
    }

    private static (int[] Starts, int[] Adjacent) Adjacency(int n, IReadOnlyList<SpanningEdge> edges)
    {
        var ends = new int[n + 1];
        foreach (var edge in edges)
        {
            ends[edge.From]++;
            ends[edge.To]++;
        }

        for (var i = 1; i <= n; i++)
            ends[i] += ends[i - 1];
        var adjacent = new int[2 * edges.Count];
        for (var index = 0; index < edges.Count; index++)
        {
            adjacent[--ends[edges[index].From]] = index;
            adjacent[--ends[edges[index].To]] = index;
        }

        return (ends, adjacent);
    }
}
