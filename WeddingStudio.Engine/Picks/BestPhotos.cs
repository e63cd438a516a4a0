namespace WeddingStudio.Engine.Picks;

/// <summary>Why a photo is among the picks.</summary>
public enum PickKind
{
    /// <summary>A user wants it always shown.</summary>
    AlwaysShown,

    /// <summary>The best of what differs from the picks before it.</summary>
    Different,

    /// <summary>Like an earlier pick, but the best of what was left.</summary>
    BestOfTheRest,
}

public readonly record struct Picked(Candidate Candidate, PickKind Kind);

/// <summary>
/// The best different photos of one person: by score, leaving out what is too like an earlier pick, then filled up with
/// the best of the rest. Always-shown photos come first and are never left out; never-shown ones never come. Photos in which nobody
/// could tell who it is come when no other is left.
/// </summary>
public static class BestPhotos
{
    /// <summary>
    /// Faces of a drawn wedding below .1 are no more like themselves than like others (median cosine .3 both ways, reference embedder), from .2 on
    /// twice as much.
    /// </summary>
    private const double ClearFromQuality = .1;

    /// <param name="candidates">In any order, several faces of one photo allowed: the best of them counts.</param>
    /// <param name="count">At least 1, so a person's only photo is never dropped.</param>
    public static IReadOnlyList<Picked> Select(IReadOnlyList<Candidate> candidates, int count, PicksOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Candidate[] ranked =
        [
            .. candidates.Where(c => !c.NeverShow)
                .OrderByDescending(c => c.Score).ThenBy(c => c.PhotoPath, StringComparer.Ordinal).ThenBy(c => c.FaceId)
                .DistinctBy(c => c.PhotoId),
        ];
        var picked = new List<Picked>();
        picked.AddRange(ranked.Where(c => c.AlwaysShow).Select(c => new Picked(c, PickKind.AlwaysShown)));
        Fill(picked, ranked.Where(c => c is { AlwaysShow: false, KeptFromGuests: false } && IsClear(c)), count, options);
        Fill(picked, ranked.Where(c => c is { AlwaysShow: false, KeptFromGuests: false } && !IsClear(c)), count, options);
        Fill(picked, ranked.Where(c => c is { AlwaysShow: false, KeptFromGuests: true }), count, options);
        return picked;

        bool IsClear(Candidate candidate) => options.Likeness == LikenessKind.Mission || candidate.Quality >= ClearFromQuality;
    }

    private static void Fill(List<Picked> picked, IEnumerable<Candidate> ranked, int count, PicksOptions options)
    {
        var rest = new List<Candidate>();
        foreach (var candidate in ranked)
        {
            if (picked.Count >= count)
                return;
            if (picked.Exists(p => Likeness.Of(p.Candidate, candidate, options) > options.MaxLikeness))
                rest.Add(candidate);
            else
                picked.Add(new Picked(candidate, PickKind.Different));
        }

        picked.AddRange(rest.Take(count - picked.Count).Select(c => new Picked(c, PickKind.BestOfTheRest)));
    }
}
