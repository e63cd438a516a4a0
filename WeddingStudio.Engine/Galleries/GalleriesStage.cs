using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Galleries;

public sealed class GalleriesStage
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();

}
