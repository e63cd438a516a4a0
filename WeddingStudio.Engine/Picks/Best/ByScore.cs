namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// The plain rule: by score, leaving out what is too like an earlier pick, then filled up with the best of
/// the rest. What a user said of a photo holds.
/// </summary>
internal static class ByScore
{
    public static IReadOnlyList<Picked> Select(IReadOnlyList<Candidate> candidates, int count, PicksOptions options)
    {
        Candidate[] ranked =
        [
            .. candidates.Where(c => !c.NeverShow)
                .OrderByDescending(c => c.Score).ThenBy(c => c.PhotoPath, StringComparer.Ordinal).ThenBy(c => c.FaceId)
                .DistinctBy(c => c.PhotoId),
        ];
        var picked = new List<Picked>();
        picked.AddRange(ranked.Where(c => c.AlwaysShow).Select(c => new Picked(c, PickKind.AlwaysShown)));
        Fill(picked, ranked.Where(c => c is { AlwaysShow: false, KeptFromGuests: false, SetAside: false }), count, options);
        Fill(picked, ranked.Where(c => c is { AlwaysShow: false, KeptFromGuests: false, SetAside: true }), count, options);
        Fill(picked, ranked.Where(c => c is { AlwaysShow: false, KeptFromGuests: true }), count, options);
        return picked;
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
