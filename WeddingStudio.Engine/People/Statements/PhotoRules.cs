using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Fold;

namespace WeddingStudio.Engine.People.Statements;

/// <summary>Always show, never show, kept from guests, set aside: the later statement about the same person and photo wins.</summary>
internal static class PhotoRules
{
    public static HashSet<FoldedRule> Follow(
        IReadOnlyList<JournalEntry> live, Dictionary<int, int?[]> found, IReadOnlyDictionary<string, int> photoOf,
        PersonLinks links, Dictionary<int, int> personOf, IReadOnlyList<FoldFace> faces)
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
                Say(rules, rule, entry.Payload.On, InPhoto);
        }

        return rules;

        IEnumerable<int> InPhoto(int photoId) =>
            faces.Where(f => f.PhotoId == photoId).Select(f => personOf[f.Id]).Where(id => id != Anchor.Nobody).Distinct();
    }

    private static void Say(HashSet<FoldedRule> rules, FoldedRule rule, bool on, Func<int, IEnumerable<int>> inPhoto)
    {
        if (!on)
            TakeBack(rules, rule, inPhoto);
        else
        {
            foreach (var opposite in OppositesOf(rule.Kind))
                TakeBack(rules, rule with { Kind = opposite }, inPhoto);
            rules.Add(rule);
        }
    }

    /// <summary>
    /// What is taken back for everybody is taken back for each. What is taken back for one goes on holding for the others.
    /// </summary>
    private static void TakeBack(HashSet<FoldedRule> rules, FoldedRule rule, Func<int, IEnumerable<int>> inPhoto)
    {
        if (rule.PersonId is null)
            rules.RemoveWhere(r => r.PhotoId == rule.PhotoId && r.Kind == rule.Kind);
        else if (rules.Remove(rule with { PersonId = null }))
            rules.UnionWith(inPhoto(rule.PhotoId).Select(person => rule with { PersonId = person }));
        rules.Remove(rule);
    }

    public static PhotoRuleKind[] OppositesOf(PhotoRuleKind kind) => kind switch
    {
        PhotoRuleKind.AlwaysShow => [PhotoRuleKind.NeverShow, PhotoRuleKind.SetAside],
        PhotoRuleKind.NeverShow or PhotoRuleKind.SetAside => [PhotoRuleKind.AlwaysShow],
        _ => [],
    };

    /// <summary>For whom: the people named; one whose id is gone is found by the faces they had.</summary>
    private static List<int?> Subjects(
        JournalEntry entry, int?[] found, PersonLinks links, Dictionary<int, int> personOf, HashSet<int> present)
    {
        if (entry.PersonIds.Count == 0)
            return [null];
        int[] faces = [.. Enumerable.Range(0, found.Length).Where(i => entry.Anchors[i].Box is not null)];
        List<int?> subjects = [];
        var at = 0;
        // Rows of old do not say whose the faces are; then they help to find a single person only.
        foreach (var (id, count) in entry.PersonIds.Zip(entry.Payload.FacesOf
            ?? Enumerable.Repeat(entry.PersonIds.Count == 1 ? faces.Length : 0, entry.PersonIds.Count)))
        {
            var person = links.PersonOf(id);
            if (present.Contains(person))
                subjects.Add(person);
            else if (MostOf(faces.Skip(at).Take(count).Select(i => found[i]), personOf) is { } other)
                subjects.Add(other);
            at += count;
        }

        return subjects;
    }

    private static int? MostOf(IEnumerable<int?> found, Dictionary<int, int> personOf)
    {
        var people = found.OfType<int>().Select(face => personOf[face]).Where(person => person != Anchor.Nobody).ToList();
        return people.Count == 0 ? null : people.CountBy(person => person).OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key;
    }

    public static PhotoRuleKind? KindOf(CorrectionKind kind) => kind switch
    {
        CorrectionKind.AlwaysShow => PhotoRuleKind.AlwaysShow,
        CorrectionKind.NeverShow => PhotoRuleKind.NeverShow,
        CorrectionKind.KeptFromGuests => PhotoRuleKind.KeptFromGuests,
        CorrectionKind.SetAside => PhotoRuleKind.SetAside,
        _ => null,
    };
}
