namespace WeddingStudio.Engine.Inference.Packs;

/// <summary>Which models to use, from section `Studio`.</summary>
public sealed record ModelsOptions
{
    public const string Section = "Studio";

    /// <summary>A pack, or a folder of packs, looked at before all others. Empty: the environment variable, then `models/`.</summary>
    public string ModelsDirectory { get; init; } = "";

    /// <summary>Name of the detector and of the embedder; empty takes the pack's default.</summary>
    public string Detector { get; init; } = "";
    public string Embedder { get; init; } = "";

    /// <summary>
    /// A server that has the files of the packs to pull, in place of those the list names: in a house without
    /// internet, say. Hashes are checked all the same.
    /// </summary>
    public Uri? ModelsMirror { get; init; }

    /// <summary>
    /// Where the web studio keeps what a planner fetched by a click. Whoever names a folder goes before it, what the
    /// program came with after. Empty: there is none.
    /// </summary>
    public string PulledDirectory { get; set; } = "";
}
