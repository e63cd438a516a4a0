using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.People;

/// <summary>How faces become people; bound from `Studio:People`.</summary>
public sealed record PeopleOptions
{
    public const string Section = "Studio:People";

    /// <summary>
    /// Where HDBSCAN stops splitting, for packs that name no value of their own. From the design: on unit face vectors .9
    /// (cosine .595) measured best of 0 to 1.1 on calibrated faces, .3 changes nothing.
    /// </summary>
    public double Epsilon { get; init; } = .9;
}

/// <summary>How a model pack wants its faces grouped, by the fingerprint on them; null when the pack is gone.</summary>
public delegate ClusteringSettings? PackClustering(string pack);
