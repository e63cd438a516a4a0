using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Members;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Web.Access;

/// <summary>Where somebody chooses their own password. A new one ends every sign-in but that of the browser it was chosen in.</summary>
public sealed class PasswordDesk(UserManager<StudioUser> users, StudioDb db, PasswordLinks links, SignInDesk desk, HubConnections lines)
{
    private static readonly Message NotTwice = new("Access.NotTwice");
    private static readonly Message LinkUsed = new("Access.LinkUsed");

    /// <summary>Null when it is changed, else what is in the way.</summary>
    public async Task<Message?> ChangeAsync(HttpContext http, string current, string chosen, string again)
    {
        if (chosen != again)
            return NotTwice;
        var user = await users.GetUserAsync(http.User) ?? throw new InvalidOperationException("This page is for those who are signed in.");
        return await desk.TryAsync(http, user, user.NormalizedUserName!, current) switch
        {
            null => new Message("Access.TooManyTries"),
            false => new Message("Access.WrongPassword"),
            _ => await SetAsync(http, user, chosen, code: null),
        };
    }

    /// <summary>By a link. Null when it is chosen and this browser is signed in, else what is in the way.</summary>
    public async Task<Message?> ChooseAsync(HttpContext http, string? code, string chosen, string again)
    {
        if (chosen != again)
            return NotTwice;
        return await links.UserAsync(code, http.RequestAborted) is { } known && await users.FindByIdAsync(known.Id) is { } user
            ? await SetAsync(http, user, chosen, code)
            : LinkUsed;
    }

    /// <summary>Link and password in one transaction: a password that is refused leaves the link as it was.</summary>
    private async Task<Message?> SetAsync(HttpContext http, StudioUser user, string chosen, string? code)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted))
        {
            if (code is not null && !await links.TakeAsync(db, code, http.RequestAborted))
                return LinkUsed;
            await links.EndAsync(db, user.Id, http.RequestAborted);
            await users.RemovePasswordAsync(user);
            var set = await users.AddPasswordAsync(user, chosen);
            if (!set.Succeeded)
                return set.WhyNot(user);
            await transaction.CommitAsync(http.RequestAborted);
        }

        await desk.EnterAsync(http, user);
        await lines.ReviewAsync(http.RequestAborted);
        return null;
    }
}
