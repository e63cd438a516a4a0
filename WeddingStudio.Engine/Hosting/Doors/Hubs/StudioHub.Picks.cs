using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IPicksHub"/>
public sealed partial class StudioHub
{
    [Needs(HubRight.Member)]
    public Task<PicksView> Picks(string weddingId) => picks.ViewAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetPickCount(string weddingId, int? personId, string? role, int? count) =>
        picks.SetCountAsync(weddingId, personId, role, count, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<string?> WhyNot(string weddingId, int personId, int photoId) => picks.WhyNotAsync(weddingId, personId, photoId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> Publish(string weddingId) => picks.PublishAsync(weddingId, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetPublishesAtOnce(string weddingId, bool atOnce) => picks.SetAtOnceAsync(weddingId, atOnce, CancellationToken.None);

    [Needs(HubRight.Member)]
    public Task<WhatCountsView> WhatCounts(string weddingId) => whatCounts.ViewAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetWhatCounts(string weddingId, double technical, double composition, double expression, double context) =>
        whatCounts.SetAsync(weddingId, technical, composition, expression, context, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> UsualWhatCounts(string weddingId) => whatCounts.ForgetAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<AlbumView> Album(string weddingId) => albums.ViewAsync(weddingId, Ct);
}
