using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>One clustering of n rows. Arrays named "per row" are [n], in the order of the input.</summary>
public sealed record HdbscanResult
{
    /// <summary>The options it was made with.</summary>
    public required HdbscanOptions Options { get; init; }

    /// <summary>Per row: cluster 0 .. k - 1, or -1 for noise and for rows holding NaN or infinity.</summary>
    public required int[] Labels { get; init; }

    /// <summary>Per row: strength of membership, 0 .. 1; 0 for noise.</summary>
    public required double[] Probabilities { get; init; }

    /// <summary>Per row: GLOSH outlier score, 0 .. 1; 1 for rows holding NaN or infinity. NaN beside exact duplicates.</summary>
    public required double[] OutlierScores { get; init; }

    /// <summary>Per selected cluster, in label order: its stability relative to the densest point of all.</summary>
    public required double[] Persistence { get; init; }

    /// <summary>Ids of the selected clusters in <see cref="CondensedTree"/>, ascending: the cluster of label i is entry i.</summary>
    public required int[] SelectedClusters { get; init; }

    /// <summary>The pruned hierarchy the clusters were chosen from.</summary>
    public required CondensedTree CondensedTree { get; init; }

    /// <summary>n - 1 edges (fewer with dropped rows) in the order they were merged: ascending weight.</summary>
    public required SpanningEdge[] MinimumSpanningTree { get; init; }

    /// <summary>Per row: distance to the MinSamples-th other point; NaN for dropped rows and for a single point.</summary>
    public required double[] CoreDistances { get; init; }

    /// <summary>Per row: distance to the point before it (0 for MinSamples = 1); what prediction compares with.</summary>
    internal double[] InnerDistances { get; init; } = [];

    /// <summary>Number of selected clusters; labels are below it.</summary>
    public int ClusterCount => SelectedClusters.Length;
}
