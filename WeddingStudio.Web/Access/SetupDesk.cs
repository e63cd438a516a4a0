using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Web.Access;

/// <summary>Makes the first planner, once, for whoever holds the code from the console.</summary>
public sealed class SetupDesk(UserManager<StudioUser> users, StudioDb db, SignInDesk desk, SetupCode expected)
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public bool HasPlanner => db.UserRoles.Any(held => db.Roles.Any(role => role.Id == held.RoleId && role.Name == StudioUser.PlannerRole));

    public bool HasUsers => db.Users.Any();

    /// <summary>Null when the planner was made and is signed in, else what is in the way.</summary>
    public async Task<Message?> MakePlannerAsync(HttpContext http, string? code, string name, string password)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (HasPlanner || !expected.Matches(code))
                return new Message("Access.SetupLinkUsed");
            var planner = new StudioUser { UserName = PlainName.Of(name) };
            if (planner.UserName.Length > Limits.UserNameLetters)
                return new Message("Access.NameTooLong", Limits.UserNameLetters);
            return await MakeAsync(planner, password) ?? await desk.EnterAsync(http, planner);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>All or nothing: a user without the role would leave a studio that nobody can set up any more.</summary>
    private async Task<Message?> MakeAsync(StudioUser planner, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Earlier versions could leave such a user behind when they were stopped in the middle.
        if (await users.FindByNameAsync(planner.UserName!) is { } halfMade && (await users.GetRolesAsync(halfMade)).Count == 0)
            await users.DeleteAsync(halfMade);
        var made = await users.CreateAsync(planner, password);
        if (!made.Succeeded)
            return made.WhyNot(planner);
        await users.AddToRoleAsync(planner, StudioUser.PlannerRole);
        await transaction.CommitAsync();
        return null;
    }
}
