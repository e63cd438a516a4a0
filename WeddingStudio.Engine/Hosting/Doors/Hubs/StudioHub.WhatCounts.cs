using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <summary>What makes a photo one of the best, as planner or couple want it.</summary>
public sealed partial class StudioHub
{
    public async Task<WhatCountsView> WhatCounts(string weddingId)
    {
        await RequireAsync(weddingId);
        return await whatCounts.ViewAsync(weddingId, Ct);
    }

    /// <summary>0..1 each.</summary>
    public async Task<DeskAnswer> SetWhatCounts(string weddingId, double technical, double composition, double expression, double context)
    {
        await RequireAsync(weddingId);
        return await whatCounts.SetAsync(weddingId, technical, composition, expression, context, Ct);
    }

    public async Task<DeskAnswer> UsualWhatCounts(string weddingId)
    {
        await RequireAsync(weddingId);
        return await whatCounts.ForgetAsync(weddingId, Ct);
    }
}
