using System.Numerics;
using System.Runtime.InteropServices;

namespace WeddingStudio.Engine.People.Hdbscan.Distances;

/// <summary>
/// Row-major vectors for blocked float32 dot products, and from them a proven lower bound on every squared distance. The
/// bound only filters; whatever passes is decided by sequential float64 sums (<see cref="SquaredDistance"/>).
/// </summary>
internal sealed class BlockedRows
{
    /// <summary>Takes the products of rows row + i and column + j, at [4 * i + j]; beyond the last row the last stands in.</summary>
    public delegate void BlockOfProducts(int row, int column, ReadOnlySpan<float> products);

    public const int RowsPerBlock = 4;

    /// <summary>Columns that stay in the second-level cache while the rows of a task pass over them.</summary>
    public const int ColumnsPerPanel = 128;

    public const int RowsPerTask = 64;

    // Above it a float32 product could overflow.
    private const double LargestSquaredNorm = 1e30;

    private static readonly int _lanes = Vector<float>.Count;

    private readonly float[] _values;
    private readonly int _stride;
    private readonly double[] _norms;
    private readonly double[] _parts;

    /// <summary>Takes [n, dim] finite <paramref name="rows"/>; they are copied only if a row is no whole number of SIMD vectors.</summary>
    public BlockedRows(float[] rows, int dim)
    {
        Dim = dim;
        Count = rows.Length / dim;
        _stride = (dim + _lanes - 1) / _lanes * _lanes;
        _values = _stride == dim ? rows : Padded(rows, dim, _stride);
        _norms = new double[Count];
        _parts = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            foreach (var value in Row(i))
                _norms[i] += (double)value * value;
            _parts[i] = _norms[i] - Margin(_norms[i]);
        }
    }

    public int Count { get; }

    public int Dim { get; }

    /// <summary>False when products could overflow: then there are no bounds.</summary>
    public bool HasBounds => _norms.Max() < LargestSquaredNorm;

    /// <summary>
    /// No squared distance of rows a and b, real or summed in float64, is below this for the
    /// float32 product <paramref name="dot"/> of them.
    /// </summary>
    public double Lower(int a, int b, float dot) => _parts[a] + _parts[b] - 2.0 * dot;

    /// <summary>One row's share of <see cref="Lower(int, int, float)"/>, for loops over many pairs.</summary>
    public double Part(int row) => _parts[row];

    /// <summary>No squared distance is above this, given <see cref="Lower(int, int)"/> of the pair.</summary>
    public double Upper(int a, int b, double lower) => lower + 2 * (_norms[a] - _parts[a]) + 2 * (_norms[b] - _parts[b]);

    public double Lower(int a, int b)
    {
        var x = Vectors(a);
        var y = Vectors(b);
        Vector<float> sum = default;
        for (var k = 0; k < x.Length; k++)
            sum = Vector.FusedMultiplyAdd(x[k], y[k], sum);
        return Lower(a, b, Vector.Sum(sum));
    }

    /// <summary>The sequential float64 sum of squares, in which everything is decided.</summary>
    public double SquaredDistance(int a, int b)
    {
        var x = Row(a);
        var y = Row(b);
        var sum = 0.0;
        for (var k = 0; k < x.Length; k++)
        {
            var difference = (double)x[k] - y[k];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>Tasks that together see all pairs.</summary>
    public int Tasks => (Count + RowsPerTask - 1) / RowsPerTask;

    /// <summary>The products of a task's rows with all rows, block by block, panel by panel.</summary>
    public void Visit(int task, BlockOfProducts visit) => Visit(task, 0, visit);

    /// <summary>The same without the blocks left of the diagonal: all tasks together see each pair of two rows once, those of a block on
    /// it twice.</summary>
    public void VisitOnce(int task, BlockOfProducts visit) => Visit(task, task * RowsPerTask, visit);

    private void Visit(int task, int fromColumn, BlockOfProducts visit)
    {
        Span<int> a = stackalloc int[RowsPerBlock];
        Span<int> b = stackalloc int[RowsPerBlock];
        Span<float> dots = stackalloc float[RowsPerBlock * RowsPerBlock];
        var endRow = Math.Min((task + 1) * RowsPerTask, Count);
        for (var panel = fromColumn; panel < Count; panel += ColumnsPerPanel)
        {
            var endColumn = Math.Min(panel + ColumnsPerPanel, Count);
            for (var row = task * RowsPerTask; row < endRow; row += RowsPerBlock)
            {
                Fill(a, row);
                for (var column = panel; column < endColumn; column += RowsPerBlock)
                {
                    Fill(b, column);
                    Dots(a, b, dots);
                    visit(row, column, dots);
                }
            }
        }
    }

    private void Fill(Span<int> block, int first)
    {
        for (var i = 0; i < block.Length; i++)
            block[i] = Math.Min(first + i, Count - 1);
    }

    /// <summary>The products of rows a[0..3] and b[0..3], to <paramref name="dots"/>[4 * i + j].</summary>
    public void Dots(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Span<float> dots)
    {
        // Numeric kernel: 4 x 4 dot products at once, 8 loads for 16 multiply-adds.
        ReadOnlySpan<Vector<float>> a0 = Vectors(a[0]), a1 = Vectors(a[1]), a2 = Vectors(a[2]), a3 = Vectors(a[3]);
        ReadOnlySpan<Vector<float>> b0 = Vectors(b[0]), b1 = Vectors(b[1]), b2 = Vectors(b[2]), b3 = Vectors(b[3]);
        Vector<float> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector<float> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector<float> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector<float> s30 = default, s31 = default, s32 = default, s33 = default;
        for (var k = 0; k < a0.Length; k++)
        {
            var (x0, x1, x2, x3) = (a0[k], a1[k], a2[k], a3[k]);
            var (y0, y1, y2, y3) = (b0[k], b1[k], b2[k], b3[k]);
            s00 = Vector.FusedMultiplyAdd(x0, y0, s00);
            s01 = Vector.FusedMultiplyAdd(x0, y1, s01);
            s02 = Vector.FusedMultiplyAdd(x0, y2, s02);
            s03 = Vector.FusedMultiplyAdd(x0, y3, s03);
            s10 = Vector.FusedMultiplyAdd(x1, y0, s10);
            s11 = Vector.FusedMultiplyAdd(x1, y1, s11);
            s12 = Vector.FusedMultiplyAdd(x1, y2, s12);
            s13 = Vector.FusedMultiplyAdd(x1, y3, s13);
            s20 = Vector.FusedMultiplyAdd(x2, y0, s20);
            s21 = Vector.FusedMultiplyAdd(x2, y1, s21);
            s22 = Vector.FusedMultiplyAdd(x2, y2, s22);
            s23 = Vector.FusedMultiplyAdd(x2, y3, s23);
            s30 = Vector.FusedMultiplyAdd(x3, y0, s30);
            s31 = Vector.FusedMultiplyAdd(x3, y1, s31);
            s32 = Vector.FusedMultiplyAdd(x3, y2, s32);
            s33 = Vector.FusedMultiplyAdd(x3, y3, s33);
        }

        (dots[0], dots[1], dots[2], dots[3]) = (Vector.Sum(s00), Vector.Sum(s01), Vector.Sum(s02), Vector.Sum(s03));
        (dots[4], dots[5], dots[6], dots[7]) = (Vector.Sum(s10), Vector.Sum(s11), Vector.Sum(s12), Vector.Sum(s13));
        (dots[8], dots[9], dots[10], dots[11]) = (Vector.Sum(s20), Vector.Sum(s21), Vector.Sum(s22), Vector.Sum(s23));
        (dots[12], dots[13], dots[14], dots[15]) = (Vector.Sum(s30), Vector.Sum(s31), Vector.Sum(s32), Vector.Sum(s33));
    }

    // A term of a product goes through at most stride / lanes roundings in its lane and lanes - 1 in the final sum (two for
    // a multiply and an add where the hardware has no fused one): g = 2 * (stride / lanes + lanes) * 2^-24 bounds the error
    // of x.y by g |x||y| <= g (|x|^2 + |y|^2) / 2, that of 2 x.y by g (|x|^2 + |y|^2). The float64 roundings (norms, the sum
    // that decides, this arithmetic) are within (4 dim + 64) * 2^-53 of the same; vanishing products lose under 1e-44 each.
    private double Margin(double norm) =>
        norm * (2.0 * (_stride / _lanes + _lanes) / (1 << 24) * 1.01 + (4.0 * Dim + 64) / (1L << 52)) + Dim * 1e-44;

    private ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * _stride, Dim);

    private ReadOnlySpan<Vector<float>> Vectors(int row) =>
        MemoryMarshal.Cast<float, Vector<float>>(_values.AsSpan(row * _stride, _stride));

    private static float[] Padded(float[] rows, int dim, int stride)
    {
        var padded = new float[rows.Length / dim * stride];
        for (var row = 0; row < rows.Length / dim; row++)
            rows.AsSpan(row * dim, dim).CopyTo(padded.AsSpan(row * stride));
        return padded;
    }
}
