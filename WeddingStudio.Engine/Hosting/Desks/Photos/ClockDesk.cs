using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

/// <summary>Where the clocks of the cameras are seen and corrected.</summary>
public sealed class ClockDesk(StudioStore store, StudioPipeline pipeline, StudioEvents events)
{
    /// <summary>A camera that was never set begins in 1970 or 2000.</summary>
    private const double MostSeconds = 60 * 366 * 86_400.0;

    /// <summary>So much of a serial number tells two cameras of one kind apart.</summary>
    private const int SerialEnd = 4;

    public Task<IReadOnlyList<ClockView>> ListAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync<IReadOnlyList<ClockView>>(async db =>
        {
            var cameras = await db.Cameras.Where(c => c.WeddingId == weddingId).ToListAsync(ct);
            var photos = await db.Photos.Where(p => p.WeddingId == weddingId && p.State == PhotoState.Ready && p.TakenAt != null
                && p.CameraId != null)
                .GroupBy(p => p.CameraId!.Value).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var seen = cameras.Where(c => photos.ContainsKey(c.Id)).OrderByDescending(c => photos[c.Id]).ThenBy(c => c.Id).ToList();
            return [.. seen.Select((c, i) => new ClockView
            {
                CameraId = c.Id,
                Name = NameOf(c, seen),
                Photos = photos[c.Id],
                OffsetSeconds = c.OffsetSeconds,
                ByHand = c.OffsetByHand,
                Leads = i == 0,
            })];
        }, ct);

    /// <param name="seconds">To add to the camera's times; null = as the studio thinks itself.</param>
    public async Task<DeskAnswer> SetAsync(WeddingId weddingId, int cameraId, double? seconds, CancellationToken ct)
    {
        if (seconds is { } said && !(Math.Abs(said) <= MostSeconds))
            return new DeskAnswer(false, new("Photos.ClockTooFar"));
        var revision = await store.WriteAsync(async db =>
        {
            if (await db.Cameras.SingleOrDefaultAsync(c => c.Id == cameraId && c.WeddingId == weddingId, ct) is not { } camera)
                return (long?)null;
            (camera.OffsetSeconds, camera.OffsetByHand) = (seconds ?? 0, seconds is not null);
            return await Revisions.RaiseAsync(db, weddingId, ct);
        }, ct);
        if (revision is not { } changed)
            return new DeskAnswer(false, new("Photos.CameraUnknown"));

        // What was said is kept already: moments and picks follow even when whoever said it has gone.
        await pipeline.CatchUpAsync(weddingId, CancellationToken.None);
        events.OnPicksChanged(new StudioChange(weddingId, changed, []));
        return new DeskAnswer(true, new("Photos.ClockSet"));
    }

    private static Message NameOf(Camera camera, IReadOnlyList<Camera> all)
    {
        var name = TitleOf(camera);
        var alike = all.Count(c => TitleOf(c).Equals(name)) > 1;
        return alike && camera.Serial.Length > 0
            ? new("Photos.CameraNumber", name, camera.Serial[^Math.Min(SerialEnd, camera.Serial.Length)..])
            : name;
    }

    private static Message TitleOf(Camera camera)
    {
        var name = camera.Model.StartsWith(camera.Make, StringComparison.OrdinalIgnoreCase) ? camera.Model
            : $"{camera.Make} {camera.Model}";
        return string.IsNullOrWhiteSpace(name) ? new("Photos.CameraWithoutName") : Message.Plain(name.Trim());
    }
}
