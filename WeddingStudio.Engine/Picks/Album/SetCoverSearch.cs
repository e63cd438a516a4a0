namespace WeddingStudio.Engine.Picks.Album;

/// <summary>
/// Branch and bound over the photos that are left: somebody with few photos must be in one of them. It ends after so many steps, not after
/// so much time, so that every computer finds the same album.
/// </summary>
internal sealed class SetCoverSearch
{
    /// <summary>
    /// Two hundred random cases of up to 12 people and 20 photos need 15 steps at the most, four drawn weddings of 25 people 5; a random
    /// one of 300 people and 3,000 photos takes all of them in .4 s.
    /// </summary>
    private const int MostSteps = 20_000;

    private readonly IReadOnlyList<CoverPhoto> _photos;
    private readonly Dictionary<int, List<int>> _photosOf;
    private readonly Dictionary<int, PeopleSet> _shownWith;
    private readonly int[] _rarestFirst;
    private readonly List<int> _path = [];
    private readonly HashSet<int> _tried = [];
    private IReadOnlyList<int>? _best;
    private int _most, _steps;

    private SetCoverSearch(IReadOnlyList<CoverPhoto> photos, SettledCover settled, int most)
    {
        (_photos, _most) = (photos, most);
        int[] people = [.. settled.Missing.People];
        _photosOf = people.ToDictionary(p => p, p => settled.Photos.Where(i => photos[i].Shows.Has(p))
            .OrderByDescending(i => photos[i].Shows.CommonCount(settled.Missing)).ThenByDescending(i => photos[i].MeanScore)
            .ThenBy(i => i).ToList());
        _shownWith = people.ToDictionary(p => p,
            p => _photosOf[p].Aggregate(settled.Missing.Only([]), (all, i) => all.With(photos[i].Shows)));
        _rarestFirst = [.. people.OrderBy(p => _photosOf[p].Count).ThenBy(p => p)];
    }

    /// <returns>Fewer photos than the bound that show all who are missing; null where none were found.</returns>
    public static IReadOnlyList<int>? Smaller(IReadOnlyList<CoverPhoto> photos, SettledCover settled, IReadOnlyList<int> bound)
    {
        var search = new SetCoverSearch(photos, settled, bound.Count);
        search.Visit(settled.Missing);
        return search._best;
    }

    private void Visit(PeopleSet missing)
    {
        if (missing.IsEmpty)
        {
            if (_path.Count < _most)
                (_best, _most) = ([.. _path], _path.Count);
            return;
        }

        if (_steps++ >= MostSteps || _path.Count + AtLeast(missing) >= _most)
            return;
        var person = _rarestFirst.Where(missing.Has).MinBy(p => _photosOf[p].Count(i => !_tried.Contains(i)));
        var now = new List<int>();
        foreach (var photo in _photosOf[person].Where(i => !_tried.Contains(i)).ToList())
        {
            _path.Add(photo);
            Visit(missing.Without(_photos[photo].Shows));
            _path.RemoveAt(_path.Count - 1);

            // All albums with this photo are seen: the rest of this branch goes without it.
            _tried.Add(photo);
            now.Add(photo);
        }

        _tried.ExceptWith(now);
    }

    /// <summary>People no two of whom are in one photo need a photo each.</summary>
    private int AtLeast(PeopleSet missing)
    {
        var count = 0;
        foreach (var person in _rarestFirst)
        {
            if (!missing.Has(person))
                continue;
            count++;
            missing = missing.Without(_shownWith[person]);
        }

        return count;
    }
}
