namespace WeddingStudio.Engine.People.Hdbscan.Distances;

/// <summary>
/// For every point the few others with the smallest lower bounds on the distance, ascending: one float32 pass over all
/// pairs. Whoever is not listed is at least as far as the last one's bound.
/// </summary>
internal sealed class NearestCandidates
{
    private readonly BlockedRows _rows;
    private readonly int[] _others;
    private readonly double[] _lower;

    private NearestCandidates(BlockedRows rows, int perPoint)
    {
        _rows = rows;
        PerPoint = perPoint;
        _others = new int[rows.Count * perPoint];
        _lower = new double[rows.Count * perPoint];
        _lower.AsSpan().Fill(double.PositiveInfinity);
    }

    public int PerPoint { get; }

    /// <summary>True when the lists hold every pair.</summary>
    public bool HoldAll => PerPoint == _rows.Count - 1;

    public ReadOnlySpan<int> OthersOf(int point) => _others.AsSpan(point * PerPoint, PerPoint);

    public ReadOnlySpan<double> LowerOf(int point) => _lower.AsSpan(point * PerPoint, PerPoint);

    /// <summary>Lists of <paramref name="perPoint"/> (1 .. n - 1) others for each row.</summary>
    public static NearestCandidates Find(BlockedRows rows, int perPoint, int threads)
    {
        var candidates = new NearestCandidates(rows, perPoint);
        Parallel.For(0, rows.Tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, task => rows.Visit(task, candidates.Offer));
        return candidates;
    }

    private void Offer(int firstRow, int firstColumn, ReadOnlySpan<float> dots)
    {
        Span<double> parts = stackalloc double[BlockedRows.RowsPerBlock];
        for (var c = 0; c < parts.Length; c++)
            parts[c] = _rows.Part(Math.Min(firstColumn + c, _rows.Count - 1));
        var columns = Math.Min(BlockedRows.RowsPerBlock, _rows.Count - firstColumn);
        for (var r = 0; r < BlockedRows.RowsPerBlock && firstRow + r < _rows.Count; r++)
        {
            var row = firstRow + r;
            var limit = _lower[(row + 1) * PerPoint - 1] - _rows.Part(row);
            for (var c = 0; c < columns; c++)
            {
                // This comes first because it nearly always says no; Insert looks again at the list as it is by then.
                if (parts[c] - 2.0 * dots[r * BlockedRows.RowsPerBlock + c] < limit && firstColumn + c != row)
                    Insert(row, firstColumn + c, _rows.Lower(row, firstColumn + c, dots[r * BlockedRows.RowsPerBlock + c]));
            }
        }
    }

    private void Insert(int row, int other, double lower)
    {
        var first = row * PerPoint;
        var i = first + PerPoint - 1;
        if (lower >= _lower[i])
            return;
        for (; i > first && lower < _lower[i - 1]; i--)
        {
            _lower[i] = _lower[i - 1];
            _others[i] = _others[i - 1];
        }

        _lower[i] = lower;
        _others[i] = other;
    }
}
