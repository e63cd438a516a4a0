using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Picks;

public sealed class PicksStage
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();

    public Task<IReadOnlyList<int>> RepickAsync(string weddingId, IReadOnlyList<int> personIds, CancellationToken ct) => throw new NotImplementedException();
}
