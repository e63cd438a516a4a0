using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

/// <summary>
/// Against recorded runs of scikit-learn-contrib/hdbscan 0.8.43; "bitwise" is equality of every double, NaN equal to NaN.
/// </summary>
public sealed class HdbscanGoldenTests
{
    [Theory]
    [MemberData(nameof(GoldenCase.LabelledRuns), MemberType = typeof(GoldenCase))]
    public void Labels_equal_the_golden_run_bitwise_in_numpy_argsort_mode(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];

        var result = golden.Cluster(run, TieOrder.NumpyArgsort);

        Assert.Equal(run.Labels, result.Labels);
        AssertBitwise(run.Probabilities, result.Probabilities);
        AssertBitwise(run.Persistence, result.Persistence);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.LabelledRuns), MemberType = typeof(GoldenCase))]
    public void Condensed_tree_and_outlier_scores_equal_the_golden_run_bitwise_in_numpy_argsort_mode(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var tree = golden.Trees[golden.Runs[index].Tree];

        var result = golden.Cluster(golden.Runs[index], TieOrder.NumpyArgsort);

        var rows = result.CondensedTree.Rows;
        Assert.Equal(tree.Parent, rows.Select(row => row.Parent));
        Assert.Equal(tree.Child, rows.Select(row => row.Child));
        Assert.Equal(tree.Size, rows.Select(row => row.Size));
        AssertBitwise(tree.LambdaVal, [.. rows.Select(row => row.Lambda)]);
        AssertBitwise(tree.OutlierScores, result.OutlierScores);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.LabelledRuns), MemberType = typeof(GoldenCase))]
    public void Core_distances_and_spanning_tree_equal_the_golden_run_bitwise(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];
        var mst = golden.Mst[run.Mst];

        var result = golden.Cluster(run, TieOrder.NumpyArgsort);

        AssertBitwise(golden.Core[run.Mst], result.CoreDistances);
        Assert.Equal(mst.A, result.MinimumSpanningTree.Select(edge => edge.From));
        Assert.Equal(mst.B, result.MinimumSpanningTree.Select(edge => edge.To));
        AssertBitwise(mst.WSorted, [.. result.MinimumSpanningTree.Select(edge => edge.Weight)]);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.LabelledRuns), MemberType = typeof(GoldenCase))]
    public void Labels_equal_the_golden_run_with_stable_sort_bitwise_in_default_mode(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];

        var result = golden.Cluster(run, TieOrder.Stable);

        Assert.Equal(run.LabelsStableArgsort ?? run.Labels, result.Labels);
        AssertBitwise(run.ProbabilitiesStableArgsort ?? run.Probabilities, result.Probabilities);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.LabelledRuns), MemberType = typeof(GoldenCase))]
    public void Default_mode_gives_the_golden_partition_outside_tie_sensitive_points(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];

        var result = golden.Cluster(run, TieOrder.Stable);

        var sure = Enumerable.Range(0, golden.N).Except(run.TieSensitivePoints).ToArray();
        var moved = Partition.Moved([.. sure.Select(i => run.Labels![i])], [.. sure.Select(i => result.Labels[i])]);
        // The lists come from 4 to 10 permutations each and miss 1 to 4 points in 6 of the 127 runs (n = 800 and 2000).
        var missed = run.PartitionStableArgsortEqual ? 0 : golden.N / 200;
        Assert.InRange(moved, 0, missed);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.LabelledRuns), MemberType = typeof(GoldenCase))]
    public void Selected_clusters_equal_the_true_ones_of_the_golden_run(string name, int index)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs[index];

        var result = golden.Cluster(run, TieOrder.NumpyArgsort);

        // The files list only clusters that have points.
        var used = result.SelectedClusters.Where((_, label) => result.Labels.Contains(label));
        Assert.Equal(run.TrueSelectedClusters, used);
    }

    [Theory]
    [MemberData(nameof(GoldenCase.Names), MemberType = typeof(GoldenCase))]
    public void Fit_does_all_the_steps_and_the_thread_count_does_not_change_the_result(string name)
    {
        var golden = GoldenCase.Load(name);
        var run = golden.Runs.FirstOrDefault(r => r.Labels is not null);
        if (run is null || golden.Vectors.Length > 600_000)
            return; // the rest of the tests covers the largest set; unoptimised builds need seconds for each pass over it

        var result = Engine.People.Hdbscan.Hdbscan.Fit(golden.Vectors, golden.D,
            run.Options(TieOrder.NumpyArgsort) with { MaxThreads = 3 });

        Assert.Equal(run.Labels, result.Labels);
        AssertBitwise(run.Probabilities, result.Probabilities);
        Assert.Equal(golden.Cluster(run, TieOrder.NumpyArgsort).MinimumSpanningTree, result.MinimumSpanningTree);
    }

    private static void AssertBitwise(double[] expected, double[] actual)
    {
        // The fast way first: Assert.Equal takes its time over thousands of equal numbers.
        if (!expected.AsSpan().SequenceEqual(actual))
            Assert.Equal(expected, actual);
    }
}
