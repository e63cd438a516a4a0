using WeddingStudio.Engine.People.Hdbscan;

namespace WeddingStudio.Tests.People.Hdbscan;

/// <summary>Cases small enough to solve with a pencil; points on a line, so dim = 1.</summary>
public sealed class HdbscanTinyCaseTests
{
    // Gaps 1, 2, 95, 1, 3: two groups of three. With MinSamples 1 the weights are the gaps.
    private static readonly float[] _twoGroups = [0, 1, 3, 98, 99, 102];

    [Fact]
    public void Two_groups_on_a_line_become_two_clusters_numbered_by_the_tree()
    {
        var result = Fit(_twoGroups, new HdbscanOptions { MinSamples = 1 });

        Assert.Equal([0, 0, 0, 1, 1, 1], Partition.Of(result.Labels));
        Assert.Equal(2, result.ClusterCount);
        Assert.Equal([7, 8], result.SelectedClusters);
    }

    [Fact]
    public void The_spanning_tree_of_points_on_a_line_is_its_gaps_in_ascending_order()
    {
        var result = Fit(_twoGroups, new HdbscanOptions { MinSamples = 1 });

        Assert.Equal(
            [new(0, 1, 1), new(3, 4, 1), new(1, 2, 2), new(4, 5, 3), new(2, 3, 95)],
            result.MinimumSpanningTree);
    }

    [Fact]
    public void The_core_distance_does_not_count_the_point_itself()
    {
        var result = Fit([0, 1, 3, 7], new HdbscanOptions { MinSamples = 2 });

        Assert.Equal([3.0, 2.0, 3.0, 6.0], result.CoreDistances);
    }

    [Fact]
    public void Mutual_reachability_is_the_largest_of_both_core_distances_and_the_distance()
    {
        var result = Fit([0, 1, 3, 7], new HdbscanOptions { MinSamples = 2 });

        // 0-1: max(3, 2, 1); 0-2 ties with it at 3 and joins next; 0-3, 1-3 and 2-3: max(., 6, 7 6 4) = 7, 6, 6.
        Assert.Equal([new(0, 1, 3), new(0, 2, 3), new(1, 3, 6)], result.MinimumSpanningTree);
    }

    [Fact]
    public void Points_leave_the_condensed_tree_at_one_over_their_distance()
    {
        var result = Fit(_twoGroups, new HdbscanOptions { MinSamples = 1 });

        Assert.Equal(
            [
                new(6, 7, 1 / 95.0, 3), new(6, 8, 1 / 95.0, 3),
                new(7, 0, 1 / 2.0, 1), new(7, 1, 1 / 2.0, 1), new(7, 2, 1 / 2.0, 1),
                new(8, 3, 1 / 3.0, 1), new(8, 4, 1 / 3.0, 1), new(8, 5, 1 / 3.0, 1),
            ],
            result.CondensedTree.Rows.OrderBy(row => row.Parent));
    }

    [Fact]
    public void A_stray_point_is_noise_with_probability_zero_and_the_highest_outlier_score()
    {
        var result = Fit([.. _twoGroups, 1000], new HdbscanOptions { MinSamples = 1 });

        Assert.Equal(-1, result.Labels[6]);
        Assert.Equal(0, result.Probabilities[6]);
        Assert.Equal(6, Array.IndexOf(result.OutlierScores, result.OutlierScores.Max()));
    }

    [Fact]
    public void Epsilon_merges_a_split_below_it_and_leaves_one_above_it()
    {
        // Two groups 10 apart, a third one 85 further.
        float[] vectors = [0, 1, 3, 13, 14, 16, 101, 102, 104];

        var apart = Fit(vectors, new HdbscanOptions { MinSamples = 1, Epsilon = 9 });
        var merged = Fit(vectors, new HdbscanOptions { MinSamples = 1, Epsilon = 11 });

        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2], Partition.Of(apart.Labels));
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1], Partition.Of(merged.Labels));
    }

    [Fact]
    public void Everything_is_noise_without_a_split_unless_a_single_cluster_is_allowed()
    {
        float[] vectors = [0, 1, 2, 3];

        var strict = Fit(vectors, new HdbscanOptions { MinSamples = 1 });
        var single = Fit(vectors, new HdbscanOptions { MinSamples = 1, AllowSingleCluster = true });

        Assert.Equal([-1, -1, -1, -1], strict.Labels);
        Assert.Equal([0, 0, 0, 0], single.Labels);
        Assert.Equal([1.0, 1.0, 1.0, 1.0], single.Probabilities);
    }

    [Fact]
    public void Leaf_selection_keeps_both_halves_where_excess_of_mass_keeps_the_whole()
    {
        // Two tight groups barely apart: the pair lives from 1/80 to 1/1.5, each half only from 1/1.5 to 1.
        float[] vectors = [0, 1, 2, 3.5f, 4.5f, 5.5f, 90, 91, 92];

        var whole = Fit(vectors, new HdbscanOptions { MinSamples = 1 });
        var halves = Fit(vectors, new HdbscanOptions { MinSamples = 1, Method = SelectionMethod.Leaf });

        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1], Partition.Of(whole.Labels));
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2], Partition.Of(halves.Labels));
    }

    [Theory]
    [InlineData(5, double.PositiveInfinity)]
    [InlineData(0, 50.0)]
    public void A_cluster_above_a_cap_gives_way_to_its_children(int maxSize, double maxEpsilon)
    {
        float[] vectors = [0, 1, 2, 3.5f, 4.5f, 5.5f, 90, 91, 92];
        var options = new HdbscanOptions { MinSamples = 1, MaxClusterSize = maxSize, EpsilonMax = maxEpsilon };

        var result = Fit(vectors, options);

        Assert.Equal([0, 0, 0, 1, 1, 1], Partition.Of(result.Labels[..6]));
    }

    [Fact]
    public void Alpha_divides_distances_but_not_core_distances()
    {
        var result = Fit([0, 1, 3, 7], new HdbscanOptions { MinSamples = 2, Alpha = 2 });

        Assert.Equal([3.0, 2.0, 3.0, 6.0], result.CoreDistances);
        Assert.Equal([3.0, 3.0, 6.0], result.MinimumSpanningTree.Select(edge => edge.Weight));
    }

    [Fact]
    public void Centres_are_the_weighted_mean_and_the_middle_point()
    {
        var result = Fit(_twoGroups, new HdbscanOptions { MinSamples = 1 });

        var left = result.Labels[0];
        Assert.Equal(4 / 3.0, ClusterCentres.Centroids(result, _twoGroups, 1)[left][0], 1e-12);
        Assert.Equal(1, ClusterCentres.Medoids(result, _twoGroups, 1)[left]);
        Assert.Equal(4, ClusterCentres.Medoids(result, _twoGroups, 1)[1 - left]);
    }

    private static HdbscanResult Fit(float[] vectors, HdbscanOptions options) =>
        Engine.People.Hdbscan.Hdbscan.Fit(vectors, 1, options);
}
