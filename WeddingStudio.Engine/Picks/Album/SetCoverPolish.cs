namespace WeddingStudio.Engine.Picks.Album;

/// <summary>
/// Among albums of the same size the one that shows people better: a photo gives way to another that shows all whom it alone shows.
/// </summary>
internal static class SetCoverPolish
{
    // Every round makes the album better; a few are enough, and an end is certain.
    private const int MostRounds = 8;
    private const double Enough = 1e-9; // Less is rounding.

    public static IReadOnlyList<int> Better(IReadOnlyList<CoverPhoto> photos, IReadOnlyList<int> chosen, int people)
    {
        int[] album = [.. chosen.Order()];
        for (var round = 0; round < MostRounds; round++)
        {
            var before = Value(photos, album, people);
            for (var i = 0; i < album.Length; i++)
                album[i] = photos[album[i]].Forced ? album[i] : BestInPlaceOf(photos, album, i, people);
            if (Value(photos, album, people) <= before + Enough)
                break;
        }

        return [.. album.Order()];
    }

    private static int BestInPlaceOf(IReadOnlyList<CoverPhoto> photos, int[] album, int place, int people)
    {
        var everybody = PeopleSet.Of(Enumerable.Range(0, people), people);
        var others = album.Where((_, i) => i != place).Aggregate(everybody.Only([]), (all, i) => all.With(photos[i].Shows));
        var alone = everybody.Without(others);
        var (best, value) = (album[place], Value(photos, album, people));
        foreach (var photo in Enumerable.Range(0, photos.Count).Where(i => alone.IsWithin(photos[i].Shows)).Except(album))
        {
            int[] changed = [.. album];
            changed[place] = photo;
            if (Value(photos, changed, people) > value + Enough)
                (best, value) = (photo, Value(photos, changed, people));
        }

        return best;
    }

    /// <summary>
    /// How well people are shown, each by their best photo of the album, and how well everybody else in these photos came out: nobody likes
    /// to be in the album scowling, though another photo is there for them.
    /// </summary>
    private static double Value(IReadOnlyList<CoverPhoto> photos, int[] album, int people)
    {
        var top = new double[people];
        foreach (var photo in album.Select(i => photos[i]))
        {
            foreach (var person in photo.Shows.People)
                top[person] = Math.Max(top[person], photo.Scores[person]);
        }

        return top.Sum() + album.Sum(i => photos[i].MeanScore);
    }
}
