using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data.Store;
using WeddingStudio.Engine.Hosting.Desks.Members;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>Who may see what, read from the database at every question.</summary>
public sealed class StudioRights(StudioStore store)
{
    public Task<bool> IsPlannerAsync(string userId, CancellationToken ct) =>
        store.ReadAsync(db => db.Planners().AnyAsync(id => id == userId, ct), ct);

    public Task<bool> MaySeeAsync(string userId, WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync(db => db.VisibleTo(userId).AnyAsync(w => w.Id == weddingId, ct), ct);
}
