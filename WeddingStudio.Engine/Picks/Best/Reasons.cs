using System.Numerics;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// Why each pick was picked, in words: what is special about it among the person's photos, only ever good things,
/// without numbers and without a word against a face.
/// </summary>
public static class Reasons
{
    /// <summary>A fact that this share of all the person's photos has is nothing special.</summary>
    private const double Common = .8;
    private const int FactsPerReason = 4;

    private static readonly ScoreFacts[] _look = [ScoreFacts.Smiling, ScoreFacts.EyesOpen, ScoreFacts.LookingAtCamera];
    private static readonly ScoreFacts[] _technical = [ScoreFacts.Sharp, ScoreFacts.WellLit];

    /// <summary>The most telling first: a reason names one company.</summary>
    private static readonly (ScoreFacts Fact, string Words)[] _company =
    [
        (ScoreFacts.WithPartner, "the two of them together"),
        (ScoreFacts.WithCouple, "with the couple"),
        (ScoreFacts.WithBride, "with the bride"),
        (ScoreFacts.WithGroom, "with the groom"),
        (ScoreFacts.WithHousehold, "with those they came with"),
        (ScoreFacts.WithFamily, "with family"),
        (ScoreFacts.WithParty, "with the wedding party"),
        (ScoreFacts.WithTable, "with people of their table"),
        (ScoreFacts.InGroup, "in a big group"),
        (ScoreFacts.Alone, "a portrait of their own"),
    ];

    /// <param name="picks">In rank order.</param>
    /// <param name="everything">All the person's candidates.</param>
    /// <param name="name">The person's name, or null.</param>
    /// <param name="moments">Names by Moment.Id.</param>
    /// <returns>A sentence for each pick, never empty.</returns>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<Picked> picks, IReadOnlyList<Candidate> everything, string? name, IReadOnlyDictionary<int, string> moments)
    {
        Candidate[] photos = [.. everything.DistinctBy(c => c.PhotoId)];
        var special = (ScoreFacts fact) => photos.Count(c => c.Facts.HasFlag(fact)) <= Common * photos.Length;
        var reasons = new List<string>();
        for (var i = 0; i < picks.Count; i++)
        {
            var clauses = new List<string>();
            if (picks[i].Kind == PickKind.AlwaysShown)
                clauses.Add("always shown, as you asked");
            else if (photos.Length == 1)
                clauses.Add(name is null ? "the only photo of this guest" : $"the only photo of {name}");
            clauses.AddRange(Clauses(picks[i].Candidate.Facts, special));
            if (i > 0 && NewMoment(picks, i, moments) is { } moment)
                clauses.Insert(picks[i].Kind == PickKind.AlwaysShown ? 1 : 0, $"a different moment: {moment}");
            reasons.Add(Sentence(clauses.Count > 0 ? clauses : [Otherwise(picks[i], i, moments)]));
        }

        return reasons;
    }

    /// <summary>All good facts make a reason; when there are too many, those common to the person's photos go first.</summary>
    private static IEnumerable<string> Clauses(ScoreFacts facts, Func<ScoreFacts, bool> isSpecial)
    {
        var company = _company.FirstOrDefault(c => facts.HasFlag(c.Fact));
        ScoreFacts kept = _look.Concat(_technical).Where(f => facts.HasFlag(f)).Aggregate(company.Fact, (all, f) => all | f);
        foreach (var fact in new[] { ScoreFacts.EyesOpen, ScoreFacts.WellLit, ScoreFacts.Alone, ScoreFacts.Sharp,
            ScoreFacts.LookingAtCamera, ScoreFacts.Smiling })
        {
            if (BitOperations.PopCount((uint)kept) > FactsPerReason && !isSpecial(fact))
                kept &= ~fact;
        }

        var candid = facts.HasFlag(ScoreFacts.Candid);
        if (Look(kept, candid) is { Length: > 0 } look)
            yield return look;
        if (Technical(kept) is { Length: > 0 } technical)
            yield return technical;
        if (kept.HasFlag(company.Fact) && company.Fact != 0)
            yield return company.Words;
    }

    private static string Look(ScoreFacts facts, bool candid)
    {
        var words = new List<string>();
        if (facts.HasFlag(ScoreFacts.Smiling))
            words.Add(candid ? "caught in a smile" : "smiling");
        if (facts.HasFlag(ScoreFacts.EyesOpen))
            words.Add("eyes open");
        if (facts.HasFlag(ScoreFacts.LookingAtCamera))
            words.Add("looking at the camera");
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    private static string Technical(ScoreFacts facts) => (facts & (ScoreFacts.Sharp | ScoreFacts.WellLit)) switch
    {
        ScoreFacts.Sharp | ScoreFacts.WellLit => "sharp and well lit",
        ScoreFacts.Sharp => "sharp",
        ScoreFacts.WellLit => "well lit",
        _ => "",
    };

    private static string? NewMoment(IReadOnlyList<Picked> picks, int index, IReadOnlyDictionary<int, string> moments) =>
        picks[index].Candidate.MomentId is { } moment && moments.TryGetValue(moment, out var name)
        && !picks.Take(index).Any(p => p.Candidate.MomentId == moment) ? name : null;

    private static string Otherwise(Picked pick, int index, IReadOnlyDictionary<int, string> moments)
    {
        var moment = pick.Candidate.MomentId is { } id ? moments.GetValueOrDefault(id) : null;
        return (moment, index, pick.Kind) switch
        {
            ({ } name, 0, _) => $"the best from {name}",
            ({ } name, _, _) => $"another good one from {name}",
            (null, 0, _) => "the best of all photos",
            (null, _, PickKind.Different) => "a different scene",
            _ => "the best of the other photos",
        };
    }

    private static string Sentence(List<string> clauses)
    {
        var text = string.Join(", ", clauses);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
