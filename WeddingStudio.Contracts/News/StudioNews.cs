namespace WeddingStudio.Contracts;

/// <summary>Something about a wedding changed; pages then ask for what they show. Ids are people or photos, empty = all.</summary>
public sealed record StudioNews(WeddingId WeddingId, long Revision, IReadOnlyList<int> Ids);

/// <summary>How far the analysis is. Job is null while the wedding was never analysed.</summary>
public sealed record ProgressNews(
    WeddingId WeddingId, long Revision, IReadOnlyList<int> Ids, JobState? Job, IReadOnlyList<StageProgress> Stages);
