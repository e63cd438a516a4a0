using WeddingStudio.Engine.Hosting.Desks.Picks;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    /// <summary>The smallest album with everyone, and who has no or few photos.</summary>
    public async Task<AlbumView> Album(string weddingId)
    {
        await RequireAsync(weddingId);
        return await albums.ViewAsync(weddingId, Ct);
    }
}
