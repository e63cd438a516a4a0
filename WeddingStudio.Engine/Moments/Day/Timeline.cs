using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Moments.Day;

/// <summary>The stored timetable of a wedding.</summary>
public sealed class Timeline(StudioStore store)
{
    /// <summary>Replaces the whole timetable; the next run of the moments stage uses it.</summary>
    public Task ReplaceAsync(WeddingId weddingId, IReadOnlyList<TimelineFile.Entry> entries, CancellationToken ct) =>
        store.WriteAsync(async db =>
        {
            await db.TimelineEntries.Where(t => t.WeddingId == weddingId).ExecuteDeleteAsync(ct);
            db.TimelineEntries.AddRange(entries.Select(e =>
                new TimelineEntry { WeddingId = weddingId, StartsAt = e.StartsAtUtc, Name = e.Name }));
            await db.SaveChangesAsync(ct);
        }, ct);
}
