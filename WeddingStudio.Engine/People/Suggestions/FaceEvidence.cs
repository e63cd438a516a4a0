using System.Numerics.Tensors;
using WeddingStudio.Engine.People.Grouping;

namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>The first witness: how alike two people's faces are, against how alike people of this album are by chance.</summary>
internal sealed class FaceEvidence
{
    /// <summary>Not one good look only, where there are more.</summary>
    private const int BestLooks = 3;

    /// <summary>Pairs of people looked at to learn what chance is.</summary>
    private const int ChancePairs = 4000;

    /// <summary>Cosine of the narrowest spread taken for true; few people of an album all unlike each other prove nothing.</summary>
    private const double LeastSpread = .05;

    private readonly double _usual;
    private readonly double _perLooks;
    private readonly double _spread;

    /// <summary>
    /// Learns what is usual: of people with many faces some two are always alike, so a line through the likeness of pairs over their number
    /// of looks, and how far pairs lie from it.
    /// </summary>
    public FaceEvidence(IReadOnlyList<ComparedPerson> people)
    {
        var chance = ByChance(people);
        var (looks, likeness) = (chance.Average(pair => pair.Looks), chance.Average(pair => pair.Likeness));
        var across = chance.Sum(pair => (pair.Looks - looks) * (pair.Looks - looks));
        _perLooks = across > 0 ? chance.Sum(pair => (pair.Looks - looks) * (pair.Likeness - likeness)) / across : 0;
        _usual = likeness - _perLooks * looks;
        _spread = Math.Max(LeastSpread, Math.Sqrt(chance.Average(pair => Math.Pow(pair.Likeness - Usual(pair.Looks), 2))));
    }

    /// <summary>In spreads of chance above what is usual.</summary>
    public double AboveChance(ComparedPerson a, ComparedPerson b) => (Likeness(a, b) - Usual(Looks(a, b))) / _spread;

    private double Usual(double looks) => _usual + _perLooks * looks;

    private static double Looks(ComparedPerson a, ComparedPerson b) => Math.Log(a.Clear.Length * b.Clear.Length);

    private static List<(double Looks, double Likeness)> ByChance(IReadOnlyList<ComparedPerson> people)
    {
        List<(double, double)> chance = [];
        var step = Math.Max(1, (long)people.Count * (people.Count - 1) / 2 / ChancePairs);
        long at = 0;
        for (var i = 0; i < people.Count; i++)
        {
            for (var j = i + 1; j < people.Count; j++)
            {
                if (at++ % step == 0)
                    chance.Add((Looks(people[i], people[j]), Likeness(people[i], people[j])));
            }
        }

        return chance;
    }

    /// <summary>Mean of the best few looks, each the cosine to the other's second nearest face.</summary>
    internal static double Likeness(ComparedPerson a, ComparedPerson b)
    {
        var (few, many) = a.Clear.Length <= b.Clear.Length ? (a.Clear, b.Clear) : (b.Clear, a.Clear);
        Span<float> looks = stackalloc float[few.Length];
        var others = Array.ConvertAll(many, face => face.Embedding);
        for (var i = 0; i < few.Length; i++)
            looks[i] = NearestGroup.CosineTo(others, few[i].Embedding);
        looks.Sort();
        return TensorPrimitives.Average<float>(looks[^Math.Min(BestLooks, looks.Length)..]);
    }
}
