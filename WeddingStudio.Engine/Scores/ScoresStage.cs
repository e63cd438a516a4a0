using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Scores;

public sealed class ScoresStage
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlySet<int>> RescoreAsync(string weddingId, IReadOnlySet<int> personIds, CancellationToken ct) => throw new NotImplementedException();
}
