namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>
/// Somebody two people are both often seen with, in one photo or within a minute: a reason a user understands, and no evidence. On drawn
/// weddings a shared company told one person from two with an AUC of .6 only, so it has no part in the odds.
/// </summary>
internal sealed class OftenBeside
{
    private static readonly TimeSpan Nearby = TimeSpan.FromMinutes(1);

    /// <summary>Photos looked at on each side of one: a clock that stands still puts thousands in one minute.</summary>
    private const int MostNear = 20;

    /// <summary>Share of a person's photos from which "often" is true, and of all photos from which somebody is beside everybody.</summary>
    private const double Often = .5, Everywhere = .25;

    private readonly ILookup<int, int> _peopleIn;
    private readonly HashSet<int> _everywhere;
    private readonly ComparedFace[] _timed;
    private readonly Dictionary<int, int> _placeOf;

    public OftenBeside(IReadOnlyList<ComparedFace> faces)
    {
        var seen = faces.Select(f => (f.PhotoId, f.PersonId)).Distinct().ToList();
        _peopleIn = seen.ToLookup(f => f.PhotoId, f => f.PersonId);
        _everywhere = [.. seen.CountBy(f => f.PersonId).Where(p => p.Value > Everywhere * _peopleIn.Count).Select(p => p.Key)];
        _timed = [.. faces.Where(f => f.At is not null).DistinctBy(f => f.PhotoId).OrderBy(f => f.At).ThenBy(f => f.PhotoId)];
        _placeOf = _timed.Index().ToDictionary(f => f.Item.PhotoId, f => f.Index);
    }

    /// <summary>The Person.Id of who is beside both most often, or null.</summary>
    public int? Of(ComparedPerson a, ComparedPerson b)
    {
        var (besideA, besideB) = (Beside(a), Beside(b));
        return besideA.Where(c => c.Key != a.Id && c.Key != b.Id && !_everywhere.Contains(c.Key))
            .Select(c => (c.Key, Share: Math.Min(c.Value, besideB.GetValueOrDefault(c.Key))))
            .Where(c => c.Share >= Often).OrderByDescending(c => c.Share).ThenBy(c => c.Key).Select(c => (int?)c.Key).FirstOrDefault();
    }

    /// <summary>Person.Id to the share of this person's photos they are near.</summary>
    private Dictionary<int, double> Beside(ComparedPerson person) => person.Photos
        .SelectMany(photo => Near(photo).SelectMany(near => _peopleIn[near]).Distinct())
        .CountBy(id => id).ToDictionary(c => c.Key, c => (double)c.Value / person.Photos.Count);

    private IEnumerable<int> Near(int photo)
    {
        if (!_placeOf.TryGetValue(photo, out var place))
            return [photo];
        return _timed[Math.Max(0, place - MostNear)..Math.Min(_timed.Length, place + MostNear + 1)]
            .Where(f => (f.At!.Value - _timed[place].At!.Value).Duration() <= Nearby).Select(f => f.PhotoId);
    }
}
