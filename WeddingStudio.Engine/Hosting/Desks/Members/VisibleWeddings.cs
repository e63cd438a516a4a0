using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Hosting.Desks.Members;

/// <summary>A planner sees every wedding, a couple their own.</summary>
internal static class VisibleWeddings
{
    public static IQueryable<Wedding> VisibleTo(this StudioDb db, string userId) => db.Weddings.Where(w =>
        db.Planners().Contains(userId)
        || (db.Users.Any(u => u.Id == userId) && db.WeddingMembers.Any(m => m.WeddingId == w.Id && m.UserId == userId)));

    /// <summary>Ids of users.</summary>
    public static IQueryable<string> Planners(this StudioDb db) =>
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where role.Name == StudioUser.PlannerRole
        select held.UserId;
}
