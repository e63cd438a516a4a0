using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Hosting.Doors.Endpoints;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Web.Access.SigningIn;

/// <summary>Lets in whoever knows name and password, and lets out again.</summary>
public sealed class SignInDesk(
    UserManager<StudioUser> users, SignInManager<StudioUser> cookies, SignIns signIns, HubConnections lines, SignInRateLimiter brake,
    KnownBrowser known, NobodysPassword nobody)
{
    /// <summary>Null when the browser is signed in, else what is in the way.</summary>
    public async Task<Message?> SignInAsync(HttpContext http, string name, string password)
    {
        var plain = PlainName.Of(name, Limits.UserNameLetters);
        var user = await users.FindByNameAsync(plain);

        // Earlier versions kept a name as it was typed.
        if (user is null && name.Trim() != plain && name.Length <= Limits.UserNameLetters)
            user = await users.FindByNameAsync(name.Trim());
        return await TryAsync(http, user, users.NormalizeName(plain), password) switch
        {
            null => new Message("Access.TooManyTries"),
            false => new Message("Access.WrongNameOrPassword"),
            _ => await EnterAsync(http, user!),
        };
    }

    /// <summary>
    /// Whether it is this user's password; null when too many try at once. With the same brakes
    /// and the same work for everybody, known or not.
    /// </summary>
    internal Task<bool?> TryAsync(HttpContext http, StudioUser? user, string name, string password)
    {
        return known.Of(http, name) is { } browser
            ? brake.TryKnownAsync(browser, IsRightAsync, http.RequestAborted)
            : brake.TryAsync(VisitorAddress.Of(http), name, IsRightAsync, http.RequestAborted);

        async Task<bool> IsRightAsync() =>
            user?.PasswordHash is null ? nobody.Is(password) : await users.CheckPasswordAsync(user, password);
    }

    /// <summary>Signs this browser in, as a sign-in of its own.</summary>
    internal async Task<Message?> EnterAsync(HttpContext http, StudioUser user)
    {
        if (SignedIn.Of(http.User) is { } before)
            await signIns.EndAsync(before, http.RequestAborted);
        var who = await signIns.BeginAsync(user.Id, http.RequestAborted);
        await cookies.SignInWithClaimsAsync(user, isPersistent: true, [new Claim(SignedIn.ClaimType, who.SignInId)]);
        known.Remember(http, user.NormalizedUserName!);
        return null;
    }

    /// <param name="everywhere">In all browsers of this user; else in this one, with all its windows.</param>
    public async Task SignOutAsync(HttpContext http, bool everywhere)
    {
        if (everywhere && await users.GetUserAsync(http.User) is { } user)
            await users.UpdateSecurityStampAsync(user);
        if (SignedIn.Of(http.User) is { } who)
            await signIns.EndAsync(who, CancellationToken.None);
        await cookies.SignOutAsync();
        await lines.ReviewAsync(CancellationToken.None);
    }
}

/// <summary>A password for names that do not exist, or have none yet, so that saying no takes as long as for others.</summary>
public sealed class NobodysPassword(IPasswordHasher<StudioUser> hasher)
{
    private static readonly StudioUser Nobody = new();
    private readonly string _hash = hasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Always false, in its own time.</summary>
    public bool Is(string password)
    {
        hasher.VerifyHashedPassword(Nobody, _hash, password);
        return false;
    }
}
