namespace WeddingStudio.Engine.Picks.Album;

/// <param name="Shows">Whom it shows at their best.</param>
/// <param name="Scores">How well everybody in it came out, who is not at their best too.</param>
/// <param name="Forced">Is in whatever else is.</param>
internal sealed record CoverPhoto(PeopleSet Shows, IReadOnlyDictionary<int, double> Scores, bool Forced)
{
    public double MeanScore { get; } = Scores.Count == 0 ? 0 : Scores.OrderBy(s => s.Key).Average(s => s.Value);
}

/// <summary>
/// The fewest photos that show everybody (minimum set cover): what must be in and what cannot help is settled first, a greedy choice is the
/// bound, and a search for something smaller goes through what is left. Photos come in a fixed order, which breaks ties.
/// </summary>
internal static class SetCover
{
    /// <returns>Places in <paramref name="photos"/>, ascending. Everybody of 0..people-1 is in one photo at least.</returns>
    public static IReadOnlyList<int> Smallest(IReadOnlyList<CoverPhoto> photos, int people)
    {
        var forced = Enumerable.Range(0, photos.Count).Where(i => photos[i].Forced).ToList();
        var needed = PeopleSet.Of(Enumerable.Range(0, people), people);
        foreach (var photo in forced)
            needed = needed.Without(photos[photo].Shows);
        var settled = SetCoverReduction.Settle(photos, needed);

        var greedy = Greedy(photos, settled);
        var rest = SetCoverSearch.Smaller(photos, settled, greedy) ?? greedy;
        int[] chosen = [.. forced.Concat(settled.Chosen).Concat(rest).Order()];
        return SetCoverPolish.Better(photos, [.. WithoutSuperfluous(photos, chosen, people)], people);
    }

    /// <summary>Always the photo that shows most of those still missing; of equals the better one, then the earlier path.</summary>
    private static List<int> Greedy(IReadOnlyList<CoverPhoto> photos, SettledCover settled)
    {
        var (chosen, missing) = (new List<int>(), settled.Missing);
        while (!missing.IsEmpty)
        {
            var next = settled.Photos.OrderByDescending(i => photos[i].Shows.CommonCount(missing))
                .ThenByDescending(i => photos[i].MeanScore).ThenBy(i => i).First();
            chosen.Add(next);
            missing = missing.Without(photos[next].Shows);
        }

        return [.. WithoutSuperfluous(photos, chosen, settled.Missing)];
    }

    private static IEnumerable<int> WithoutSuperfluous(IReadOnlyList<CoverPhoto> photos, int[] chosen, int people) =>
        WithoutSuperfluous(photos, chosen, PeopleSet.Of(Enumerable.Range(0, people), people));

    /// <summary>Leaves out, the least telling first, whatever shows nobody whom the others do not show.</summary>
    private static List<int> WithoutSuperfluous(IReadOnlyList<CoverPhoto> photos, IReadOnlyList<int> chosen, PeopleSet needed)
    {
        var kept = chosen.ToList();
        foreach (var photo in chosen.Where(i => !photos[i].Forced).OrderBy(i => photos[i].Shows.Count).ThenBy(i => photos[i].MeanScore)
            .ThenByDescending(i => i))
        {
            var others = kept.Where(i => i != photo).Aggregate(needed.Without(needed), (all, i) => all.With(photos[i].Shows));
            if (needed.IsWithin(others))
                kept.Remove(photo);
        }

        return kept;
    }
}
