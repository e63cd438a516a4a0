namespace WeddingStudio.Engine.Jobs;

/// <summary>What changed, for whoever listens: the hub, the command line, tests. Ids are Person.Ids or Photo.Ids; empty = all.</summary>
public sealed record StudioChange(WeddingId WeddingId, long Revision, IReadOnlyList<int> Ids);

/// <summary>In-process news of the engine. Handlers must return fast and must not throw.</summary>
public sealed class StudioEvents
{
    public event Action<WeddingId, StageProgress>? Progress;
    public event Action<StudioChange>? PeopleChanged;
    public event Action<StudioChange>? PicksChanged;
    public event Action<StudioChange>? PhotoFailed;
    public event Action<WeddingId>? JobChanged;

    /// <summary>How far the fetch of the sharper analysis is; null: it began or ended.</summary>
    public event Action<PullProgress?>? ModelUpgradeChanged;

    public void OnProgress(WeddingId weddingId, StageProgress progress) => Progress?.Invoke(weddingId, progress);
    public void OnPeopleChanged(StudioChange change) => PeopleChanged?.Invoke(change);
    public void OnPicksChanged(StudioChange change) => PicksChanged?.Invoke(change);
    public void OnPhotoFailed(StudioChange change) => PhotoFailed?.Invoke(change);
    public void OnModelUpgradeChanged(PullProgress? progress) => ModelUpgradeChanged?.Invoke(progress);
    public void OnJobChanged(WeddingId weddingId) => JobChanged?.Invoke(weddingId);
}
