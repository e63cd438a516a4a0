using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>
/// The pages' key to the hub: who is asking, sealed with the studio's own keys. Sign-in and rights are read again at every call.
/// </summary>
public sealed class StudioTokens(IDataProtectionProvider protection)
{
    // Long enough to negotiate and to connect on a busy computer; a fresh one is made for every request.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("WeddingStudio.Hub").ToTimeLimitedDataProtector();

    public string Issue(SignedIn who) => _protector.Protect($"{who.UserId} {who.SignInId}", Lifetime);

    /// <summary>Who is inside, or null when the token is forged, broken or too old.</summary>
    public SignedIn? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token).Split(' ') is [var userId, var signInId] ? new SignedIn(userId, signInId) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
