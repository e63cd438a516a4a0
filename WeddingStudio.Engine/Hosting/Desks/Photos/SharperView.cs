using WeddingStudio.Engine.Inference.Pulling;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

/// <summary>The sharper analysis, as a planner is told of it.</summary>
/// <param name="TotalBytes">What there is to fetch; 0 when it is here.</param>
/// <param name="BytesHere">What an earlier fetch left.</param>
/// <param name="Licence">In plain words.</param>
/// <param name="Urls">Where the files lie.</param>
/// <param name="Progress">It is being fetched; null when not.</param>
/// <param name="Trouble">Why the last fetch failed, with the remedy.</param>
/// <param name="Earlier">It is here, and so many photos were read before it came.</param>
public sealed record SharperView(
    long TotalBytes, long BytesHere, string Licence, IReadOnlyList<string> Urls, PullProgress? Progress = null, string? Trouble = null, int Earlier = 0);
