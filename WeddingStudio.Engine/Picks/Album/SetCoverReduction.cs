namespace WeddingStudio.Engine.Picks.Album;

/// <summary>What is left to decide.</summary>
/// <param name="Chosen">In every smallest album, or in one as good as any.</param>
/// <param name="Missing">Who is not shown yet.</param>
/// <param name="Photos">That may still help.</param>
internal sealed record SettledCover(IReadOnlyList<int> Chosen, PeopleSet Missing, IReadOnlyList<int> Photos);

/// <summary>
/// The usual reductions of set cover, until none applies: a person's only photo is in; a photo that shows nobody more than another is out;
/// a person who is in every photo that another person is in is shown by whatever shows that other.
/// </summary>
internal static class SetCoverReduction
{
    public static SettledCover Settle(IReadOnlyList<CoverPhoto> photos, PeopleSet needed)
    {
        var (chosen, missing) = (new List<int>(), needed);
        List<int> left = [.. Enumerable.Range(0, photos.Count)];
        while (true)
        {
            left = NotDominated(photos, left, missing);
            var only = OnlyPhotos(photos, left, missing);
            chosen.AddRange(only);
            var still = only.Aggregate(missing, (all, i) => all.Without(photos[i].Shows));
            still = WithoutImplied(photos, left, still);
            if (only.Count == 0 && missing.IsWithin(still))
                return new SettledCover(chosen, still, left);
            missing = still;
        }
    }

    private static List<int> OnlyPhotos(IReadOnlyList<CoverPhoto> photos, List<int> left, PeopleSet missing) =>
    [
        .. missing.People.Select(person => PhotosOf(photos, left, person)).Where(of => of.Count == 1).Select(of => of[0])
            .Distinct().Order(),
    ];

    /// <summary>Of photos that show the same people the better one stays, then the earlier.</summary>
    private static List<int> NotDominated(IReadOnlyList<CoverPhoto> photos, List<int> left, PeopleSet missing)
    {
        var kept = new List<int>();
        foreach (var photo in left.OrderByDescending(i => photos[i].Shows.CommonCount(missing))
            .ThenByDescending(i => photos[i].MeanScore).ThenBy(i => i))
        {
            var shows = photos[photo].Shows.Common(missing);
            if (!shows.IsEmpty && !kept.Exists(other => shows.IsWithin(photos[other].Shows)))
                kept.Add(photo);
        }

        return [.. kept.Order()];
    }

    private static PeopleSet WithoutImplied(IReadOnlyList<CoverPhoto> photos, List<int> left, PeopleSet missing)
    {
        int[] people = [.. missing.People];
        var photosOf = people.ToDictionary(p => p, p => PhotosOf(photos, left, p).ToHashSet());
        var implied = new HashSet<int>();

        // Those with the fewest photos decide; of two with the same photos the first stays.
        foreach (var person in people.OrderBy(p => photosOf[p].Count).ThenBy(p => p))
        {
            if (!implied.Contains(person))
                implied.UnionWith(people.Where(other => other != person && !implied.Contains(other)
                    && photosOf[person].IsSubsetOf(photosOf[other])));
        }

        return missing.Without(missing.Only(implied));
    }

    private static List<int> PhotosOf(IReadOnlyList<CoverPhoto> photos, List<int> left, int person) =>
        [.. left.Where(i => photos[i].Shows.Has(person))];
}
