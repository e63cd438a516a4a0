using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Corrections;

/// <summary>A place in a photo that survives re-grouping, re-detection and another model. Box null = the whole photo.</summary>
/// <param name="ContentHash">SHA-256 of the photo's file.</param>
/// <param name="Box">The face, in pixels of the upright full-size photo.</param>
/// <param name="PersonId">The person the statement puts this face in (<see cref="Nobody"/>: it is no face); null:
/// it only helps to find somebody again.</param>
public sealed record Anchor(string ContentHash, FaceBox? Box, int? PersonId = null)
{
    public const int Nobody = -1;
}
