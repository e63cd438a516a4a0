using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace WeddingStudio.Bench;

/// <summary>
/// The yardstick G: one blocked float32 pass X * X^T over all n^2 pairs, results used and thrown away. Any clustering
/// that looks at every pair once pays about this.
/// </summary>
internal static class AllPairs
{
    private const int RowsPerBlock = 4;

    // Columns that stay in the second-level cache while the rows of a task pass over them.
    private const int ColumnsPerPanel = 128;

    private const int RowsPerTask = 64;

    private static readonly int _lanes = Vector<float>.Count;

    /// <summary>Seconds for [n, dim] vectors; <paramref name="threads"/> 0 means every core.</summary>
    public static double Seconds(float[] vectors, int dim, int threads)
    {
        // Rows padded to whole SIMD vectors, and their number to whole blocks: the kernel needs no remainders.
        var n = vectors.Length / dim;
        var width = (dim + _lanes - 1) / _lanes;
        var padded = new Vector<float>[(n + RowsPerTask - 1) / RowsPerTask * RowsPerTask * width];
        var flat = MemoryMarshal.Cast<Vector<float>, float>(padded.AsSpan());
        for (var row = 0; row < n; row++)
            vectors.AsSpan(row * dim, dim).CopyTo(flat[(row * width * _lanes)..]);

        var clock = Stopwatch.StartNew();
        var rows = padded.Length / width;
        var sums = new float[rows / RowsPerTask];
        var degree = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads };
        Parallel.For(0, sums.Length, degree, task => sums[task] = Task(padded, width, task * RowsPerTask, rows));
        var seconds = clock.Elapsed.TotalSeconds;
        // The sum is looked at so that no compiler may drop the products.
        return float.IsNaN(sums.Sum()) ? double.NaN : seconds;
    }

    private static float Task(Vector<float>[] rows, int width, int firstRow, int rowCount)
    {
        var total = 0f;
        for (var panel = 0; panel < rowCount; panel += ColumnsPerPanel)
        {
            for (var row = firstRow; row < firstRow + RowsPerTask; row += RowsPerBlock)
            {
                for (var column = panel; column < Math.Min(panel + ColumnsPerPanel, rowCount); column += RowsPerBlock)
                    total += Block(rows.AsSpan(row * width, RowsPerBlock * width), rows.AsSpan(column * width, RowsPerBlock * width), width);
            }
        }

        return total;
    }

    // Numeric kernel: 4 x 4 dot products at once, 8 loads for 16 multiply-adds.
    private static float Block(ReadOnlySpan<Vector<float>> a, ReadOnlySpan<Vector<float>> b, int width)
    {
        ReadOnlySpan<Vector<float>> a0 = a[..width], a1 = a.Slice(width, width), a2 = a.Slice(2 * width, width), a3 = a.Slice(3 * width, width);
        ReadOnlySpan<Vector<float>> b0 = b[..width], b1 = b.Slice(width, width), b2 = b.Slice(2 * width, width), b3 = b.Slice(3 * width, width);
        Vector<float> s00 = default, s01 = default, s02 = default, s03 = default;
        Vector<float> s10 = default, s11 = default, s12 = default, s13 = default;
        Vector<float> s20 = default, s21 = default, s22 = default, s23 = default;
        Vector<float> s30 = default, s31 = default, s32 = default, s33 = default;
        for (var k = 0; k < width; k++)
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

        // Each product ends as its own number, as a consumer would need it.
        return Vector.Sum(s00) + Vector.Sum(s01) + Vector.Sum(s02) + Vector.Sum(s03)
            + Vector.Sum(s10) + Vector.Sum(s11) + Vector.Sum(s12) + Vector.Sum(s13)
            + Vector.Sum(s20) + Vector.Sum(s21) + Vector.Sum(s22) + Vector.Sum(s23)
            + Vector.Sum(s30) + Vector.Sum(s31) + Vector.Sum(s32) + Vector.Sum(s33);
    }
}
