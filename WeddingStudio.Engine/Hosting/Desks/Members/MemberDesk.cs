using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Data.Lists;
using WeddingStudio.Engine.Data.Store;

namespace WeddingStudio.Engine.Hosting.Desks.Members;

/// <summary>Who besides the planner may open a wedding. They choose their own passwords, so that nobody else ever knows one.</summary>
public sealed class MemberDesk(StudioStore store, PasswordLinks links, IOptions<StudioOptions> options)
{
    /// <summary>As Identity compares them at the sign-in.</summary>
    private static readonly UpperInvariantLookupNormalizer _names = new();

    /// <summary>What somebody signs in as; empty when they are no user any more.</summary>
    public async Task<string> NameAsync(string userId, CancellationToken ct) =>
        await store.ReadAsync(db => db.Users.Where(user => user.Id == userId).Select(user => user.UserName).SingleOrDefaultAsync(ct), ct)
        ?? "";

    public Task<IReadOnlyList<MemberView>> ListAsync(WeddingId weddingId, CancellationToken ct) =>
        store.ReadAsync<IReadOnlyList<MemberView>>(async db =>
            await MembersOf(db, weddingId).OrderBy(user => user.UserName)
                .Select(user => new MemberView(user.Id, user.UserName!, user.PasswordHash != null)).ToListAsync(ct), ct);

    public async Task<InvitationView> InviteAsync(WeddingId weddingId, string userName, CancellationToken ct)
    {
        var user = new StudioUser { UserName = PlainName.Of(userName), SecurityStamp = Guid.NewGuid().ToString("N") };
        user.NormalizedUserName = _names.NormalizeName(user.UserName);
        if (user.UserName.Length is 0 or > Limits.UserNameLetters)
            return InvitationView.Refused(new("Weddings.MemberName", Limits.UserNameLetters));

        // User, role, wedding and link stand in one write: somebody half made could neither sign in nor be invited again.
        return await store.WriteAsync(async db =>
        {
            if (await db.Users.AnyAsync(u => u.NormalizedUserName == user.NormalizedUserName, ct))
                return InvitationView.Refused(new("Weddings.MemberNameTaken", user.UserName));
            db.Add(user);
            db.Add(new IdentityUserRole<string>
            {
                UserId = user.Id, RoleId = await db.Roles.Where(r => r.Name == StudioUser.CoupleRole).Select(r => r.Id).SingleAsync(ct),
            });
            db.Add(new WeddingMember { WeddingId = weddingId, UserId = user.Id });
            return await LinkAsync(db, weddingId, user, ct);
        }, ct);
    }

    public Task<InvitationView> LinkAgainAsync(WeddingId weddingId, string userId, CancellationToken ct) => store.WriteAsync(async db =>
        await MembersOf(db, weddingId).SingleOrDefaultAsync(u => u.Id == userId, ct) is { } user
            ? await LinkAsync(db, weddingId, user, ct)
            : InvitationView.Refused(new("Weddings.NoAccess")), ct);

    public async Task<DeskAnswer> RemoveAsync(WeddingId weddingId, string userId, CancellationToken ct)
    {
        var removed = await store.WriteAsync(async db =>
        {
            var gone = await db.WeddingMembers.Where(m => m.WeddingId == weddingId && m.UserId == userId).ExecuteDeleteAsync(ct);
            await db.Users.Where(u => u.Id == userId && gone > 0 && !db.WeddingMembers.Any(m => m.UserId == userId)).ExecuteDeleteAsync(ct);
            return gone > 0;
        }, ct);
        return new DeskAnswer(removed, new(removed ? "Weddings.AccessTaken" : "Weddings.HadNoAccess"));
    }

    private async Task<InvitationView> LinkAsync(StudioDb db, WeddingId weddingId, StudioUser user, CancellationToken ct)
    {
        var link = await links.AddAsync(db, user.Id, PasswordLinks.ForCouples, ct);
        await db.SaveChangesAsync(ct);
        var address = options.Value.PublicUrl is { Length: > 0 } fixedAddress ? fixedAddress
            : await db.Weddings.Where(w => w.Id == weddingId).Select(w => w.GuestAddress).SingleAsync(ct);
        return new InvitationView
        {
            Done = true,
            Message = new("Weddings.CanComeIn", user.UserName!),
            Name = user.UserName,
            Path = link.Path,
            Address = address,
            EndsAt = link.EndsAt,
        };
    }

    private static IQueryable<StudioUser> MembersOf(StudioDb db, WeddingId weddingId) =>
        db.Users.Where(user => db.WeddingMembers.Any(m => m.WeddingId == weddingId && m.UserId == user.Id));
}
