using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting.Desks.Weddings;

/// <summary>The drawn wedding of this studio: there is at most one.</summary>
public sealed class DrawnDesk(StudioStore store, AnalysisQueue queue, IWeddingDrawer drawer, TimeProvider clock)
{
    /// <summary>Nobody had to agree.</summary>
    private const string Consent = "drawn";

    /// <summary>Makes the wedding and queues its drawing and analysis; where it exists already, only tells which it is.</summary>
    public async Task<DeskAnswer> MakeAsync(CancellationToken ct)
    {
        var (wedding, isNew) = await store.WriteAsync(async db =>
        {
            var all = await db.Weddings.Select(w => new { w.Id, w.PhotoFolder }).ToListAsync(ct);
            if (all.Find(w => w.PhotoFolder == Wedding.DrawnFolder(w.Id)) is { } drawn)
                return (await db.Weddings.SingleAsync(w => w.Id == drawn.Id, ct), false);
            var made = New(all.Select(w => w.Id).ToHashSet());
            db.Weddings.Add(made);
            await db.SaveChangesAsync(ct);
            return (made, true);
        }, ct);
        if (!isNew)
            return new DeskAnswer(true, new("Weddings.HereAlready", wedding.Name), wedding.Id);

        // The wedding exists from here on; its job must not hang on whether the page that asked is still open.
        await queue.EnqueueAsync(wedding.Id, CancellationToken.None);
        return new DeskAnswer(true, new("Weddings.BeingDrawn", wedding.Name), wedding.Id);
    }

    private Wedding New(HashSet<WeddingId> taken)
    {
        var id = WeddingSlug.Free(WeddingSlug.From(drawer.Name), taken);
        var now = clock.GetUtcNow().UtcDateTime;
        return new Wedding
        {
            Id = id,
            Name = drawer.Name,
            TimeZone = drawer.TimeZone,
            PhotoFolder = Wedding.DrawnFolder(id),
            CreatedAt = now,
            NextPersonId = 1,
            ConsentBy = Consent,
            ConsentAt = now,
        };
    }
}
