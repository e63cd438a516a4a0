using System.Diagnostics;
using WeddingStudio.Engine.People.Hdbscan.Distances;

namespace WeddingStudio.Bench;

/// <summary>
/// The yardstick G: one blocked float32 pass X * X^T over all n^2 pairs, results used and thrown away. Any clustering
/// that looks at every pair once pays about this.
/// </summary>
internal static class AllPairs
{
    /// <summary>Seconds for [n, dim] vectors; <paramref name="threads"/> 0 means every core.</summary>
    public static double Seconds(float[] vectors, int dim, int threads)
    {
        var rows = new BlockedRows(vectors, dim);

        var clock = Stopwatch.StartNew();
        var sums = new float[rows.Tasks];
        var degree = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads };
        Parallel.For(0, sums.Length, degree, task => sums[task] = Task(rows, task));
        var seconds = clock.Elapsed.TotalSeconds;
        // The sum is looked at so that no compiler may drop the products.
        return float.IsNaN(sums.Sum()) ? double.NaN : seconds;
    }

    private static float Task(BlockedRows rows, int task)
    {
        var total = 0f;
        rows.Visit(task, (_, _, products) => total += products[0] + products[^1]);
        return total;
    }
}
