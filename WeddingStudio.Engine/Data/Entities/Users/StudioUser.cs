using Microsoft.AspNetCore.Identity;

namespace WeddingStudio.Engine.Data;

[WrittenBy("Hosting")]
public sealed class StudioUser : IdentityUser
{
    public const string PlannerRole = UserRoles.Planner;
    public const string CoupleRole = UserRoles.Couple;
}
