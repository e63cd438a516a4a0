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

/// <summary>The epsilon of a model pack, by the fingerprint on its faces; null when the pack names none.</summary>
public delegate double? PackEpsilon(string pack);
