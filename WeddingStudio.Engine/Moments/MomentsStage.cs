using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Moments;

public sealed class MomentsStage
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();

}
