using Microsoft.AspNetCore.Identity;

namespace WeddingStudio.Engine.Data;

public sealed class StudioUser : IdentityUser
{
    public const string PlannerRole = UserRoles.Planner;
    public const string CoupleRole = UserRoles.Couple;
}
