using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>Who may see what, read from the database at every question: a planner everything, a couple their own wedding.</summary>
public sealed class StudioRights(StudioStore store)
{
    public Task<bool> IsPlannerAsync(string userId, CancellationToken ct) =>
        store.ReadAsync(db => Planners(db).AnyAsync(id => id == userId, ct), ct);

    public Task<bool> MaySeeAsync(string userId, string weddingId, CancellationToken ct) =>
        store.ReadAsync(db => VisibleTo(db, userId).AnyAsync(w => w.Id == weddingId, ct), ct);

    internal static IQueryable<Wedding> VisibleTo(StudioDb db, string userId) => db.Weddings.Where(w =>
        Planners(db).Contains(userId)
        || (db.Users.Any(u => u.Id == userId) && db.WeddingMembers.Any(m => m.WeddingId == w.Id && m.UserId == userId)));

    private static IQueryable<string> Planners(StudioDb db) =>
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where role.Name == StudioUser.PlannerRole
        select held.UserId;
}
