namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// Picks photos for one person: the best addition again and again (<see cref="Choice"/>), no two too alike; then every pick is held against
/// all that could stand in its place until nothing betters the whole; and what is still empty is filled with the best of the rest.
/// </summary>
internal sealed class Picking(IReadOnlyList<Candidate> photos, int count, PicksOptions options)
{
    /// <summary>A change must better the whole by more than sums err.</summary>
    private const double Least = 1e-9;

    private readonly Choice _choice = new(photos, options);
    private readonly List<int> _chosen = [];
    private readonly List<PickKind> _kinds = [];

    public IReadOnlyList<Picked> Picks => [.. _chosen.Zip(_kinds, (i, kind) => new Picked(photos[i], kind))];

    /// <summary>All of them, however many.</summary>
    public void Take(Func<Candidate, bool> which)
    {
        foreach (var i in Left(which))
            Add(i, PickKind.AlwaysShown);
    }

    /// <summary>From these alone, as long as there is room.</summary>
    public void Fill(Func<Candidate, bool> from)
    {
        int[] allowed = [.. Left(from)];
        var first = _chosen.Count;
        do
            AddDifferent(allowed);
        while (Swap(allowed, first));
        Order(first);
        while (_chosen.Count < count && Best(allowed.Except(_chosen)) is { } next)
            Add(next, PickKind.BestOfTheRest);
    }

    private IEnumerable<int> Left(Func<Candidate, bool> which) =>
        Enumerable.Range(0, photos.Count).Where(i => which(photos[i]) && !_chosen.Contains(i));

    private void Add(int index, PickKind kind)
    {
        _chosen.Add(index);
        _kinds.Add(kind);
    }

    private void AddDifferent(int[] allowed)
    {
        var different = allowed.Where(i => !_chosen.Contains(i) && !IsLike(i, except: -1)).ToList();
        while (_chosen.Count < count && Best(different) is { } next)
        {
            Add(next, PickKind.Different);
            different.RemoveAll(i => i == next || AreAlike(next, i));
        }
    }

    /// <summary>The first of those that add most, or null.</summary>
    private int? Best(IEnumerable<int> among)
    {
        var (best, most, before) = ((int?)null, double.NegativeInfinity, _choice.Sum(_chosen));
        foreach (var i in among)
        {
            if (before.With(i) is var value && value > most + Least)
                (best, most) = (i, value);
        }

        return best;
    }

    private bool IsLike(int photo, int except) =>
        Enumerable.Range(0, _chosen.Count).Any(at => at != except && AreAlike(_chosen[at], photo));

    private bool AreAlike(int a, int b) => Likeness.Of(photos[a], photos[b], options) > options.MaxLikeness;

    /// <summary>
    /// Puts the photo that betters the whole most in the place of one picked from <paramref name="first"/> on; false when none does.
    /// </summary>
    private bool Swap(int[] allowed, int first)
    {
        var (place, by, most) = (-1, -1, _choice.Of(_chosen) + Least);
        int[] others = [.. allowed.Where(i => !_chosen.Contains(i))];
        for (var at = first; at < _chosen.Count; at++)
        {
            var rest = _choice.Sum(_chosen.Where((_, other) => other != at));
            foreach (var i in others)
            {
                if (rest.With(i) is var value && value > most && !IsLike(i, except: at))
                    (place, by, most) = (at, i, value);
            }
        }

        if (place >= 0)
            _chosen[place] = by;
        return place >= 0;
    }

    /// <summary>The best of these first, then what adds most to those before.</summary>
    private void Order(int first)
    {
        var picked = _chosen.Skip(first).ToList();
        _chosen.RemoveRange(first, picked.Count);
        _kinds.RemoveRange(first, picked.Count);
        for (int? next = picked.Count == 0 ? null : picked.MaxBy(i => photos[i].Worth); next is { } best; next = Best(picked))
        {
            Add(best, PickKind.Different);
            picked.Remove(best);
        }
    }
}
