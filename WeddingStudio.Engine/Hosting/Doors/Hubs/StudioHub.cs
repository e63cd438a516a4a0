using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Hosting.Desks.Members;
using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>
/// The only way pages reach data, an interface of the contracts per room. Nobody who is not signed in gets past the negotiation, and
/// <see cref="RightsFilter"/> lets each method answer only those it is meant for.
/// </summary>
[Authorize(AuthenticationSchemes = StudioTokenHandler.SchemeName)]
public sealed partial class StudioHub(
    StudioRights rights, StudioPipeline pipeline, HubNews news, HubConnections lines,
    WeddingDesk weddings, DrawnDesk drawn, MemberDesk members, ImportDesk imports, ClockDesk clocks, WeddingTroubles troubles,
    ModelUpgradeDesk sharper,
    PeopleDesk people, QuestionDesk questions, PicksDesk picks, WhatCountsDesk whatCounts, AlbumDesk albums, ShareDesk shares)
    : Hub<IStudioClient>, IWeddingsHub, IPhotosHub, IPeopleHub, IPicksHub, IGalleriesHub
{
    internal static string GroupOf(WeddingId weddingId) => $"wedding:{weddingId}";

    private string UserId => Context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!;

    private CancellationToken Ct => Context.ConnectionAborted;
}
