using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    public async Task<PicksView> Picks(string weddingId)
    {
        await RequireAsync(weddingId);
        return await picks.ViewAsync(weddingId, Ct);
    }

    /// <summary>How many best photos one person, everybody of a role, or (neither named) everybody is given; null: as everybody.</summary>
    public async Task<DeskAnswer> SetPickCount(string weddingId, int? personId, string? role, int? count)
    {
        await RequireAsync(weddingId);
        return await picks.SetCountAsync(weddingId, personId, role, count, CancellationToken.None);
    }

    /// <summary>Why a photo is not among somebody's best; null when it is.</summary>
    public async Task<string?> WhyNot(string weddingId, int personId, int photoId)
    {
        await RequireAsync(weddingId);
        return await picks.WhyNotAsync(weddingId, personId, photoId, Ct);
    }

    /// <summary>Guests see the best photos as they are now.</summary>
    public async Task<DeskAnswer> Publish(string weddingId)
    {
        await RequireAsync(weddingId);
        return await picks.PublishAsync(weddingId, CancellationToken.None);
    }

    public async Task<DeskAnswer> SetPublishesAtOnce(string weddingId, bool atOnce)
    {
        await RequireAsync(weddingId);
        return await picks.SetAtOnceAsync(weddingId, atOnce, CancellationToken.None);
    }
}
