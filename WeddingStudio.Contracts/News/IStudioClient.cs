namespace WeddingStudio.Contracts;

/// <summary>What the hub tells the pages that watch a wedding.</summary>
public interface IStudioClient
{
    Task ProgressChanged(ProgressNews news);
    Task PeopleChanged(StudioNews news);
    Task PicksChanged(StudioNews news);
    Task PhotoFailed(StudioNews news);

    /// <summary>For planners alone. Null: it began or ended, ask how things stand.</summary>
    Task ModelUpgradeChanged(PullProgress? progress);
}
