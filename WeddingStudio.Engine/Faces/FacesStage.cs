using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Faces;

/// <summary>A pause in the visits at which the later stages run. IsLast: every photo has been visited.</summary>
public readonly record struct Checkpoint(bool IsLast, long Revision);

public sealed class FacesStage
{
    public IAsyncEnumerable<Checkpoint> VisitAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();
}
