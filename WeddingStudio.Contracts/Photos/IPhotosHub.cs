namespace WeddingStudio.Contracts;

/// <summary>Where photos come from, their analysis, and their cameras' clocks.</summary>
public interface IPhotosHub
{
    Task<ImportView> Import(WeddingId weddingId);

    Task<IReadOnlyList<ProblemView>> Problems(WeddingId weddingId);

    /// <summary>Folders of the server are for the planner alone: a couple would see other weddings' names.</summary>
    Task<FolderListing> Browse(string? path);

    Task<DeskAnswer> ChooseFolder(WeddingId weddingId, string path);

    Task<DeskAnswer> GiveConsent(WeddingId weddingId, string who);

    Task<DeskAnswer> StartAnalysis(WeddingId weddingId);

    Task<DeskAnswer> GoOnWithoutMissing(WeddingId weddingId);

    Task<DeskAnswer> PauseAnalysis(WeddingId weddingId);

    Task<DeskAnswer> CancelAnalysis(WeddingId weddingId);

    /// <summary>Brings a wedding up to date after somebody put right what was in the way.</summary>
    [TakesLong]
    Task<DeskAnswer> TryAgain(WeddingId weddingId);

    /// <summary>In place of a zone that this computer does not know.</summary>
    [TakesLong]
    Task<DeskAnswer> SetTimeZone(WeddingId weddingId, string zone);

    Task<IReadOnlyList<ClockView>> Clocks(WeddingId weddingId);

    /// <summary>Answers when the day is in order again.</summary>
    /// <param name="seconds">To add to the camera's times; null = as the studio thinks itself.</param>
    [TakesLong]
    Task<DeskAnswer> SetClock(WeddingId weddingId, int cameraId, double? seconds);

    /// <summary>Null when there is nothing to tell. From now on the caller hears of it.</summary>
    Task<ModelUpgradeView?> ModelUpgrade(WeddingId weddingId);

    /// <summary>The only thing in the studio that fetches something: a planner's click.</summary>
    /// <param name="broughtIn">A folder of the studio's computer the files were brought in, in place of the network.</param>
    Task<DeskAnswer> FetchModelUpgrade(WeddingId weddingId, string? broughtIn);

    Task StopModelUpgrade(WeddingId weddingId);
}
