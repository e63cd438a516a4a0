using WeddingStudio.Engine.Hosting.Doors.Rights;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

/// <inheritdoc cref="IPhotosHub"/>
public sealed partial class StudioHub
{
    /// <summary>Who hears how the fetch of the sharper analysis goes.</summary>
    internal const string Planners = "planners";

    [Needs(HubRight.Member)]
    public Task<ImportView> Import(WeddingId weddingId) => imports.ViewAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<ProblemView>> Problems(WeddingId weddingId) => imports.ProblemsAsync(weddingId, Ct);

    [Needs(HubRight.Planner)]
    public Task<FolderListing> Browse(string? path) => Task.FromResult(imports.Browse(path));

    [Needs(HubRight.Planner)]
    public Task<DeskAnswer> ChooseFolder(WeddingId weddingId, string path) => imports.ChooseFolderAsync(weddingId, path, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> GiveConsent(WeddingId weddingId, string who) => imports.ConsentAsync(weddingId, who, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> StartAnalysis(WeddingId weddingId) => imports.StartAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> GoOnWithoutMissing(WeddingId weddingId) => imports.GoOnWithoutMissingAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> PauseAnalysis(WeddingId weddingId) => imports.PauseAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> CancelAnalysis(WeddingId weddingId) => imports.CancelAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> TryAgain(WeddingId weddingId) => troubles.TryAgainAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetTimeZone(WeddingId weddingId, string zone) => troubles.SetTimeZoneAsync(weddingId, zone, Ct);

    [Needs(HubRight.Member)]
    public Task<IReadOnlyList<ClockView>> Clocks(WeddingId weddingId) => clocks.ListAsync(weddingId, Ct);

    [Needs(HubRight.Member)]
    public Task<DeskAnswer> SetClock(WeddingId weddingId, int cameraId, double? seconds) =>
        clocks.SetAsync(weddingId, cameraId, seconds, Ct);

    [Needs(HubRight.Planner)]
    public async Task<ModelUpgradeView?> ModelUpgrade(WeddingId weddingId)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Planners, Ct);
        return await sharper.ViewAsync(weddingId, Ct);
    }

    [Needs(HubRight.Planner)]
    public Task<DeskAnswer> FetchModelUpgrade(WeddingId weddingId, string? broughtIn) =>
        Task.FromResult(sharper.Begin(weddingId, broughtIn));

    [Needs(HubRight.Planner)]
    public Task StopModelUpgrade(WeddingId weddingId) => sharper.StopAsync();
}
