using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WeddingStudio.Engine.Hosting;

/// <summary>The pages' key to the hub: who is asking, sealed with the studio's own keys. Rights are read anew at every call.</summary>
public sealed class StudioTokens(IDataProtectionProvider protection)
{
    // Long enough to negotiate and to reconnect at once; a fresh one is made for every connection.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("WeddingStudio.Hub").ToTimeLimitedDataProtector();

    public string Issue(string userId) => _protector.Protect(userId, Lifetime);

    /// <summary>The user id inside, or null when the token is forged, broken or too old.</summary>
    public string? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
