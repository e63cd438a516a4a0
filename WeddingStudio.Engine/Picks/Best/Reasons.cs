using System.Numerics;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Picks.Best;

/// <summary>
/// Why each pick was picked: what is special about it among the person's photos, only ever good things,
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
    private static readonly ScoreFacts[] _company =
    [
        ScoreFacts.WithPartner, ScoreFacts.WithCouple, ScoreFacts.WithBride, ScoreFacts.WithGroom, ScoreFacts.WithHousehold,
        ScoreFacts.WithFamily, ScoreFacts.WithParty, ScoreFacts.WithTable, ScoreFacts.InGroup, ScoreFacts.Alone,
    ];

    /// <param name="picks">In rank order.</param>
    /// <param name="everything">All the person's candidates.</param>
    /// <param name="name">The person's name, or null.</param>
    /// <param name="moments">Names by Moment.Id.</param>
    /// <returns>A reason for each pick, never an empty one.</returns>
    public static IReadOnlyList<Message> Of(
        IReadOnlyList<Picked> picks, IReadOnlyList<Candidate> everything, string? name, IReadOnlyDictionary<int, Message> moments)
    {
        Candidate[] photos = [.. everything.DistinctBy(c => c.PhotoId)];
        var special = (ScoreFacts fact) => photos.Count(c => c.Facts.HasFlag(fact)) <= Common * photos.Length;
        var reasons = new List<Message>();
        for (var i = 0; i < picks.Count; i++)
        {
            var clauses = new List<Message>();
            if (picks[i].Kind == PickKind.AlwaysShown)
                clauses.Add(new("Picks.ReasonAlwaysShown"));
            else if (photos.Length == 1)
                clauses.Add(name is null ? new("Picks.ReasonOnlyOfGuest") : new("Picks.ReasonOnlyOf", name));
            clauses.AddRange(Clauses(picks[i].Candidate.Facts, special));
            if (i > 0 && NewMoment(picks, i, moments) is { } moment)
                clauses.Insert(picks[i].Kind == PickKind.AlwaysShown ? 1 : 0, new("Picks.ReasonDifferentMoment", moment));
            reasons.Add(Message.Clauses(clauses.Count > 0 ? clauses : [Otherwise(picks[i], i, moments)]));
        }

        return reasons;
    }

    /// <summary>All good facts make a reason; when there are too many, those common to the person's photos go first.</summary>
    private static IEnumerable<Message> Clauses(ScoreFacts facts, Func<ScoreFacts, bool> isSpecial)
    {
        var company = _company.FirstOrDefault(fact => facts.HasFlag(fact));
        ScoreFacts kept = _look.Concat(_technical).Where(f => facts.HasFlag(f)).Aggregate(company, (all, f) => all | f);
        foreach (var fact in new[] { ScoreFacts.EyesOpen, ScoreFacts.WellLit, ScoreFacts.Alone, ScoreFacts.Sharp,
            ScoreFacts.LookingAtCamera, ScoreFacts.Smiling })
        {
            if (BitOperations.PopCount((uint)kept) > FactsPerReason && !isSpecial(fact))
                kept &= ~fact;
        }

        var candid = facts.HasFlag(ScoreFacts.Candid);
        if (Look(kept, candid) is { } look)
            yield return look;
        if (Technical(kept) is { } technical)
            yield return technical;
        if (kept.HasFlag(company) && company != 0)
            yield return new($"Picks.Reason{company}");
    }

    private static Message? Look(ScoreFacts facts, bool candid)
    {
        var words = new List<Message>();
        if (facts.HasFlag(ScoreFacts.Smiling))
            words.Add(new(candid ? "Picks.ReasonCaughtInSmile" : "Picks.ReasonSmiling"));
        if (facts.HasFlag(ScoreFacts.EyesOpen))
            words.Add(new("Picks.ReasonEyesOpen"));
        if (facts.HasFlag(ScoreFacts.LookingAtCamera))
            words.Add(new("Picks.ReasonLookingAtCamera"));
        return words.Count == 0 ? null : Message.List(words);
    }

    private static Message? Technical(ScoreFacts facts) => (facts & (ScoreFacts.Sharp | ScoreFacts.WellLit)) switch
    {
        ScoreFacts.Sharp | ScoreFacts.WellLit => new("Picks.ReasonSharpAndWellLit"),
        ScoreFacts.Sharp => new("Picks.ReasonSharp"),
        ScoreFacts.WellLit => new("Picks.ReasonWellLit"),
        _ => null,
    };

    private static Message? NewMoment(IReadOnlyList<Picked> picks, int index, IReadOnlyDictionary<int, Message> moments) =>
        picks[index].Candidate.MomentId is { } moment && moments.TryGetValue(moment, out var name)
        && !picks.Take(index).Any(p => p.Candidate.MomentId == moment) ? name : null;

    private static Message Otherwise(Picked pick, int index, IReadOnlyDictionary<int, Message> moments)
    {
        var moment = pick.Candidate.MomentId is { } id ? moments.GetValueOrDefault(id) : null;
        return (moment, index, pick.Kind) switch
        {
            ({ } name, 0, _) => new("Picks.ReasonBestFrom", name),
            ({ } name, _, _) => new("Picks.ReasonAnotherFrom", name),
            (null, 0, _) => new("Picks.ReasonBestOfAll"),
            (null, _, PickKind.Different) => new("Picks.ReasonDifferentScene"),
            _ => new("Picks.ReasonBestOfOthers"),
        };
    }
}
