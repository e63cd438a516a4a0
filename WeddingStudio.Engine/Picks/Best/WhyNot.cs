using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// Why a photo is not among a person's picks: what was said, or what is shown in its place; never a word against a face.
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
    /// <returns>Null when it is picked, or no photo of theirs.</returns>
    public static Message? Of(
        int photoId, IReadOnlyList<Candidate> candidates, IReadOnlyList<Picked> picked, PicksOptions options,
        IReadOnlyDictionary<int, Message> moments)
    {
        if (picked.Any(p => p.Candidate.PhotoId == photoId)
            || candidates.Where(c => c.PhotoId == photoId).MaxBy(c => c.Worth) is not { } photo)
            return null;
        if (photo.NeverShow)
            return new("Picks.NeverShow");
        if (photo.KeptFromGuests)
            return new("Picks.KeptFromGuests");
        if (photo.SetAside)
            return new("Picks.SetAside");
        if (photo.ShotId is { } shot && picked.Any(p => p.Candidate.ShotId == shot))
            return new("Picks.OtherVersion");
        if (photo.Facts.HasFlag(ScoreFacts.BetterInSeries))
            return new("Picks.OtherFrame");
        if (picked.Where(p => Likeness.Of(p.Candidate, photo, options) > options.MaxLikeness).Select(p => (Candidate?)p.Candidate)
            .FirstOrDefault() is { } like)
            return new("Picks.MuchLike", Nameof(like));
        return Place(photo, candidates, picked.Count, options) is { } place
            ? new("Picks.PlaceOf", picked.Count, place)
            : photo.MomentId is { } moment && moments.TryGetValue(moment, out var name) && picked.Any(p => p.Candidate.MomentId == moment)
                ? new("Picks.MomentIsThere", name) : new("Picks.BestComeBefore", picked.Count);
    }

    private static string Nameof(Candidate photo) => Path.GetFileName(photo.PhotoPath);

    private static int? Place(Candidate photo, IReadOnlyList<Candidate> candidates, int count, PicksOptions options) =>
        Enumerable.Range(count + 1, Math.Max(0, FarthestPlace - count))
        .Where(n => BestPhotos.Select(candidates, n, options).Any(p => p.Candidate.PhotoId == photo.PhotoId))
        .Select(n => (int?)n).FirstOrDefault();
}
