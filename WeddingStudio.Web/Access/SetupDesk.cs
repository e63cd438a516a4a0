using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Web.Access;

/// <summary>Makes the first planner, once, for whoever holds the code from the console.</summary>
public sealed class SetupDesk(UserManager<StudioUser> users, SignInManager<StudioUser> signIns, SetupCode expected)
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Null when the planner was made and is signed in, else what is in the way.</summary>
    public async Task<string?> MakePlannerAsync(string? code, string name, string password)
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (users.Users.Any() || !expected.Matches(code))
                return "This set-up link has been used or is not the current one.";
            var planner = new StudioUser { UserName = name.Trim() };
            var made = await users.CreateAsync(planner, password);
            if (!made.Succeeded)
                return string.Join(" ", made.Errors.Select(e => e.Description));
            await users.AddToRoleAsync(planner, StudioUser.PlannerRole);
            await signIns.SignInAsync(planner, isPersistent: true);
            return null;
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
