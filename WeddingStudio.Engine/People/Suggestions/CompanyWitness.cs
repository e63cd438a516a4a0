using System.Collections.Concurrent;

namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>Whether two people are seen with the same others, in one photo or within a minute; whoever is with everybody says little.</summary>
internal sealed class CompanyWitness
{
    private static readonly TimeSpan Nearby = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Cosine of two people's company. On drawn weddings it tells one person from two with an AUC of .6 only, as everybody is staged with
    /// everybody: so it moves the order a little and decides nothing.
    /// </summary>
    private const double Usual = .15, Weight = .5, Least = -.1;
    public const double Most = .3;

    /// <summary>Share of the rarer one's photos, and cosine, from which "often beside" is true.</summary>
    private const double Often = .5, Telling = .3;

    private readonly IReadOnlyDictionary<int, int> _photosOf;
    private readonly ILookup<int, int> _peopleIn;
    private readonly IReadOnlyDictionary<int, int[]> _near;
    private readonly double _photos;
    private readonly ConcurrentDictionary<int, Dictionary<int, double>> _companyOf = [];

    public CompanyWitness(IReadOnlyList<WitnessFace> faces, IReadOnlyList<WitnessPerson> people)
    {
        _photosOf = people.ToDictionary(p => p.Id, p => p.Photos.Count);
        _peopleIn = faces.Select(f => (f.PhotoId, f.PersonId)).Distinct().ToLookup(f => f.PhotoId, f => f.PersonId);
        _near = NearPhotos([.. faces.DistinctBy(f => f.PhotoId)]);
        _photos = _near.Count;
    }

    public (double LogOdds, int? CompanionId) Ask(WitnessPerson a, WitnessPerson b)
    {
        var (ofA, ofB) = (CompanyOf(a), CompanyOf(b));
        var length = Math.Sqrt(Others(ofA).Sum(c => Square(Value(c))) * Others(ofB).Sum(c => Square(Value(c))));
        if (length == 0)
            return (0, null);
        var shared = Others(ofA).Where(c => ofB.ContainsKey(c.Key)).Select(c => (c.Key, Mine: c.Value, Theirs: ofB[c.Key])).ToList();
        var cosine = shared.Sum(c => c.Mine * c.Theirs * Square(Rareness(c.Key))) / length;
        var often = shared.Where(c => Math.Min(c.Mine, c.Theirs) >= Often).OrderByDescending(c => Math.Min(c.Mine, c.Theirs)).ThenBy(c => c.Key).Select(c => (int?)c.Key).FirstOrDefault();
        return (Math.Clamp(Weight * (cosine - Usual), Least, Most), cosine >= Telling ? often : null);

        IEnumerable<KeyValuePair<int, double>> Others(Dictionary<int, double> company) => company.Where(c => c.Key != a.Id && c.Key != b.Id);
    }

    private double Value(KeyValuePair<int, double> companion) => companion.Value * Rareness(companion.Key);

    private double Rareness(int personId) => Math.Log(_photos / _photosOf.GetValueOrDefault(personId, 1));

    private static double Square(double value) => value * value;

    /// <summary>Person.Id to the share of this person's photos they are near.</summary>
    private Dictionary<int, double> CompanyOf(WitnessPerson person) => _companyOf.GetOrAdd(person.Id, _ =>
    {
        Dictionary<int, double> company = [];
        foreach (var other in person.Photos.Order().SelectMany(photo => _near[photo].SelectMany(near => _peopleIn[near]).Distinct()))
            company[other] = company.GetValueOrDefault(other) + 1.0 / person.Photos.Count;
        return company;
    });

    private static Dictionary<int, int[]> NearPhotos(IReadOnlyList<WitnessFace> onePerPhoto)
    {
        var near = onePerPhoto.Where(f => f.At is null).ToDictionary(f => f.PhotoId, f => new[] { f.PhotoId });
        WitnessFace[] timed = [.. onePerPhoto.Where(f => f.At is not null).OrderBy(f => f.At).ThenBy(f => f.PhotoId)];
        var (from, to) = (0, 0);
        foreach (var face in timed)
        {
            while (face.At - timed[from].At > Nearby)
                from++;
            while (to < timed.Length && timed[to].At - face.At <= Nearby)
                to++;
            near[face.PhotoId] = [.. timed[from..to].Select(f => f.PhotoId)];
        }

        return near;
    }
}
