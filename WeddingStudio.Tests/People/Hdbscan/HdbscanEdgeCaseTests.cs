using System.Text.Json;
using WeddingStudio.Engine.People.Hdbscan;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

public sealed class HdbscanEdgeCaseTests
{
    public static TheoryData<HdbscanOptions> AllKinds() =>
    [
        new HdbscanOptions(),
        new HdbscanOptions { AllowSingleCluster = true },
        new HdbscanOptions { AllowSingleCluster = true, Epsilon = 0.3 },
        new HdbscanOptions { Method = SelectionMethod.Leaf, Epsilon = 0.3, MinSamples = 5 },
        new HdbscanOptions { MinClusterSize = 2, MinSamples = 1, TieOrder = TieOrder.NumpyArgsort, MaxClusterSize = 1, EpsilonMax = 0.1 },
    ];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Nothing_in_gives_nothing_out(HdbscanOptions options)
    {
        var result = Fit([], 512, options);

        Assert.Empty(result.Labels);
        Assert.Empty(result.MinimumSpanningTree);
        Assert.Empty(result.CondensedTree.Rows);
        Assert.Empty(ClusterCentres.Medoids(result, [], 512));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_single_point_is_noise(HdbscanOptions options)
    {
        var result = Fit([1, 2, 3], 3, options);

        Assert.Equal([-1], result.Labels);
        Assert.Equal([0.0], result.Probabilities);
        Assert.Empty(result.SelectedClusters);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Two_points_are_noise_or_one_cluster(HdbscanOptions options)
    {
        var result = Fit([1, 2, 3, 4], 2, options);

        Assert.Equal(result.Labels[0], result.Labels[1]);
        Assert.Single(result.MinimumSpanningTree);
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Identical_rows_share_one_fate(HdbscanOptions options)
    {
        var result = Fit(Enumerable.Repeat(0.25f, 40 * 7).ToArray(), 7, options);

        Assert.Single(result.Labels.Distinct());
        Assert.All(result.MinimumSpanningTree, edge => Assert.Equal(0, edge.Weight));
        Assert.All(result.Probabilities, probability => Assert.InRange(probability, 0, 1));
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Rows_that_are_all_broken_are_all_noise(HdbscanOptions options)
    {
        var result = Fit([float.NaN, 1, 2, float.PositiveInfinity, float.NegativeInfinity, 0], 2, options);

        Assert.Equal([-1, -1, -1], result.Labels);
        Assert.Equal([1.0, 1.0, 1.0], result.OutlierScores);
    }

    [Fact]
    public void Broken_rows_are_left_out_and_keep_their_place_in_the_answer()
    {
        float[] whole = [0, 1, 3, 98, 99, 102];
        float[] broken = [float.NaN, 0, 1, 3, float.PositiveInfinity, 98, 99, 102];
        int[] rowOf = [1, 2, 3, 5, 6, 7];

        var without = Fit(whole, 1, new HdbscanOptions());
        var with = Fit(broken, 1, new HdbscanOptions());

        Assert.Equal(-1, with.Labels[0]);
        Assert.Equal(-1, with.Labels[4]);
        Assert.Equal(without.Labels, rowOf.Select(row => with.Labels[row]));
        Assert.Equal(without.Probabilities, rowOf.Select(row => with.Probabilities[row]));
        Assert.Equal(without.MinimumSpanningTree, with.MinimumSpanningTree.Select(
            edge => edge with { From = Array.IndexOf(rowOf, edge.From), To = Array.IndexOf(rowOf, edge.To) }));
        Assert.Equal(8, with.CondensedTree.Root);
        Assert.Equal(rowOf.Order(), with.CondensedTree.Rows.Select(row => row.Child).Where(child => child < 8).Order());
    }

    [Fact]
    public void Rows_with_holes_equal_the_golden_run()
    {
        var path = Path.Combine(SharedFiles.Require("golden/hdbscan"), "edge_nonfinite.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var golden = GoldenCase.Load("edge_nonfinite");
        var options = new HdbscanOptions { MinClusterSize = 5, MinSamples = 3, TieOrder = TieOrder.NumpyArgsort };

        var result = Fit(golden.Vectors, golden.D, options);

        Assert.Equal(json.RootElement.GetProperty("labels").Deserialize<int[]>(), result.Labels);
        Assert.Equal(json.RootElement.GetProperty("probabilities").Deserialize<double[]>(), result.Probabilities);
    }

    [Fact]
    public void Exact_duplicates_form_clusters_of_infinite_density()
    {
        float[] vectors = [1, 1, 1, 1, 9, 9, 9, 9, 30];

        var result = Fit(vectors, 1, new HdbscanOptions());

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, -1], Partition.Of(result.Labels));
        Assert.All(result.Probabilities[..8], probability => Assert.Equal(1, probability));
        Assert.Equal([1.0, 1.0], result.Persistence);
    }

    [Fact]
    public void Half_a_vector_is_refused() =>
        Assert.Throws<ArgumentException>(() => Fit([1, 2, 3], 2, new HdbscanOptions()));

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("MinClusterSize", () => Fit([1], 1, new HdbscanOptions { MinClusterSize = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>("MinSamples", () => Fit([1], 1, new HdbscanOptions { MinSamples = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => Fit([1], 1, new HdbscanOptions { Epsilon = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("Alpha", () => Fit([1], 1, new HdbscanOptions { Alpha = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("EpsilonMax", () => Fit([1], 1, new HdbscanOptions { EpsilonMax = 0 }));
    }

    private static HdbscanResult Fit(float[] vectors, int dim, HdbscanOptions options) =>
        Engine.People.Hdbscan.Hdbscan.Fit(vectors, dim, options);
}
