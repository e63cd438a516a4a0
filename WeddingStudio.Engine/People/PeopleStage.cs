using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.People;

public sealed class PeopleStage
{
    public Task RunAsync(string weddingId, bool isFinal, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();

    public Task<PeopleChange> CorrectAsync(string weddingId, string userId, Statement statement, CancellationToken ct) => throw new NotImplementedException();

    public Task<PeopleChange> UndoAsync(string weddingId, string userId, CancellationToken ct) => throw new NotImplementedException();

    public Task<PeopleChange> RedoAsync(string weddingId, string userId, CancellationToken ct) => throw new NotImplementedException();
}
