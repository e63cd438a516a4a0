using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Fold;
using static WeddingStudio.Contracts.CorrectionKind;

namespace WeddingStudio.Tests.People.Fold;

internal sealed partial class LiveStatements
{
    /// <summary>A rule holds for whom it was said, as picks and galleries read it: for the person, or for everybody.</summary>
    private void CheckRule(JournalEntry entry, List<JournalEntry> later)
    {
        var (kind, opposites) = entry.Kind switch
        {
            AlwaysShow => (PhotoRuleKind.AlwaysShow, [PhotoRuleKind.NeverShow, PhotoRuleKind.SetAside]),
            NeverShow => (PhotoRuleKind.NeverShow, [PhotoRuleKind.AlwaysShow]),
            SetAside => (PhotoRuleKind.SetAside, [PhotoRuleKind.AlwaysShow]),
            _ => (PhotoRuleKind.KeptFromGuests, (PhotoRuleKind[])[]),
        };
        foreach (var hash in entry.Anchors.Where(a => a.Box is null).Select(a => a.ContentHash).Where(_model.State.PhotoOfHash.ContainsKey))
        {
            var photo = _model.State.PhotoOfHash[hash];
            foreach (var person in Subjects(entry, photo).Where(person => !later.Exists(row => Overrules(row, entry, hash, photo, person))))
            {
                Assert.Equal(entry.Payload.On, Applies(kind, photo, person));
                if (entry.Payload.On)
                    Assert.All(opposites, other => Assert.False(Applies(other, photo, person)));
            }
        }
    }

    private bool Applies(PhotoRuleKind kind, int photo, int? person) =>
        _now.Rules.Contains(new FoldedRule(photo, person, kind)) || _now.Rules.Contains(new FoldedRule(photo, null, kind));

    /// <summary>Everybody in the photo, or the people named; somebody whose number is gone is who has most of their faces.</summary>
    private List<int> Subjects(JournalEntry entry, int photo)
    {
        if (entry.PersonIds.Count == 0)
            return [.. _model.State.Faces.Where(f => f.PhotoId == photo).Select(f => _now.PersonOf[f.Id])
                .Where(id => id != Anchor.Nobody).Distinct()];
        var there = _now.PersonOf.Values.ToHashSet();
        List<int> subjects = [];
        var faces = entry.Anchors.Where(a => a.Box is not null).ToList();
        var counts = entry.Payload.FacesOf ?? [faces.Count];
        var at = 0;
        foreach (var (id, count) in entry.PersonIds.Zip(counts))
        {
            var theirs = faces.Slice(at, count).Select(FoldModel.PlaceOf).Where(_faceAt.ContainsKey)
                .Select(place => _now.PersonOf[_faceAt[place]]).Where(person => person != Anchor.Nobody).CountBy(person => person).ToList();
            at += count;
            var person = Walk(id);
            if (there.Contains(person))
                subjects.Add(person);
            else if (theirs.Count > 0)
                subjects.Add(theirs.OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key);
        }

        return subjects;
    }

    // An id that was merged leads on also when nobody of that person is there: then redirects leave it out.
    private int Walk(int id) => _now.Redirects.TryGetValue(id, out var to) ? to : _now.People.ContainsKey(id) ? id : int.MinValue;

    private bool Overrules(JournalEntry row, JournalEntry entry, string hash, int photo, int person) =>
        row.Anchors.Any(a => a.Box is null && a.ContentHash == hash)
        && (row.Kind == KeptFromGuests) == (entry.Kind == KeptFromGuests)
        && row.Kind is AlwaysShow or NeverShow or KeptFromGuests or SetAside
        && (row.PersonIds.Count == 0 || Subjects(row, photo).Contains(person));
}
