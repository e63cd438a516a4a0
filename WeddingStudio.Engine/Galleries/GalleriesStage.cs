using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Galleries;

/// <summary>
/// Galleries are read straight from picks and faces, so there is nothing to prepare: a gallery row is made when its
/// link is first asked for (<see cref="GalleryLinks"/>), files when they are asked for (<see cref="WeddingFiles"/>).
/// </summary>
public sealed class GalleriesStage(StudioStore store)
{
    public async Task RunAsync(string weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        var people = await store.ReadAsync(db => db.People.CountAsync(p => p.WeddingId == weddingId && p.RedirectToId == null, ct), ct);
        progress.Report(new StageProgress(Stage.Galleries, people, people));
    }
}
