using WeddingStudio.Engine.People.Hdbscan;
using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Tests.People.Hdbscan;

/// <summary>One run of the reference library: parameters and everything it answered. Null where the file has no such key.</summary>
public sealed record GoldenRun
{
    public int MinClusterSize { get; init; }

    public int? MinSamples { get; init; }

    public double Epsilon { get; init; }

    public string Method { get; init; } = "eom";

    public bool AllowSingleCluster { get; init; }

    public int[]? Labels { get; init; }

    public double[] Probabilities { get; init; } = [];

    public double[] Persistence { get; init; } = [];

    public string Tree { get; init; } = "";

    public string Mst { get; init; } = "";

    public int[]? LabelsStableArgsort { get; init; }

    public double[]? ProbabilitiesStableArgsort { get; init; }

    public bool PartitionStableArgsortEqual { get; init; }

    public int[] TieSensitivePoints { get; init; } = [];

    public int[]? PredictLabels { get; init; }

    public double[] PredictStrengths { get; init; } = [];

    public int[] PredictFixedLabels { get; init; } = [];

    public double[] PredictFixedStrengths { get; init; } = [];

    public int[] TrueSelectedClusters { get; init; } = [];

    public HdbscanOptions Options(TieOrder ties) => new()
    {
        MinClusterSize = MinClusterSize,
        MinSamples = MinSamples ?? MinClusterSize,
        Epsilon = Epsilon,
        Method = Method == "leaf" ? SelectionMethod.Leaf : SelectionMethod.Eom,
        AllowSingleCluster = AllowSingleCluster,
        TieOrder = ties,
    };
}
