using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>
/// The only way pages reach data. Every method reads the caller's rights from the database first; nobody who is not signed
/// in gets past the negotiation.
/// </summary>
[Authorize(AuthenticationSchemes = StudioTokenHandler.SchemeName)]
public sealed partial class StudioHub(
    StudioRights rights, StudioPipeline pipeline, HubNews news, HubLines lines,
    WeddingDesk weddings, MemberDesk members, ImportDesk imports, ClockDesk clocks, PeopleDesk people, QuestionDesk questions,
    ShareDesk shares, PicksDesk picks, WhatCountsDesk whatCounts, AlbumDesk albums, WeddingTroubles troubles, SharperDesk sharper) : Hub<IStudioClient>
{
    /// <summary>From now on the caller hears of this wedding, beginning with how far its analysis is.</summary>
    public async Task Watch(string weddingId)
    {
        await RequireAsync(weddingId);
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(weddingId), Ct);
        lines.Watches(Context, weddingId);
        await Clients.Caller.ProgressChanged(await news.NowAsync(weddingId, Ct));
    }

    public Task Leave(string weddingId)
    {
        lines.Leaves(Context, weddingId);
        return Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOf(weddingId), Ct);
    }

    internal static string GroupOf(string weddingId) => $"wedding:{weddingId}";

    private string UserId => Context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!;

    private CancellationToken Ct => Context.ConnectionAborted;

    private async Task RequireAsync(string weddingId)
    {
        if (!await rights.MaySeeAsync(UserId, weddingId, Ct))
            throw new HubException("This wedding is not open to you.");
    }

    private async Task RequirePlannerAsync()
    {
        if (!await rights.IsPlannerAsync(UserId, Ct))
            throw new HubException("Only the planner can do this.");
    }
}
