using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Members;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Web.Access;

/// <summary>Where somebody chooses their own password. A new one ends every sign-in but that of the browser it was chosen in.</summary>
public sealed class PasswordDesk(UserManager<StudioUser> users, StudioDb db, PasswordLinks links, SignInDesk desk, HubConnections lines)
{
    private const string NotTwice = "The two new passwords differ. Please type the same one twice.";

    /// <summary>Null when it is changed, else what is in the way.</summary>
    public async Task<string?> ChangeAsync(HttpContext http, string current, string chosen, string again)
    {
        if (chosen != again)
            return NotTwice;
        var user = await users.GetUserAsync(http.User) ?? throw new InvalidOperationException("This page is for those who are signed in.");
        return await desk.TryAsync(http, user, user.NormalizedUserName!, current) switch
        {
            null => "Too many tries at once. Please wait a minute and try again.",
            false => "The current password is not right. Please try again.",
            _ => await SetAsync(http, user, chosen, code: null),
        };
    }

    /// <summary>By a link. Null when it is chosen and this browser is signed in, else what is in the way.</summary>
    public async Task<string?> ChooseAsync(HttpContext http, string? code, string chosen, string again)
    {
        if (chosen != again)
            return NotTwice;
        return await links.UserAsync(code, http.RequestAborted) is { } known && await users.FindByIdAsync(known.Id) is { } user
            ? await SetAsync(http, user, chosen, code)
            : "This link has been used meanwhile, or is too old.";
    }

    /// <summary>Link and password in one transaction: a password that is refused leaves the link as it was.</summary>
    private async Task<string?> SetAsync(HttpContext http, StudioUser user, string chosen, string? code)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted))
        {
            if (code is not null && !await links.TakeAsync(db, code, http.RequestAborted))
                return "This link has been used meanwhile, or is too old.";
            await links.EndAsync(db, user.Id, http.RequestAborted);
            await users.RemovePasswordAsync(user);
            var set = await users.AddPasswordAsync(user, chosen);
            if (!set.Succeeded)
                return string.Join(" ", set.Errors.Select(e => e.Description));
            await transaction.CommitAsync(http.RequestAborted);
        }

        await desk.EnterAsync(http, user);
        await lines.ReviewAsync(http.RequestAborted);
        return null;
    }
}
