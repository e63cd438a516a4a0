using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Hosting.Doors.Rights;

/// <summary>
/// Who is signed in where. Cookies and tokens only name a sign-in; whether it still holds is read from the database at every use, so that
/// signing out, a new password or a removed user end it for whoever kept a copy.
/// </summary>
public sealed class SignIns(StudioStore store, TimeProvider time)
{
    /// <summary>Counted from the last visit, or nearly: see <see cref="ExtendAsync"/>.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public Task<SignedIn> BeginAsync(string userId, CancellationToken ct) => store.WriteAsync(async db =>
    {
        var (id, now) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), Now);
        var stamp = await db.Users.Where(u => u.Id == userId).Select(u => u.SecurityStamp).SingleAsync(ct);
        await db.SignIns.Where(s => s.EndsAt <= now).ExecuteDeleteAsync(ct);
        db.Add(new SignIn { Id = id, UserId = userId, Stamp = stamp ?? "", EndsAt = now + Lifetime });
        await db.SaveChangesAsync(ct);
        return new SignedIn(userId, id);
    }, ct);

    public async Task<bool> IsLiveAsync(SignedIn? who, CancellationToken ct)
    {
        var now = Now;
        return who is { } known
            && await store.ReadAsync(db => Live(db, now).AnyAsync(s => s.Id == known.SignInId && s.UserId == known.UserId, ct), ct);
    }

    /// <summary>Those of these sign-ins that hold.</summary>
    public Task<HashSet<string>> LiveAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var now = Now;
        return store.ReadAsync(db => Live(db, now).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToHashSetAsync(ct), ct);
    }

    /// <summary>The browser was given a fresh cookie, which it is about once a week.</summary>
    public Task ExtendAsync(SignedIn who, CancellationToken ct) => store.WriteAsync(db =>
        db.SignIns.Where(s => s.Id == who.SignInId).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, Now + Lifetime), ct), ct);

    public Task EndAsync(SignedIn who, CancellationToken ct) => store.WriteAsync(db =>
        db.SignIns.Where(s => s.Id == who.SignInId && s.UserId == who.UserId).ExecuteDeleteAsync(ct), ct);

    /// <summary>Everybody's, and the links by which passwords are chosen.</summary>
    public static async Task EndAllAsync(StudioDb db, CancellationToken ct)
    {
        await db.SignIns.ExecuteDeleteAsync(ct);
        await db.PasswordLinks.ExecuteDeleteAsync(ct);
    }

    private static IQueryable<SignIn> Live(StudioDb db, DateTime now) =>
        db.SignIns.Where(s => s.EndsAt > now && db.Users.Any(u => u.Id == s.UserId && u.SecurityStamp == s.Stamp));
}
