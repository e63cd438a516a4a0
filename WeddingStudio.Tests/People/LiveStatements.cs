using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.People;
using static WeddingStudio.Engine.Corrections.CorrectionKind;

namespace WeddingStudio.Tests.People;

/// <summary>
/// Checks that every live statement holds, in the statement's own words and without the fold's units: unless a later live
/// statement contradicts it, about the same face, or by a merge about the same people.
/// </summary>
internal static class LiveStatements
{
    public static void Check(FoldModel model)
    {
        var now = model.Now;
        var live = Journal.Live(model.State.Rows);
        var faceAt = model.State.Faces.ToDictionary(f => (f.ContentHash, (FaceBox?)f.Box), f => f.Id);
        foreach (var entry in live)
        {
            var later = live.Where(row => row.Seq > entry.Seq).ToList();
            var retold = later.SelectMany(row => row.Anchors).Where(a => a is { Box: not null, PersonId: not null })
                .Select(a => (a.ContentHash, a.Box)).ToHashSet();
            var faces = entry.Anchors.Where(a => a.Box is not null && !retold.Contains((a.ContentHash, a.Box)))
                .Select(a => (Id: faceAt[(a.ContentHash, a.Box)], Put: a.PersonId)).ToList();
            Check(now, entry, later, faces, Joined(live), model);
        }

        Assert.All(now.PersonOf.Where(p => p.Value == Anchor.Nobody), p => Assert.Contains(p.Key, now.Placed));
        foreach (var twice in now.People.Values.SelectMany(p => p.Faces.GroupBy(f => (p.Id, f.PhotoId))).Where(g => g.Count() > 1))
            Assert.All(twice, f => Assert.Contains(f.Id, now.Placed));
    }

    private static void Check(
        FoldedPeople now, JournalEntry entry, List<JournalEntry> later, List<(int Id, int? Put)> faces, Func<int, int, bool> joined, FoldModel model)
    {
        switch (entry.Kind)
        {
            case Named when !later.Any(row => row.Kind is Named or Merged or SamePerson && Touches(row, entry)):
                Assert.All(faces, f => Assert.Equal((entry.Payload.Name, entry.Payload.Role), (now.PersonOfFace(f.Id)!.Name, now.PersonOfFace(f.Id)!.Role)));
                break;
            case Hidden when !later.Any(row => row.Kind is Hidden or Merged or SamePerson && Touches(row, entry)):
                Assert.All(faces, f => Assert.Equal(entry.Payload.On, now.PersonOfFace(f.Id)!.Hidden));
                break;
            case Merged or SamePerson:
                Assert.True(faces.Select(f => now.PersonOf[f.Id]).Distinct().Count() <= 1);
                break;
            case Split or Moved or NotThisPerson:
                var parted = faces.Where(f => f.Put is { } to && entry.PersonIds.Skip(1).Contains(to) && !joined(entry.PersonIds[0], to)).ToList();
                Assert.All(parted, f => Assert.NotEqual(now.Redirects.GetValueOrDefault(entry.PersonIds[0], entry.PersonIds[0]), now.PersonOf[f.Id]));
                var from = faces.Where(f => f.Put is null).Select(f => now.PersonOf[f.Id]).ToHashSet();
                Assert.All(parted.Where(f => !later.Any(row => row.Kind is Merged or SamePerson && row.Mentioned().Contains(f.Put!.Value))),
                    f => Assert.DoesNotContain(now.PersonOf[f.Id], from));
                Assert.All(faces.Where(f => f.Put == entry.PersonIds[1]), f =>
                    Assert.Equal(now.Redirects.GetValueOrDefault(entry.PersonIds[1], entry.PersonIds[1]), now.PersonOf[f.Id]));
                break;
            case DifferentPeople:
                Assert.All(faces, f => Assert.All(faces, g => Assert.True(
                    now.PersonOf[f.Id] != now.PersonOf[g.Id] || f.Put == g.Put || joined(f.Put!.Value, g.Put!.Value))));
                break;
            case NotAFace:
                Assert.All(faces, f => Assert.Equal(Anchor.Nobody, now.PersonOf[f.Id]));
                break;
            case AlwaysShow or NeverShow when entry.Payload.On && !later.Any(row => row.Kind is AlwaysShow or NeverShow) && now.Find(entry.PersonIds[0]) is { } person:
                var photo = model.State.PhotoOfHash[entry.Anchors.First(a => a.Box is null).ContentHash];
                Assert.Contains(new FoldedRule(photo, person.Id, entry.Kind == AlwaysShow ? PhotoRuleKind.AlwaysShow : PhotoRuleKind.NeverShow), now.Rules);
                break;
        }
    }

    private static bool Touches(JournalEntry a, JournalEntry b) => a.Mentioned().Intersect(b.Mentioned()).Any();

    /// <summary>Whether live merges say that two ids are one person.</summary>
    private static Func<int, int, bool> Joined(IReadOnlyList<JournalEntry> live)
    {
        var sets = live.SelectMany(row => row.Mentioned()).Distinct().ToDictionary(id => id, id => new HashSet<int> { id });
        foreach (var row in live.Where(row => row.Kind is Merged or SamePerson))
        {
            var all = row.PersonIds.SelectMany(id => sets[id]).ToHashSet();
            foreach (var id in all)
                sets[id] = all;
        }

        return (a, b) => sets[a].Contains(b);
    }
}
