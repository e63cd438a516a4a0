using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan.Distances;

/// <summary>
/// One float32 pass over all pairs that keeps those no farther than the largest edge between them in a given spanning tree.
/// In Prim's order the largest edge between two points is the largest weight from the place after the first to the second's.
/// A pair of any minimum spanning tree is within that for every spanning tree, so it is kept, and so are all its ties.
/// </summary>
internal sealed class PairSieve
{
    // More kept pairs per point mean that the tree is poor, or ties are everywhere.
    private const int MostPerPoint = 16;

    // Square root, division and squaring round by far less than this.
    private const double RoundingSlack = 1 + 1e-12;

    private const int Side = BlockedRows.RowsPerBlock;

    private readonly BlockedRows _rows;
    private readonly double[] _core;
    private readonly double _alpha;
    private readonly int[] _order;
    private readonly double[] _limits;
    private readonly double[] _blockLimits;
    private long _kept;

    public PairSieve(BlockedRows rows, double[] core, SpanningEdge[] tree, double alpha)
    {
        (_rows, _core, _alpha) = (rows, core, alpha);
        // Up to a whole block the first point stands in; its pairs are left out.
        _order = new int[rows.Count + Side];
        _limits = new double[rows.Count + Side];
        for (var i = 0; i < tree.Length; i++)
        {
            _order[i + 1] = tree[i].To;
            _limits[i + 1] = tree[i].Weight * alpha * (tree[i].Weight * alpha) * RoundingSlack;
        }

        _blockLimits = new double[_limits.Length / Side];
        for (var block = 0; block < _blockLimits.Length; block++)
            _blockLimits[block] = Largest(block * Side, (block + 1) * Side);
    }

    /// <summary>False when there were too many pairs; then some are missing.</summary>
    public bool IsComplete => Interlocked.Read(ref _kept) <= (long)MostPerPoint * _rows.Count;

    /// <summary>Exact edges of the kept pairs of every <paramref name="stride"/>-th group of rows.</summary>
    public List<SpanningEdge> Run(int stride, int threads)
    {
        var groups = (_rows.Count + BlockedRows.RowsPerTask - 1) / BlockedRows.RowsPerTask;
        var kept = new List<SpanningEdge>[(groups + stride - 1) / stride];
        Parallel.For(0, kept.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            task => kept[task] = Group(task * stride * BlockedRows.RowsPerTask));
        var all = new List<SpanningEdge>(kept.Sum(list => list.Count));
        foreach (var list in kept)
            all.AddRange(list);
        return all;
    }

    private List<SpanningEdge> Group(int firstRow)
    {
        var kept = new List<SpanningEdge>();
        // The largest limit between each block of rows and the column it has come to.
        Span<double> between = stackalloc double[BlockedRows.RowsPerTask / Side];
        Span<float> dots = stackalloc float[Side * Side];
        var endRow = Math.Min(firstRow + BlockedRows.RowsPerTask, _rows.Count);
        between.Clear();
        for (var panel = firstRow; panel < _rows.Count && IsComplete; panel += BlockedRows.ColumnsPerPanel)
        {
            var before = kept.Count;
            var endColumn = Math.Min(panel + BlockedRows.ColumnsPerPanel, _rows.Count);
            for (var row = firstRow; row < endRow; row += Side)
            {
                var tail = Largest(row + 1, row + Side);
                ref var largest = ref between[(row - firstRow) / Side];
                for (var column = Math.Max(panel, row); column < endColumn; column += Side)
                {
                    _rows.Dots(_order.AsSpan(row, Side), _order.AsSpan(column, Side), dots);
                    var limit = _blockLimits[column / Side];
                    limit = limit > largest ? limit : largest;
                    if (MayKeep(row, column, limit > tail ? limit : tail, dots))
                        Sift(row, column, largest, dots, kept);
                    if (column > row)
                        largest = limit;
                }
            }

            Interlocked.Add(ref _kept, kept.Count - before);
        }

        return kept;
    }

    // Nearly always false: whether any pair of the block is within the largest limit of all its pairs.
    private bool MayKeep(int row, int column, double limit, ReadOnlySpan<float> dots)
    {
        var columns = _order.AsSpan(column, Side);
        var (part0, part1, part2, part3) = (_rows.Part(columns[0]), _rows.Part(columns[1]), _rows.Part(columns[2]), _rows.Part(columns[3]));
        var any = false;
        for (var r = 0; r < Side; r++)
        {
            var line = dots.Slice(r * Side, Side);
            var most = limit - _rows.Part(_order[row + r]);
            any |= part0 - 2.0 * line[0] <= most | part1 - 2.0 * line[1] <= most
                | part2 - 2.0 * line[2] <= most | part3 - 2.0 * line[3] <= most;
        }

        return any;
    }

    private void Sift(int row, int column, double between, ReadOnlySpan<float> dots, List<SpanningEdge> kept)
    {
        for (var r = 0; r < Side; r++)
        {
            for (var c = 0; c < Side; c++)
            {
                var (i, j) = (row + r, column + c);
                if (i >= j || j >= _rows.Count)
                    continue;
                var lower = _rows.Lower(_order[i], _order[j], dots[Side * r + c]);
                var limit = row == column
                    ? Largest(i + 1, j + 1)
                    : Math.Max(between, Math.Max(Largest(i + 1, row + Side), Largest(column, j + 1)));
                if (lower <= limit)
                    Decide(_order[i], _order[j], limit, kept);
            }
        }
    }

    private void Decide(int a, int b, double limit, List<SpanningEdge> kept)
    {
        var squared = _rows.SquaredDistance(a, b);
        if (squared <= limit)
            kept.Add(new SpanningEdge(a, b, Math.Max(Math.Sqrt(squared) / _alpha, Math.Max(_core[a], _core[b]))));
    }

    private double Largest(int from, int to)
    {
        var largest = 0.0;
        for (var i = from; i < to; i++)
            largest = Math.Max(largest, _limits[i]);
        return largest;
    }
}
