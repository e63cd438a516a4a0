using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Weddings;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    /// <summary>Who hears how the fetch of the sharper analysis goes.</summary>
    internal const string Planners = "planners";

    /// <summary>Null when there is nothing to tell. From now on the caller hears of it.</summary>
    public async Task<SharperView?> Sharper(string weddingId)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        await Groups.AddToGroupAsync(Context.ConnectionId, Planners, Ct);
        return await sharper.ViewAsync(weddingId, Ct);
    }

    /// <summary>The only thing in the studio that fetches something: a planner's click.</summary>
    /// <param name="broughtIn">A folder the files were brought in, in place of the network.</param>
    public async Task<DeskAnswer> FetchSharper(string weddingId, string? broughtIn)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        return sharper.Begin(weddingId, broughtIn);
    }

    public async Task StopSharper(string weddingId)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        await sharper.StopAsync();
    }
}
