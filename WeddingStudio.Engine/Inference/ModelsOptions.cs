namespace WeddingStudio.Engine.Inference;

/// <summary>Which models to use, from section `Studio`.</summary>
public sealed record ModelsOptions
{
    public const string Section = "Studio";

    /// <summary>A pack, or a folder of packs, looked at before all others. Empty: the environment variable, then `models/`.</summary>
    public string ModelsDirectory { get; init; } = "";

    /// <summary>Name of the detector and of the embedder; empty takes the pack's default.</summary>
    public string Detector { get; init; } = "";
    public string Embedder { get; init; } = "";
}
