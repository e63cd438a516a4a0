using System.Numerics.Tensors;
using WeddingStudio.Engine.Drawn.Portraits;
using WeddingStudio.Engine.Faces;

namespace WeddingStudio.Bench;

/// <summary>
/// Coordinate descent over the people: each in turn takes the candidate that is least like all others. Later rounds change
/// the chosen face a little instead of drawing another one.
/// </summary>
internal sealed class CastSearch(FaceReader reader, int candidates, int seed)
{
    /// <summary>The goal for neutral faces, and for any two poses: the reference pack joins from a cosine of .595 on.</summary>
    private const double NeutralGoal = .38;
    private const double LikenessGoal = .50;
    private const double SamenessGoal = .62;
    private const double TwinLikeness = .50;

    public IReadOnlyList<CastFace> Run(int rounds, IReadOnlyList<CastMember> earlier)
    {
        var slots = CastSlot.All;
        CastFace?[] chosen = [.. slots.Select(slot => earlier.FirstOrDefault(m => m.Name == slot.Name) is { } member ? CastFace.Read(member, reader) : null)];
        for (var round = 0; round < rounds; round++)
        {
            // The worst first: when they move away the others are better off as well.
            foreach (var i in Enumerable.Range(0, slots.Count).OrderByDescending(i => chosen[i] is { } face ? Cost(slots[i], face, chosen, i) : double.MaxValue))
                chosen[i] = Best(slots[i], chosen, i, round);
            Console.Error.WriteLine($"round {round + 1}: cost {chosen.Select((c, i) => Cost(slots[i], c!, chosen, i)).Sum():0.000}");
        }

        return chosen!;
    }

    private CastFace Best(CastSlot slot, CastFace?[] chosen, int at, int round)
    {
        var random = new Random(HashOf(at, round));
        var twin = slot.TwinOf is { } name ? chosen.FirstOrDefault(c => c?.Member.Name == name)?.Member : null;
        var members = Enumerable.Range(0, candidates).Select(i => chosen[at] is { } old ? Change(old.Member, random, slot, twin)
            : twin is not null ? Change(twin with { Name = slot.Name }, random, slot, twin) : slot.Candidate(random)).ToArray();
        var promising = Promising(members, chosen, at, twin is not null);
        var faces = new CastFace?[promising.Count];
        Parallel.For(0, faces.Length, i => faces[i] = CastFace.Read(promising[i], reader));
        return faces.OfType<CastFace>().Concat(chosen[at] is { } kept ? [kept] : []).MinBy(f => Cost(slot, f, chosen, at))
            ?? throw new InvalidOperationException($"No candidate for {slot.Name} was found as one face; raise --candidates.");
    }

    /// <summary>The quarter whose neutral faces are least like the others': six pictures are drawn and read of those only.</summary>
    private List<CastMember> Promising(CastMember[] members, CastFace?[] chosen, int at, bool twin)
    {
        if (twin)
            return [.. members];
        var closeness = new double[members.Length];
        var others = chosen.Where((c, i) => c is not null && i != at).Select(c => c!.Neutral).ToList();
        Parallel.For(0, members.Length, i => closeness[i] = CastFace.ReadNeutral(members[i], reader) is { } face
            ? others.Sum(other => Math.Max(0, TensorPrimitives.Dot(face, other) - .25)) : double.MaxValue);
        return [.. members.Zip(closeness).OrderBy(m => m.Second).Take((members.Length + 3) / 4).Select(m => m.First)];
    }

    private static double Cost(CastSlot slot, CastFace face, CastFace?[] chosen, int at)
    {
        var cost = face.Flaws + 4 * Math.Max(0, SamenessGoal - face.Sameness);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (i == at || chosen[i] is not { } other)
                continue;
            var twins = slot.TwinOf == other.Member.Name || CastSlot.All[i].TwinOf == slot.Name;
            var likeness = face.Likeness(other);
            cost += twins ? 4 * Math.Abs(likeness - TwinLikeness) : 8 * Math.Max(0, likeness - LikenessGoal) + 6 * Math.Max(0, TensorPrimitives.Dot(face.Neutral, other.Neutral) - NeutralGoal) + .02 * Math.Max(0, likeness - .2);
        }

        return cost;
    }

    private static CastMember Change(CastMember member, Random random, CastSlot slot, CastMember? twin)
    {
        if (twin is null && random.NextDouble() < .3)
            return slot.Candidate(random);
        // One of the twins wears glasses: so everybody tells them apart.
        if (twin is not null)
            member = member with { Looks = member.Looks with { Glasses = GlassesStyle.Round } };
        var traits = member.Looks.Traits.ToArray();
        for (var n = random.Next(2, 12); n > 0; n--)
        {
            var i = random.Next(traits.Length);
            if (twin is null || !ShownByTwins((Trait)i))
                traits[i] = Math.Round(Math.Clamp(traits[i] + (random.NextDouble() - .5) * .7, 0, 1), 2);
        }

        return member with { Looks = slot.InFamily(member.Looks with { Traits = traits }) };
    }

    /// <summary>What everybody sees first about twins stays alike; their features may differ.</summary>
    private static bool ShownByTwins(Trait trait) =>
        trait is Trait.Skin or Trait.Undertone or Trait.HairColour or Trait.HairLength or Trait.HairVolume or Trait.Iris or Trait.Freckles;

    private int HashOf(int at, int round) => unchecked(seed * 1_000_003 + at * 7_919 + round * 104_729);
}
