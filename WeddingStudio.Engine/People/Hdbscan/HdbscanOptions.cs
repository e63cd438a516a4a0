using WeddingStudio.Engine.People.Hdbscan.Trees;

namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>
/// What HDBSCAN* may be told. Distances (<see cref="Epsilon"/>, <see cref="EpsilonMax"/>) are Euclidean, in the units
/// of the vectors: for unit-length face embeddings d = sqrt(2 - 2 cos), so 0.9 is a cosine of 0.595.
/// </summary>
public sealed record HdbscanOptions
{
    /// <summary>Fewest points that make a cluster, at least 2. 3 is the mission's value: fewer photos are no regular guest.</summary>
    public int MinClusterSize { get; init; } = 3;

    /// <summary>
    /// The core distance is the distance to this many-th OTHER point, at least 1; more than n - 1 counts as n - 1.
    /// 2 is the mission's value.
    /// </summary>
    public int MinSamples { get; init; } = 2;

    /// <summary>Clusters that separate below this distance are merged again; 0 switches it off. It never cuts a cluster.</summary>
    public double Epsilon { get; init; }

    /// <summary>How clusters are chosen from the tree.</summary>
    public SelectionMethod Method { get; init; } = SelectionMethod.Eom;

    /// <summary>
    /// Whether all points together may be the one cluster. Has no effect with <see cref="SelectionMethod.Leaf"/>, as in the reference.
    /// </summary>
    public bool AllowSingleCluster { get; init; }

    /// <summary>Distances between points are divided by this, core distances are not; above 0. 1 is plain HDBSCAN*.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Eom only: a cluster above this size gives way to its children; 0 means no limit.</summary>
    public int MaxClusterSize { get; init; }

    /// <summary>Eom only: a cluster born at a distance above this gives way to its children; infinity means no limit.</summary>
    public double EpsilonMax { get; init; } = double.PositiveInfinity;

    /// <summary>The order of equal edges.</summary>
    public TieOrder TieOrder { get; init; } = TieOrder.Stable;

    /// <summary>Threads for the distances; 0 means every core. The result does not depend on it.</summary>
    public int MaxThreads { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinClusterSize, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinSamples, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxClusterSize);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxThreads);
        if (!(Epsilon >= 0) || double.IsInfinity(Epsilon))
            throw new ArgumentOutOfRangeException(nameof(Epsilon), Epsilon, "Epsilon is a finite distance, 0 or more.");
        if (!(Alpha > 0) || double.IsInfinity(Alpha))
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "Alpha is a finite number above 0.");
        if (!(EpsilonMax > 0))
            throw new ArgumentOutOfRangeException(nameof(EpsilonMax), EpsilonMax, "EpsilonMax is a distance above 0, or infinity.");
    }

    internal int Threads => MaxThreads == 0 ? Environment.ProcessorCount : MaxThreads;
}
