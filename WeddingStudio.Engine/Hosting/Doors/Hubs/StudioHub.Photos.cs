using WeddingStudio.Engine.Hosting.Desks.Photos;
using WeddingStudio.Engine.Hosting.Desks.Weddings;
using WeddingStudio.Engine.Photos.Import;

namespace WeddingStudio.Engine.Hosting.Doors.Hubs;

public sealed partial class StudioHub
{
    public async Task<ImportView> Import(string weddingId)
    {
        await RequireAsync(weddingId);
        return await imports.ViewAsync(weddingId, Ct);
    }

    public async Task<IReadOnlyList<ProblemView>> Problems(string weddingId)
    {
        await RequireAsync(weddingId);
        return await imports.ProblemsAsync(weddingId, Ct);
    }

    /// <summary>Folders of the server are for the planner alone: a couple would see other weddings' names.</summary>
    public async Task<FolderListing> Browse(string? path)
    {
        await RequirePlannerAsync();
        return imports.Browse(path);
    }

    public async Task<DeskAnswer> ChooseFolder(string weddingId, string path)
    {
        await RequirePlannerAsync();
        await RequireAsync(weddingId);
        return await imports.ChooseFolderAsync(weddingId, path, Ct);
    }

    public async Task<DeskAnswer> GiveConsent(string weddingId, string who)
    {
        await RequireAsync(weddingId);
        return await imports.ConsentAsync(weddingId, who, Ct);
    }

    public async Task<DeskAnswer> StartAnalysis(string weddingId)
    {
        await RequireAsync(weddingId);
        return await imports.StartAsync(weddingId, Ct);
    }

    public async Task<DeskAnswer> GoOnWithoutMissing(string weddingId)
    {
        await RequireAsync(weddingId);
        return await imports.GoOnWithoutMissingAsync(weddingId, Ct);
    }

    public async Task<DeskAnswer> PauseAnalysis(string weddingId)
    {
        await RequireAsync(weddingId);
        return await imports.PauseAsync(weddingId, Ct);
    }

    public async Task<DeskAnswer> CancelAnalysis(string weddingId)
    {
        await RequireAsync(weddingId);
        return await imports.CancelAsync(weddingId, Ct);
    }

    /// <summary>Brings a wedding up to date after somebody mended what was in the way.</summary>
    public async Task<DeskAnswer> TryAgain(string weddingId)
    {
        await RequireAsync(weddingId);
        return await troubles.TryAgainAsync(weddingId, Ct);
    }

    /// <summary>In place of a zone that this computer does not know.</summary>
    public async Task<DeskAnswer> SetTimeZone(string weddingId, string zone)
    {
        await RequireAsync(weddingId);
        return await troubles.SetTimeZoneAsync(weddingId, zone, Ct);
    }

    public async Task<IReadOnlyList<ClockView>> Clocks(string weddingId)
    {
        await RequireAsync(weddingId);
        return await clocks.ListAsync(weddingId, Ct);
    }

    /// <param name="seconds">To add to the camera's times; null = as the studio thinks itself.</param>
    public async Task<DeskAnswer> SetClock(string weddingId, int cameraId, double? seconds)
    {
        await RequireAsync(weddingId);
        return await clocks.SetAsync(weddingId, cameraId, seconds, Ct);
    }
}
