using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>
/// Whether two people wear the same. What counts is how rare that is: two dark suits say nothing where every second guest wears one.
/// </summary>
internal sealed class ClothesEvidence
{
    /// <summary>Within these hours people seldom change; beyond, clothes say half as much.</summary>
    private static readonly TimeSpan SameHours = TimeSpan.FromHours(3), SameDay = TimeSpan.FromHours(12);

    /// <summary>
    /// Shares in common from which clothes can be the same: of one person's pairs on drawn weddings nine in ten reach .7 and hardly any
    /// stays below .5, of two people's the median is .27. In between they count the more the more alike they are.
    /// </summary>
    private const double Alike = .5, SurelyAlike = .75;

    /// <summary>
    /// What different clothes count against, for each share less than <see cref="Alike"/>, and the most that clothes can say.
    /// </summary>
    private const double Against = 14, MostAgainst = -3;
    public const double MostFor = 3;

    /// <summary>Other people that show how rare clothes are, and faces of the person in question.</summary>
    private const int Sample = 160, OwnFaces = 4;

    private readonly ComparedFace[] _sample;
    private readonly ConcurrentDictionary<int, double[]> _toOthers = [];

    public ClothesEvidence(IReadOnlyList<ComparedPerson> people)
    {
        ComparedPerson[] clothed = [.. people.Where(p => p.Clothed.Length > 0)];
        var count = Math.Min(clothed.Length, Sample);
        _sample = [.. Enumerable.Range(0, count).Select(i => clothed[i * clothed.Length / count])
            .Select(p => p.Clothed[p.Clothed.Length / 2])];
    }

    /// <summary>Null when they were not both seen, clothed, on one day.</summary>
    public SameClothes? Ask(ComparedPerson a, ComparedPerson b)
    {
        var seen = Pairs(a, b, SameHours);
        var weight = 1.0;
        if (seen.Count == 0)
            (seen, weight) = (Pairs(a, b, SameDay), .5);
        if (seen.Count == 0)
            return null;

        // The better half: arms, tables and flowers hide clothes, nothing makes different ones the same.
        var likeness = seen.Select(pair => pair.Likeness).OrderDescending().Take((seen.Count + 1) / 2).Average();
        var telling = likeness < Alike
            ? Math.Max(MostAgainst, Against * (likeness - Alike))
            : Math.Min(1, (likeness - Alike) / (SurelyAlike - Alike)) * Math.Min(MostFor,
                Math.Log(.5 / Math.Max(Rarity(a, likeness), Rarity(b, likeness))));
        return new SameClothes(weight * telling, seen.Where(pair => pair.Likeness >= Math.Min(Alike, likeness)).Select(pair => pair.Apart)
            .DefaultIfEmpty().Min());
    }

    private static List<(double Likeness, TimeSpan Apart)> Pairs(ComparedPerson a, ComparedPerson b, TimeSpan atMost)
    {
        List<(double, TimeSpan)> pairs = [];
        foreach (var x in a.Clothed)
        {
            foreach (var y in b.Clothed)
            {
                if ((x.At!.Value - y.At!.Value).Duration() is var apart && apart <= atMost)
                    pairs.Add((Likeness(x, y), apart));
            }
        }

        return pairs;
    }

    /// <summary>The share of everybody else who wears what is as like this person's clothes.</summary>
    private double Rarity(ComparedPerson person, double likeness)
    {
        var others = _toOthers.GetOrAdd(person.Id, _ => [.. (from own in person.Clothed.Take(OwnFaces) from other in _sample
                                                             where other.PersonId != person.Id select Likeness(own, other)).Order()]);
        var below = Array.BinarySearch(others, likeness);
        return (1.0 + others.Length - (below < 0 ? ~below : below)) / (1 + others.Length);
    }

    /// <summary>What two histograms have in common (Swain and Ballard 1991).</summary>
    internal static double Likeness(ComparedFace a, ComparedFace b)
    {
        Span<float> common = stackalloc float[a.Clothes.Length];
        TensorPrimitives.Min(a.Clothes, b.Clothes, common);
        return TensorPrimitives.Sum<float>(common);
    }
}
