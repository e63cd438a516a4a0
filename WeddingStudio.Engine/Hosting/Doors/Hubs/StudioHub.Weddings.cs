using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IWeddingsHub"/>
public sealed partial class StudioHub
{
    [Needs(HubRight.Member)]
    public async Task Watch(WeddingId weddingId)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(weddingId), Ct);
        lines.Watches(Context, weddingId);
        await Clients.Caller.ProgressChanged(await news.NowAsync(weddingId, Ct));
    }

    [Needs(HubRight.SignedIn)]
    public Task Leave(WeddingId weddingId)
    {
        lines.Leaves(Context, weddingId);
        return Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOf(weddingId), Ct);
    }

    [Needs(HubRight.SignedIn)]
    public async Task<UserView> Me() => new(await members.NameAsync(UserId, Ct), await rights.IsPlannerAsync(UserId, Ct));

    [Needs(HubRight.SignedIn)]
    public Task<IReadOnlyList<WeddingView>> Weddings() => weddings.ListAsync(UserId, Ct);

    [Needs(HubRight.Member)]
    public Task<WeddingView> Wedding(WeddingId weddingId) => weddings.OpenAsync(weddingId, Ct);

    [Needs(HubRight.Planner)]
    public Task<DeskAnswer> CreateWedding(string name) => weddings.CreateAsync(name, Ct);

    [Needs(HubRight.Planner)]
    public Task<DeskAnswer> DrawWedding() => drawn.MakeAsync(Ct);

    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<MemberView>> Members(WeddingId weddingId) => members.ListAsync(weddingId, Ct);

    [Needs(HubRight.Planner)]
    public Task<InvitationView> InviteCouple(WeddingId weddingId, string userName) => members.InviteAsync(weddingId, userName, Ct);

    [Needs(HubRight.Planner)]
    public Task<InvitationView> NewPasswordLink(WeddingId weddingId, string userId) => members.LinkAgainAsync(weddingId, userId, Ct);

    /// <summary>Their open windows hear nothing of this wedding from now on, and are closed where they have no other.</summary>
    [Needs(HubRight.Planner)]
    public async Task<DeskAnswer> RemoveMember(WeddingId weddingId, string userId)
    {
        var answer = await members.RemoveAsync(weddingId, userId, Ct);
        await lines.ReviewAsync(Ct);
        return answer;
    }
}
