using System.Numerics;
using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Engine.People.Hdbscan.Trees;

/// <summary>
/// The points not yet in Prim's tree, each with its smallest mutual reachability to the tree so far. Positions are in
/// ascending order of rows; taken points stay as dead lanes until <see cref="Compact"/> packs the rest again.
/// </summary>
internal sealed class PrimFrontier
{
    // A squared sum at or above (distance * alpha)^2 * RoundingSlack cannot come out nearer after the square root and the
    // division: each rounds by at most 2^-53 relative, and 1e-12 is thousands of times that.
    private const double RoundingSlack = 1 + 1e-12;

    // Never below any limit: marks a lane whose distance cannot shrink any more (or that holds no point).
    private const double CannotImprove = -1;

    private readonly PackedVectors _points;
    private readonly double _alpha;
    private readonly int[] _rows;
    private readonly int[] _sources;
    private readonly double[] _core;
    private readonly double[] _distances;
    private readonly double[] _limits;
    private int _taken;

    private PrimFrontier(PackedVectors points, double alpha)
    {
        var lanes = points.BlockCount * PackedVectors.Lanes;
        _points = points;
        _alpha = alpha;
        _rows = new int[lanes];
        _sources = new int[lanes];
        _core = new double[lanes];
        _distances = new double[lanes];
        _limits = new double[lanes];
        _distances.AsSpan().Fill(double.PositiveInfinity);
        _limits.AsSpan().Fill(CannotImprove);
    }

    public int BlockCount => _points.BlockCount;

    public static PrimFrontier Start(PackedVectors points, double[] core, double alpha)
    {
        var frontier = new PrimFrontier(points, alpha);
        for (var p = 0; p < points.Count; p++)
        {
            frontier._rows[p] = p;
            frontier._core[p] = core[p];
            frontier._limits[p] = double.PositiveInfinity;
        }

        frontier._limits[0] = CannotImprove;
        frontier._taken = 1;
        return frontier;
    }

    public double DistanceAt(int position) => _distances[position];

    /// <summary>Takes the point at <paramref name="position"/> into the tree.</summary>
    public SpanningEdge Take(int position)
    {
        var edge = new SpanningEdge(_sources[position], _rows[position], _distances[position]);
        _distances[position] = double.PositiveInfinity;
        _limits[position] = CannotImprove;
        _taken++;
        return edge;
    }

    /// <summary>Once a quarter of the lanes is dead, the living move together: about 40 % fewer distances over the whole run.</summary>
    public PrimFrontier Compact(float[] rows)
    {
        if (_taken * 4 < _points.Count)
            return this;

        var alive = Enumerable.Range(0, _points.Count).Where(p => !double.IsPositiveInfinity(_distances[p])).ToArray();
        if (alive.Length == 0)
            return this;

        var indices = Array.ConvertAll(alive, p => _rows[p]);
        var compact = new PrimFrontier(PackedVectors.Pack(rows, _points.Dim, indices), _alpha);
        for (var p = 0; p < alive.Length; p++)
        {
            compact._rows[p] = indices[p];
            compact._sources[p] = _sources[alive[p]];
            compact._core[p] = _core[alive[p]];
            compact._distances[p] = _distances[alive[p]];
            compact._limits[p] = _limits[alive[p]];
        }

        return compact;
    }

    /// <summary>
    /// Offers tree point <paramref name="node"/> to the blocks [from, to) and returns the
    /// position nearest to the tree, the first of equals.
    /// </summary>
    public int Relax(int from, int to, int node, double nodeCore, ReadOnlySpan<double> query)
    {
        Span<double> limits = stackalloc double[PackedVectors.Lanes];
        Span<double> sums = stackalloc double[PackedVectors.Lanes];
        var nearest = from * PackedVectors.Lanes;
        for (var block = from; block < to; block++)
        {
            var first = block * PackedVectors.Lanes;
            if (TryLimits(first, nodeCore, limits) && _points.TrySquaredDistances(query, block, limits, sums))
                Improve(first, node, nodeCore, limits, sums);

            for (var p = first; p < first + PackedVectors.Lanes; p++)
                nearest = _distances[p] < _distances[nearest] ? p : nearest;
        }

        return nearest;
    }

    // A lane can only improve while its distance is above the new point's core distance; false when no lane of the block can.
    private bool TryLimits(int first, double nodeCore, Span<double> limits)
    {
        var floor = new Vector<double>(nodeCore);
        var never = new Vector<double>(CannotImprove);
        var any = false;
        for (var lane = 0; lane < limits.Length; lane += Vector<double>.Count)
        {
            var above = Vector.GreaterThan(new Vector<double>(_distances, first + lane), floor);
            var limit = Vector.ConditionalSelect(above, new Vector<double>(_limits, first + lane), never);
            any |= Vector.GreaterThanAny(limit, Vector<double>.Zero);
            limit.CopyTo(limits[lane..]);
        }

        return any;
    }

    private void Improve(int first, int node, double nodeCore, ReadOnlySpan<double> limits, ReadOnlySpan<double> sums)
    {
        for (var lane = 0; lane < sums.Length; lane++)
        {
            if (!(sums[lane] < limits[lane]))
                continue;

            var p = first + lane;
            var reach = Math.Max(Math.Sqrt(sums[lane]) / _alpha, Math.Max(nodeCore, _core[p]));
            if (!(reach < _distances[p]))
                continue;

            _distances[p] = reach;
            _sources[p] = node;
            _limits[p] = reach <= _core[p] ? CannotImprove : reach * _alpha * (reach * _alpha) * RoundingSlack;
        }
    }
}
