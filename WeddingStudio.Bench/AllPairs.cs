using System.Diagnostics;
using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Bench;

/// <summary>
/// The yardstick G: one blocked float32 pass X * X^T over all n^2 pairs, results used and thrown away. Any clustering
/// that looks at every pair once pays about this.
/// </summary>
internal static class AllPairs
{
    private const int Side = BlockedRows.RowsPerBlock;

    /// <summary>Seconds for [n, dim] vectors; <paramref name="threads"/> 0 means every core.</summary>
    public static double Seconds(float[] vectors, int dim, int threads)
    {
        var rows = new BlockedRows(vectors, dim);
        // Whole blocks: the last row stands in beyond the end.
        var order = Enumerable.Range(0, (rows.Count + Side - 1) / Side * Side).Select(row => Math.Min(row, rows.Count - 1)).ToArray();

        var clock = Stopwatch.StartNew();
        var sums = new float[(rows.Count + BlockedRows.RowsPerTask - 1) / BlockedRows.RowsPerTask];
        var degree = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads };
        Parallel.For(0, sums.Length, degree, task => sums[task] = Task(rows, order, task * BlockedRows.RowsPerTask));
        var seconds = clock.Elapsed.TotalSeconds;
        // The sum is looked at so that no compiler may drop the products.
        return float.IsNaN(sums.Sum()) ? double.NaN : seconds;
    }

    private static float Task(BlockedRows rows, int[] order, int firstRow)
    {
        var total = 0f;
        Span<float> dots = stackalloc float[Side * Side];
        for (var panel = 0; panel < order.Length; panel += BlockedRows.ColumnsPerPanel)
        {
            for (var row = firstRow; row < Math.Min(firstRow + BlockedRows.RowsPerTask, order.Length); row += Side)
            {
                for (var column = panel; column < Math.Min(panel + BlockedRows.ColumnsPerPanel, order.Length); column += Side)
                {
                    rows.Dots(order.AsSpan(row, Side), order.AsSpan(column, Side), dots);
                    total += dots[0] + dots[^1];
                }
            }
        }

        return total;
    }
}
