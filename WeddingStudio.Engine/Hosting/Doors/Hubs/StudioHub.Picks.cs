using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IPicksHub"/>
public sealed partial class StudioHub
{
    [Needs(HubRight.Member)]
    public Task<PicksView> Picks(WeddingId weddingId) => picks.ViewAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetPickCount(WeddingId weddingId, int? personId, string? role, int? count) =>
        picks.SetCountAsync(weddingId, personId, role, count, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<Message?> WhyNot(WeddingId weddingId, int personId, int photoId) => picks.WhyNotAsync(weddingId, personId, photoId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> Publish(WeddingId weddingId) => picks.PublishAsync(weddingId, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetPublishesAtOnce(WeddingId weddingId, bool atOnce) =>
        picks.SetAtOnceAsync(weddingId, atOnce, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<WhatCountsView> WhatCounts(WeddingId weddingId) => whatCounts.ViewAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetWhatCounts(WeddingId weddingId, double technical, double composition, double expression, double context) =>
        whatCounts.SetAsync(weddingId, technical, composition, expression, context, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> UsualWhatCounts(WeddingId weddingId) => whatCounts.ForgetAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<AlbumView> Album(WeddingId weddingId) => albums.ViewAsync(weddingId, Ct);
}
