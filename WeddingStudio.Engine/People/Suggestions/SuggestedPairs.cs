using System.Numerics.Tensors;

namespace WeddingStudio.Engine.People.Suggestions;

/// <summary>
/// Pairs of people who may be one: their faces are less alike than what joins by itself, yet more than chance, and clothes speak
/// as a second witness. Pure: faces in, questions out, in an order that depends on nothing else.
/// </summary>
public static class SuggestedPairs
{
    /// <summary>More would be asked in no one visit.</summary>
    public const int Most = 60;

    /// <summary>Whoever is nobody's nearest few is nobody's second half.</summary>
    private const int NearestPeople = 8;

    /// <summary>Smaller faces no user can tell apart either. Pixels; the size from which faces must be found.</summary>
    private const double TellableFromPx = 32;

    private const int FacesToShow = 6;

    /// <param name="faces">All faces of people; vectors of <see cref="Speakers"/> are enough.</param>
    /// <param name="mayAsk">False for two who are known to be two, and for whom nobody shall be asked about.</param>
    public static IReadOnlyList<Suggestion> Find(IReadOnlyList<ComparedFace> faces, Func<int, int, bool> mayAsk)
    {
        ComparedPerson[] people = [.. faces.GroupBy(f => f.PersonId).OrderBy(g => g.Key).Select(g => new ComparedPerson(g.Key, g))
            .Where(p => p.Centre.Length > 0 && p.WidestPx >= TellableFromPx)];
        if (people.Length < 2)
            return [];
        var verdict = new Verdict(people);
        Suggestion[] asked = [.. NearPairs(people, mayAsk).AsParallel().Select(pair => verdict.On(pair.A, pair.B)).OfType<Suggestion>()
            .OrderByDescending(s => s.Worth).ThenBy(s => s.FirstId).ThenBy(s => s.SecondId).Take(Most)];
        var beside = new OftenBeside(faces);
        var personOf = people.ToDictionary(p => p.Id);
        return Array.ConvertAll(asked, s => s with { CompanionId = beside.Of(personOf[s.FirstId], personOf[s.SecondId]) });
    }

    /// <summary>The Face.Ids whose vectors <see cref="Find"/> looks at.</summary>
    public static IReadOnlySet<int> Speakers(IEnumerable<ComparedFace> faces) => ComparedPerson.Speakers(faces);

    internal static IReadOnlyList<int> ToShow(ComparedPerson person) => [.. person.Clear.Take(FacesToShow).Select(f => f.Id)];

    /// <summary>Everybody with those nearest to them, each pair once.</summary>
    private static List<(ComparedPerson A, ComparedPerson B)> NearPairs(ComparedPerson[] people, Func<int, int, bool> mayAsk)
    {
        var near = new int[people.Length][];
        Parallel.For(0, people.Length, i => near[i] = NearestOf(people, i, mayAsk));
        return [.. Enumerable.Range(0, people.Length)
            .SelectMany(i => near[i].Select(j => (A: Math.Min(i, j), B: Math.Max(i, j)))).Distinct()
            .OrderBy(pair => pair).Select(pair => (people[pair.A], people[pair.B]))];
    }

    private static int[] NearestOf(ComparedPerson[] people, int self, Func<int, int, bool> mayAsk)
    {
        var person = people[self];
        List<(float Cosine, int Index)> near = new(NearestPeople + 1);
        for (var j = 0; j < people.Length; j++)
        {
            if (j == self || (TensorPrimitives.Dot<float>(person.Centre, people[j].Centre) is var cosine && near.Count == NearestPeople
                && cosine <= near[^1].Cosine)
                || person.Exposures.Overlaps(people[j].Exposures) || !mayAsk(person.Id, people[j].Id))
                continue;
            near.Insert(near.FindIndex(other => other.Cosine < cosine) is var at and >= 0 ? at : near.Count, (cosine, j));
            if (near.Count > NearestPeople)
                near.RemoveAt(NearestPeople);
        }

        return [.. near.Select(one => one.Index)];
    }
}
