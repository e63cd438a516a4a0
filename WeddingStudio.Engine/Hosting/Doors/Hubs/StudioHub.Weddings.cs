using Microsoft.AspNetCore.Identity;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    public async Task<UserView> Me(UserManager<StudioUser> users) =>
        new((await users.FindByIdAsync(UserId))?.UserName ?? "", await rights.IsPlannerAsync(UserId, Ct));

    public async Task<IReadOnlyList<WeddingView>> Weddings() => await weddings.ListAsync(UserId, Ct);

    public async Task<WeddingView> Wedding(string weddingId)
    {
        await RequireAsync(weddingId);
        return await weddings.OpenAsync(weddingId, Ct);
    }

    public async Task<DeskAnswer> CreateWedding(string name)
    {
        await RequirePlannerAsync();
        return await weddings.CreateAsync(name, Ct);
    }

    /// <summary>Makes the drawn wedding and begins to draw it, or leads to the one that is there.</summary>
    public async Task<DeskAnswer> DrawWedding(DrawnDesk drawn)
    {
        await RequirePlannerAsync();
        return await drawn.MakeAsync(Ct);
    }

    public async Task<IReadOnlyList<MemberView>> Members(string weddingId)
    {
        await RequireAsync(weddingId);
        return await members.ListAsync(weddingId, Ct);
    }

    /// <summary>Makes a user who sees this wedding and no other, and the link by which they choose their password.</summary>
    public async Task<InvitationView> InviteCouple(string weddingId, string userName, UserManager<StudioUser> users)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        return await members.InviteAsync(weddingId, userName, users, Ct);
    }

    /// <summary>For whoever forgot their password or let their first link grow too old.</summary>
    public async Task<InvitationView> NewPasswordLink(string weddingId, string userId)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        return await members.LinkAgainAsync(weddingId, userId, Ct);
    }

    public async Task<DeskAnswer> RemoveMember(string weddingId, string userId)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        return await members.RemoveAsync(weddingId, userId, Ct);
    }
}
