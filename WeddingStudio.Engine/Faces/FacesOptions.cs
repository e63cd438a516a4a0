namespace WeddingStudio.Engine.Faces;

/// <summary>How photos are visited, from section `Studio:Faces`.</summary>
public sealed record FacesOptions
{
    public const string Section = "Studio:Faces";

    /// <summary>
    /// Photos worked on at once; 0 takes one per processor, beside an accelerator too: photos are decoded and faces cut out on the
    /// processors, and models are called from all of them at once.
    /// </summary>
    public int Workers { get; init; }

    /// <summary>
    /// Detectors see photos shrunk to this long side: at 640 a quarter of a crowd's faces is missed, at 1280 hardly any (measured).
    /// </summary>
    public int LongSidePx { get; init; } = 1280;

    /// <summary>Faces per model call; 0 lets the device decide.</summary>
    public int FacesAtOnce { get; init; }

    /// <summary>People and picks first show up after this many photos or seconds, whichever comes first; then at each doubling.</summary>
    public int FirstCheckpointPhotos { get; init; } = 100;
    public int FirstCheckpointSeconds { get; init; } = 20;
}
