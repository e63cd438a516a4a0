using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// Why a photo is not among a person's picks, in words: what was said, or what is shown in its place; never a word against a face.
/// </summary>
public static class WhyNot
{
    /// <summary>Nobody is given more; beyond it the place of a photo says nothing.</summary>
    private const int FarthestPlace = 20;

    /// <param name="photoId">One of the person's photos.</param>
    /// <param name="candidates">All the person's photos.</param>
    /// <param name="picked">What is picked of them.</param>
    /// <param name="options">What is too alike.</param>
    /// <param name="moments">Names by Moment.Id.</param>
    /// <returns>A sentence; null when it is picked, or no photo of theirs.</returns>
    public static string? Of(
        int photoId, IReadOnlyList<Candidate> candidates, IReadOnlyList<Picked> picked, PicksOptions options,
        IReadOnlyDictionary<int, string> moments)
    {
        if (picked.Any(p => p.Candidate.PhotoId == photoId)
            || candidates.Where(c => c.PhotoId == photoId).MaxBy(c => c.Worth) is not { } photo)
            return null;
        if (photo.NeverShow)
            return "You asked never to show it.";
        if (photo.KeptFromGuests)
            return "It is kept from guests, as you asked.";
        if (photo.SetAside)
            return "You asked for another one instead.";
        if (photo.ShotId is { } shot && picked.Any(p => p.Candidate.ShotId == shot))
            return "Another version of the same shot is among the best.";
        if (photo.Facts.HasFlag(ScoreFacts.BetterInSeries))
            return "Another frame of the same series came out better for everybody in it.";
        if (picked.Where(p => Likeness.Of(p.Candidate, photo, options) > options.MaxLikeness).Select(p => (Candidate?)p.Candidate)
            .FirstOrDefault() is { } like)
            return $"It is much like {Nameof(like)}, which is among the best.";
        return Place(photo, candidates, picked.Count, options) is { } place
            ? $"The best {picked.Count} come before it; with {place} photos it is among them."
            : photo.MomentId is { } moment && moments.TryGetValue(moment, out var name) && picked.Any(p => p.Candidate.MomentId == moment)
                ? $"{name} is there already with a photo that shows it better." : $"The best {picked.Count} come before it.";
    }

    private static string Nameof(Candidate photo) => Path.GetFileName(photo.PhotoPath);

    private static int? Place(Candidate photo, IReadOnlyList<Candidate> candidates, int count, PicksOptions options) =>
        Enumerable.Range(count + 1, Math.Max(0, FarthestPlace - count))
        .Where(n => BestPhotos.Select(candidates, n, options).Any(p => p.Candidate.PhotoId == photo.PhotoId))
        .Select(n => (int?)n).FirstOrDefault();
}
