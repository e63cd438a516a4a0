namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// Prim from point 0 over a list of edges, with the ties of the dense one: lowest index first, first source stays.
/// It runs several times over the same points and keeps its working memory in between.
/// </summary>
internal sealed class SparsePrim(int n)
{
    private readonly int[] _ends = new int[n + 1];
    private readonly double[] _distances = new double[n];
    private readonly int[] _sources = new int[n];
    private readonly bool[] _taken = new bool[n];
    private readonly PriorityQueue<int, (double Weight, int Point)> _queue = new(n);
    private int[] _adjacent = [];

    /// <summary>The n - 1 tree edges in Prim's order; the edges must join all points.</summary>
    public SpanningEdge[] Run(List<SpanningEdge> edges)
    {
        Link(edges);
        _distances.AsSpan().Fill(double.PositiveInfinity);
        _taken.AsSpan().Clear();
        _queue.Clear();
        var tree = new SpanningEdge[n - 1];
        var point = 0;
        for (var step = 0; ; step++)
        {
            _taken[point] = true;
            foreach (var index in _adjacent.AsSpan(_ends[point].._ends[point + 1]))
            {
                var edge = edges[index];
                var other = edge.From == point ? edge.To : edge.From;
                if (_taken[other] || !(edge.Weight < _distances[other]))
                    continue;
                (_distances[other], _sources[other]) = (edge.Weight, point);
                _queue.Enqueue(other, (edge.Weight, other));
            }

            if (step == tree.Length)
                return tree;
            // Entries that a nearer source made stale come out after their point was taken.
            do
                point = _queue.Dequeue();
            while (_taken[point]);
            tree[step] = new SpanningEdge(_sources[point], point, _distances[point]);
        }
    }

    // Afterwards the edges of a point lie in _adjacent from its end, which counts down as they are filled in, to the next one's.
    private void Link(List<SpanningEdge> edges)
    {
        _ends.AsSpan().Clear();
        foreach (var edge in edges)
        {
            _ends[edge.From]++;
            _ends[edge.To]++;
        }

        for (var i = 1; i <= n; i++)
            _ends[i] += _ends[i - 1];
        if (_adjacent.Length < 2 * edges.Count)
            _adjacent = new int[2 * edges.Count];
        for (var index = 0; index < edges.Count; index++)
        {
            _adjacent[--_ends[edges[index].From]] = index;
            _adjacent[--_ends[edges[index].To]] = index;
        }
    }
}
