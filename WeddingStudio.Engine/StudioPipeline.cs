using WeddingStudio.Engine.Jobs;
using WeddingStudio.Engine.Moments;
using WeddingStudio.Engine.People;
using WeddingStudio.Engine.Photos.Import;
using WeddingStudio.Engine.Picks;
using WeddingStudio.Engine.Scores;
using WeddingStudio.Engine.Visits;

namespace WeddingStudio.Engine;

/// <summary>
/// The whole flow: photos in, faces, people, moments, scores, picks; galleries are read straight from these. Every stage asks the database
/// what is missing, so the flow may stop anywhere and be run again.
/// </summary>
public sealed partial class StudioPipeline(
    PhotosStage photos, FacesStage faces, PeopleStage people, MomentsStage moments,
    ScoresStage scores, PicksStage picks, StudioEvents events)
{
    public async Task RunAsync(WeddingId weddingId, IProgress<StageProgress> progress, CancellationToken ct)
    {
        await photos.RunAsync(weddingId, progress, ct);

        // Faces stops at checkpoints, so that people and picks show up while most photos are still unread.
        await foreach (var checkpoint in faces.VisitAsync(weddingId, progress, ct))
        {
            await people.RunAsync(weddingId, checkpoint.IsLast, progress, ct);
            events.OnPeopleChanged(new StudioChange(weddingId, checkpoint.Revision, []));

            // People have their numbers now; a stop must not leave picks under the old ones, hence no token.
            await moments.RunAsync(weddingId, progress, CancellationToken.None);
            await scores.RunAsync(weddingId, progress, CancellationToken.None);
            await picks.RunAsync(weddingId, progress, CancellationToken.None);
            events.OnPicksChanged(new StudioChange(weddingId, checkpoint.Revision, []));
        }
    }

    /// <summary>The studio ends amid photos that are being read, which says nothing against them.</summary>
    public Task ForgiveAsync(CancellationToken ct) => faces.ForgiveAsync(ct);
}
