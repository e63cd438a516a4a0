namespace WeddingStudio.Contracts;

/// <summary>What the couple takes along.</summary>
public enum TakeAwayChoice
{
    /// <summary>The smallest album with everyone.</summary>
    Album,

    /// <summary>Everybody's best photos, a folder per person.</summary>
    BestPhotos,
}

/// <summary>Where the photographer finishes photos.</summary>
public enum FinishingProgram
{
    Lightroom,
    CaptureOne,
}
