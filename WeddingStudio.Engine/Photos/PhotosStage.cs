using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Photos;

public sealed class PhotosStage
{
    public Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct) => throw new NotImplementedException();

}
