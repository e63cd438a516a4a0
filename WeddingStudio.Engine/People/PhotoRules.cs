using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.People;

/// <summary>Always show, never show, kept from guests: the later statement about the same person and photo wins.</summary>
internal static class PhotoRules
{
    public static HashSet<FoldedRule> Follow(
        IReadOnlyList<JournalEntry> live, Dictionary<int, int?[]> found, IReadOnlyDictionary<string, int> photoOf,
        PersonLinks links, Dictionary<int, int> personOf)
    {
        HashSet<FoldedRule> rules = [];
        var present = personOf.Values.ToHashSet();
        foreach (var entry in live)
        {
            if (KindOf(entry.Kind) is not { } kind)
                continue;
            var photos = entry.Anchors.Where(a => a.Box is null && photoOf.ContainsKey(a.ContentHash)).Select(a => photoOf[a.ContentHash]);
            var subjects = Subjects(entry, found[entry.Seq], links, personOf, present);
            foreach (var rule in photos.SelectMany(photo => subjects.Select(person => new FoldedRule(photo, person, kind))))
                Say(rules, rule, entry.Payload.On);
        }

        return rules;
    }

    private static void Say(HashSet<FoldedRule> rules, FoldedRule rule, bool on)
    {
        if (!on)
        {
            rules.Remove(rule);
            return;
        }

        rules.Add(rule);
        if (rule.Kind == PhotoRuleKind.AlwaysShow)
            rules.Remove(rule with { Kind = PhotoRuleKind.NeverShow });
        else if (rule.Kind == PhotoRuleKind.NeverShow)
            rules.Remove(rule with { Kind = PhotoRuleKind.AlwaysShow });
    }

    /// <summary>For whom: the people named; one whose id is gone is found by the faces they had.</summary>
    private static List<int?> Subjects(JournalEntry entry, int?[] found, PersonLinks links, Dictionary<int, int> personOf, HashSet<int> present)
    {
        if (entry.PersonIds.Count == 0)
            return [null];
        List<int?> subjects = [];
        foreach (var id in entry.PersonIds)
        {
            var person = links.PersonOf(id);
            if (present.Contains(person))
                subjects.Add(person);
            else if (entry.PersonIds.Count == 1 && MostOf(found, personOf) is { } other)
                subjects.Add(other);
        }

        return subjects;
    }

    private static int? MostOf(int?[] found, Dictionary<int, int> personOf)
    {
        var people = found.OfType<int>().Select(face => personOf[face]).Where(person => person != Anchor.Nobody).ToList();
        return people.Count == 0 ? null : people.CountBy(person => person).OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key;
    }

    private static PhotoRuleKind? KindOf(CorrectionKind kind) => kind switch
    {
        CorrectionKind.AlwaysShow => PhotoRuleKind.AlwaysShow,
        CorrectionKind.NeverShow => PhotoRuleKind.NeverShow,
        CorrectionKind.KeptFromGuests => PhotoRuleKind.KeptFromGuests,
        _ => null,
    };
}
