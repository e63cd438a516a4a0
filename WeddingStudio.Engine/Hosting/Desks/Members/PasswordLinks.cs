using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Hosting.Desks.Members;

/// <summary>
/// Links by which somebody chooses their own password: given by the planner to the couple, or printed on the console for whoever forgot
/// theirs. Opening one costs nothing, for chat programs do so too; choosing a password ends it.
/// </summary>
public sealed class PasswordLinks(StudioStore store, TimeProvider time)
{
    /// <summary>A couple finds the time within a week; who asks at the console sits in front of it.</summary>
    public static readonly TimeSpan ForCouples = TimeSpan.FromDays(7), ForConsole = TimeSpan.FromHours(24);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Adds a link, in place of the user's earlier ones, to what is about to be saved.</summary>
    public async Task<NewPasswordLink> AddAsync(StudioDb db, string userId, TimeSpan lifetime, CancellationToken ct)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        await EndAsync(db, userId, ct);
        db.Add(new PasswordLink { CodeHash = HashOf(code), UserId = userId, EndsAt = Now + lifetime });
        return new NewPasswordLink($"/password?code={code}", Now + lifetime);
    }

    /// <summary>Whose link it is; null when it was used, replaced, has expired or never was one.</summary>
    public Task<StudioUser?> UserAsync(string? code, CancellationToken ct)
    {
        var (hash, now) = (HashOf(code ?? ""), Now);
        return store.ReadAsync(db => db.Users
            .SingleOrDefaultAsync(u => db.PasswordLinks.Any(l => l.CodeHash == hash && l.UserId == u.Id && l.EndsAt > now), ct), ct);
    }

    /// <summary>Ends a link. Of two who use it at once one gets true.</summary>
    public async Task<bool> TakeAsync(StudioDb db, string code, CancellationToken ct)
    {
        var (hash, now) = (HashOf(code), Now);
        return await db.PasswordLinks.Where(l => l.CodeHash == hash && l.EndsAt > now).ExecuteDeleteAsync(ct) == 1;
    }

    public Task EndAsync(StudioDb db, string userId, CancellationToken ct) =>
        db.PasswordLinks.Where(l => l.UserId == userId).ExecuteDeleteAsync(ct);

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <param name="Path">Holds the code; follows the studio's address.</param>
public sealed record NewPasswordLink(string Path, DateTime EndsAt);
