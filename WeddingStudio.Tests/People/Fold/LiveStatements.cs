using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Fold;
using static WeddingStudio.Contracts.CorrectionKind;
using Place = WeddingStudio.Tests.People.Fold.FoldModel.Place;

namespace WeddingStudio.Tests.People.Fold;

/// <summary>
/// Checks that every live statement holds, in the statement's own words and without the fold's units: unless a later live
/// statement contradicts it, about the same face, or by a merge about the same people. Faces are known by where the photos
/// show them, not by what was matched.
/// </summary>
internal sealed partial class LiveStatements
{
    /// <summary>A face of a statement that is there now and that no later statement put elsewhere.</summary>
    private readonly record struct SaidFace(int Id, int? Put);

    private readonly FoldModel _model;
    private readonly FoldedPeople _now;
    private readonly IReadOnlyList<JournalEntry> _live;
    private readonly Dictionary<Place, int> _faceAt;
    private readonly Dictionary<int, HashSet<int>> _joined;

    private LiveStatements(FoldModel model)
    {
        (_model, _now, _live) = (model, model.Now, Journal.Live(model.State.Rows));
        _faceAt = model.State.Faces.ToDictionary(FoldModel.PlaceOf, f => f.Id);
        _joined = Joined(_live);
    }

    public static void Check(FoldModel model)
    {
        var checks = new LiveStatements(model);
        checks.CheckStatements();
        checks.CheckNames();
        checks.CheckEverybody();
    }

    private void CheckStatements()
    {
        HashSet<Place> retold = [];
        List<JournalEntry> later = [];
        foreach (var entry in _live.Reverse())
        {
            var anchors = entry.Anchors.Where(a => a.Box is not null).Select(a => (Place: FoldModel.PlaceOf(a), Put: a.PersonId)).ToList();
            Check(entry, later, [.. anchors.Where(a => _faceAt.ContainsKey(a.Place) && !retold.Contains(a.Place))
                .Select(a => new SaidFace(_faceAt[a.Place], a.Put))]);
            retold.UnionWith(anchors.Where(a => a.Put is not null).Select(a => a.Place));
            later.Add(entry);
        }
    }

    private void CheckEverybody()
    {
        var drawn = _model.State.Faces.Where(f => f.Drawn).Select(f => f.Id).ToHashSet();
        Assert.All(_now.PersonOf.Where(p => p.Value == Anchor.Nobody), p => Assert.True(
            _now.Placed.Contains(p.Key) || drawn.Contains(p.Key) || !_model.State.BasePersons.ContainsKey(p.Key)));
        foreach (var twice in _now.People.Values.SelectMany(p => p.Faces.GroupBy(f => (p.Id, f.PhotoId))).Where(g => g.Skip(1).Any()))
        {
            // A user put them there, or the base has them in one group with another: two exposures of one person.
            Assert.All(twice.Where(f => !_now.Placed.Contains(f.Id)), f => Assert.Contains(twice, other => other.Id != f.Id
                && _model.State.BasePersons.GetValueOrDefault(other.Id, Anchor.Nobody) == _model.State.BasePersons[f.Id]));
        }

        Assert.All(_now.Redirects.Values, id => Assert.Contains(id, _now.People.Keys));

        // Whoever was put with somebody is there as long as the photo is: found, or drawn in the place of the statement.
        Assert.DoesNotContain(_now.Lost, lost =>
            lost.Anchor is { Box: not null, PersonId: not Anchor.Nobody } && _model.State.PhotoOfHash.ContainsKey(lost.Anchor.ContentHash));
    }

    private void Check(JournalEntry entry, List<JournalEntry> later, List<SaidFace> faces)
    {
        switch (entry.Kind)
        {
            case Named when !later.Exists(row => row.Kind is Named or Merged or SamePerson && SamePeople(row, entry)):
                Assert.All(faces, f =>
                    Assert.Equal((entry.Payload.Name, entry.Payload.Role), (_now.PersonOfFace(f.Id)!.Name, _now.PersonOfFace(f.Id)!.Role)));
                break;
            case Hidden when !later.Exists(row => row.Kind is Hidden or Merged or SamePerson && SamePeople(row, entry)):
                Assert.All(faces, f => Assert.Equal(entry.Payload.On, _now.PersonOfFace(f.Id)!.Hidden));
                break;
            case Merged or SamePerson:
                Assert.All(faces, f => Assert.Equal(PersonOf(entry.Payload.KeptId!.Value), _now.PersonOf[f.Id]));
                break;
            case Split or Moved or NotThisPerson:
                CheckParted(entry, later, faces);
                break;
            case DifferentPeople:
                Assert.All(faces, f => Assert.All(faces, g => Assert.True(
                    _now.PersonOf[f.Id] != _now.PersonOf[g.Id] || f.Put == g.Put || AreJoined(f.Put!.Value, g.Put!.Value))));
                break;
            case FaceDrawn:
                Assert.All(faces.Where(f => f.Put == entry.PersonIds[0]),
                    f => Assert.Equal(PersonOf(entry.PersonIds[0]), _now.PersonOf[f.Id]));
                break;
            case NotAFace:
                Assert.All(faces, f => Assert.Equal(Anchor.Nobody, _now.PersonOf[f.Id]));
                break;
            case AlwaysShow or NeverShow or KeptFromGuests or SetAside:
                CheckRule(entry, later);
                break;
        }
    }

    private void CheckParted(JournalEntry entry, List<JournalEntry> later, List<SaidFace> faces)
    {
        var parted = faces.FindAll(f => f.Put is { } to && entry.PersonIds.Skip(1).Contains(to) && !AreJoined(entry.PersonIds[0], to));
        Assert.All(parted, f => Assert.NotEqual(PersonOf(entry.PersonIds[0]), _now.PersonOf[f.Id]));
        var from = faces.Where(f => f.Put is null).Select(f => _now.PersonOf[f.Id]).ToHashSet();
        Assert.All(parted.Where(f => !later.Exists(row => row.Kind is Merged or SamePerson && row.Mentioned().Contains(f.Put!.Value))),
            f => Assert.DoesNotContain(_now.PersonOf[f.Id], from));
        Assert.All(faces.Where(f => f.Put == entry.PersonIds[1]), f => Assert.Equal(PersonOf(entry.PersonIds[1]), _now.PersonOf[f.Id]));
    }

    private int PersonOf(int id) => _now.Redirects.GetValueOrDefault(id, id);

    private bool AreJoined(int a, int b) => a == b || (_joined.TryGetValue(a, out var all) && all.Contains(b));

    private bool SamePeople(JournalEntry a, JournalEntry b) => a.Mentioned().Any(x => b.Mentioned().Any(y => AreJoined(x, y)));

    /// <summary>Ids that live merges say are one person.</summary>
    private static Dictionary<int, HashSet<int>> Joined(IReadOnlyList<JournalEntry> live)
    {
        var sets = live.SelectMany(row => row.Mentioned()).Distinct().ToDictionary(id => id, id => new HashSet<int> { id });
        foreach (var row in live.Where(row => row.Kind is Merged or SamePerson))
        {
            var all = row.PersonIds.SelectMany(id => sets[id]).ToHashSet();
            foreach (var id in all)
                sets[id] = all;
        }

        return sets;
    }
}
