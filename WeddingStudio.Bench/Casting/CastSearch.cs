using System.Numerics.Tensors;
using WeddingStudio.Drawn.Portraits;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Bench.Casting;

/// <summary>
/// Coordinate descent over the people: each in turn takes the candidate that is least like all others. Later rounds change
/// the chosen face a little instead of drawing another one.
/// </summary>
internal sealed class CastSearch(FaceReader reader, int candidates, int seed, IReadOnlyCollection<string> only)
{
    /// <summary>The goal for neutral faces, and for any two poses: the reference pack joins from a cosine of .595 on.</summary>
    private const double NeutralGoal = .38;
    private const double LikenessGoal = .43;
    private const double SamenessGoal = .62;
    private const double TwinLikeness = .46;
    private const int TwinGenerations = 10;

    /// <summary>Those who come only to larger weddings count less.</summary>
    private const int RobinsGuests = 26;
    private const int Passers = 40;

    private static readonly ParallelOptions _side = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    public IReadOnlyList<CastFace> Run(int rounds, IReadOnlyList<CastMember> earlier)
    {
        var slots = CastSlot.All;
        // Without a round nothing changes: the table as it is, for its figures and its sheet.
        bool IsTwinToFind(CastSlot slot) => rounds > 0 && slot.TwinOf is not null && Changes(slot);
        CastFace?[] chosen = [.. slots.Select(slot =>
            earlier.FirstOrDefault(m => m.Name == slot.Name) is { } member && !IsTwinToFind(slot) ? CastFace.Read(member, reader) : null)];
        for (var round = 0; round < rounds; round++)
        {
            // The worst first: when they move away the others are better off as well.
            foreach (var i in Enumerable.Range(0, slots.Count).Where(i => slots[i].TwinOf is null && Changes(slots[i]))
                .OrderByDescending(i => chosen[i] is { } face ? Cost(slots[i], face, chosen, i) : double.MaxValue))
                chosen[i] = Best(slots[i], chosen, i, round);
            Console.Error.WriteLine(
                $"round {round + 1}: cost {chosen.Select((c, i) => c is null ? 0 : Cost(slots[i], c, chosen, i)).Sum():0.000}");
        }

        for (var i = 0; i < slots.Count; i++)
        {
            if (IsTwinToFind(slots[i]))
                chosen[i] = Twin(slots[i], chosen, i, chosen.First(c => c?.Member.Name == slots[i].TwinOf)!.Member);
        }

        return chosen!;
    }

    private bool Changes(CastSlot slot) => only.Count == 0 || only.Contains(slot.Name);

    /// <summary>Somebody's twin, last: what everybody sees first stays alike, glasses and features differ.</summary>
    private CastFace Twin(CastSlot slot, CastFace?[] chosen, int at, CastMember other)
    {
        chosen[at] = null;
        var random = new Random(HashOf(at, 0));
        var twin = other with { Name = slot.Name, Looks = other.Looks with { Glasses = GlassesStyle.Round } };
        CastFace? best = null;
        for (var generation = 0; generation < TwinGenerations; generation++)
        {
            CastMember[] members = [.. Enumerable.Range(0, candidates)
                .Select(_ => Change(best?.Member ?? twin, random, slot, random.Next(3, 20), keepsTwin: true))];
            best = Cheapest(slot, members, best, chosen, at);
        }

        return best ?? throw new InvalidOperationException($"No twin for {slot.Name} was found as one face; raise --candidates.");
    }

    private CastFace Best(CastSlot slot, CastFace?[] chosen, int at, int round)
    {
        var random = new Random(HashOf(at, round));
        var members = Enumerable.Range(0, candidates).Select(_ => chosen[at] is { } old && random.NextDouble() > .3
            ? Change(old.Member, random, slot, random.Next(2, 12), keepsTwin: false) : slot.Candidate(random)).ToArray();
        return Cheapest(slot, Promising(members, chosen, at), chosen[at], chosen, at)
            ?? throw new InvalidOperationException($"No candidate for {slot.Name} was found as one face; raise --candidates.");
    }

    /// <summary>The best of the candidates and the face so far; null when there is none and no candidate was found as one face.</summary>
    private CastFace? Cheapest(CastSlot slot, IReadOnlyList<CastMember> members, CastFace? soFar, CastFace?[] chosen, int at)
    {
        var faces = new CastFace?[members.Count];
        Parallel.For(0, faces.Length, _side, i => faces[i] = CastFace.Read(members[i], reader));
        return faces.Append(soFar).OfType<CastFace>().MinBy(face => Cost(slot, face, chosen, at));
    }

    /// <summary>The quarter whose neutral faces are least like the others': six pictures are drawn and read of those only.</summary>
    private List<CastMember> Promising(CastMember[] members, CastFace?[] chosen, int at)
    {
        var closeness = new double[members.Length];
        var others = chosen.Where((c, i) => c is not null && i != at).Select(c => c!.Neutral).ToList();
        Parallel.For(0, members.Length, _side, i => closeness[i] = CastFace.ReadNeutral(members[i], reader) is { } face
            ? others.Sum(other => Math.Max(0, TensorPrimitives.Dot(face, other) - .25)) : double.MaxValue);
        return [.. members.Zip(closeness).OrderBy(m => m.Second).Take((members.Length + 3) / 4).Select(m => m.First)];
    }

    private static double Cost(CastSlot slot, CastFace face, CastFace?[] chosen, int at)
    {
        var cost = 3 * face.Flaws + 4 * Math.Max(0, SamenessGoal - face.Sameness);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (i == at || chosen[i] is not { } other)
                continue;
            var twins = slot.TwinOf == other.Member.Name || CastSlot.All[i].TwinOf == slot.Name;
            var likeness = face.Likeness(other);
            var weight = Math.Max(i, at) is >= RobinsGuests and < Passers ? .3 : 1;
            cost += weight * (twins ? 20 * Math.Max(0, likeness - TwinLikeness) : 60 * Square(Math.Max(0, likeness - LikenessGoal)) + 60
                * Square(Math.Max(0, TensorPrimitives.Dot(face.Neutral, other.Neutral) - NeutralGoal)) + .02 * Math.Max(0, likeness - .2));
        }

        return cost;
    }

    private static CastMember Change(CastMember member, Random random, CastSlot slot, int changes, bool keepsTwin)
    {
        var traits = member.Looks.Traits.ToArray();
        for (; changes > 0; changes--)
        {
            var i = random.Next(traits.Length);
            if (!keepsTwin || !ShownByTwins((Trait)i))
                traits[i] = Math.Round(Math.Clamp(traits[i] + (random.NextDouble() - .5) * (keepsTwin ? 1.4 : .7), 0, 1), 2);
        }

        return member with { Looks = slot.InFamily(member.Looks with { Traits = traits }) };
    }

    private static double Square(double value) => value * value;

    /// <summary>What everybody sees first about twins stays alike; their features may differ.</summary>
    private static bool ShownByTwins(Trait trait) =>
        trait is Trait.Skin or Trait.Undertone or Trait.HairColour or Trait.HairLength or Trait.HairVolume or Trait.Iris or Trait.Freckles;

    private int HashOf(int at, int round) => unchecked(seed * 1_000_003 + at * 7_919 + round * 104_729);
}
