using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// People = fold(journal, base). A statement about faces puts each of them in a unit, and the last statement about a face
/// wins over earlier ones and over the base; merges join units. So what was said holds over every new base, and without
/// live statements the people are the base.
/// </summary>
public static class PeopleFold
{
    /// <param name="faces">All faces of the wedding's photos.</param>
    /// <param name="photoOf">Content hash to Photo.Id of all photos, also those without a face.</param>
    /// <param name="basePersons">Face.Id to Person.Id of its base group; faces that are not in it belong to nobody yet.</param>
    /// <param name="live">Statements that count, in order (<see cref="Journal.Live"/>).</param>
    /// <param name="nextPersonId">The first Person.Id that was never given out.</param>
    /// <param name="match">Finds the faces of a statement.</param>
    public static FoldedPeople People(
        IReadOnlyList<FoldFace> faces, IReadOnlyDictionary<string, int> photoOf,
        IReadOnlyDictionary<int, int> basePersons, IReadOnlyList<JournalEntry> live, int nextPersonId, Func<JournalEntry, int?[]> match)
    {
        var found = live.ToDictionary(entry => entry.Seq, match);
        var links = PersonLinks.Follow(live);
        var unitOf = faces.ToDictionary(f => f.Id, f => basePersons.GetValueOrDefault(f.Id, Anchor.Nobody));
        var placed = Place(live, found, unitOf);
        var leftBehind = LeftBehind(live, found).ToList();
        KeepBehind(leftBehind, placed, unitOf, links);
        foreach (var face in faces.Where(f => f.Drawn && !placed.Contains(f.Id)))
            unitOf[face.Id] = Anchor.Nobody;
        var next = SamePhotoRule.Part(faces, unitOf, placed, links, basePersons, nextPersonId);

        var personOf = unitOf.ToDictionary(pair => pair.Key, pair => links.PersonOf(pair.Value));
        var people = faces.Where(f => personOf[f.Id] != Anchor.Nobody).GroupBy(f => personOf[f.Id])
            .ToDictionary(group => group.Key, group => Person(links.Of(group.Key), [.. group]));
        var partedFromUnits = leftBehind.Select(left => (left.FaceId, Unit: left.To)).ToHashSet();
        return new FoldedPeople
        {
            UnitOf = unitOf,
            PersonOf = personOf,
            Placed = placed,
            People = people,
            Redirects = links.Redirects().Where(pair => people.ContainsKey(pair.Value)).ToDictionary(),
            Rules = PhotoRules.Follow(live, found, photoOf, links, personOf, faces),
            Parted = Parted(live, links),
            PartedFaces = partedFromUnits.Select(pair => (pair.FaceId, To: links.PersonOf(pair.Unit)))
                .Where(pair => personOf[pair.FaceId] != pair.To).ToHashSet(),
            PartedFromUnits = partedFromUnits,
            Lost = Lost(live, found, photoOf),
            NextPersonId = next,
        };
    }

    private static FoldedPerson Person(PersonLinks.Linked linked, IReadOnlyList<FoldFace> faces) =>
        new(linked.Id, linked.Name, linked.Role, linked.Hidden, faces);

    private static HashSet<int> Place(IReadOnlyList<JournalEntry> live, Dictionary<int, int?[]> found, Dictionary<int, int> unitOf)
    {
        HashSet<int> placed = [];
        foreach (var entry in live)
        {
            foreach (var (anchor, faceId) in entry.Anchors.Zip(found[entry.Seq]))
            {
                if (faceId is not { } id || anchor.PersonId is not { } unit)
                    continue;
                unitOf[id] = unit;
                placed.Add(id);
            }
        }

        return placed;
    }

    /// <summary>
    /// A base older than what the user saw may have a face with whom others were moved to from beside it: it stays where the user left it.
    /// </summary>
    private static void KeepBehind(
        List<(int FaceId, int From, int To)> leftBehind, HashSet<int> placed, Dictionary<int, int> unitOf, PersonLinks links)
    {
        foreach (var (faceId, from, to) in leftBehind.Where(left => !placed.Contains(left.FaceId)))
        {
            if (links.PersonOf(unitOf[faceId]) == links.PersonOf(to))
                unitOf[faceId] = from;
        }
    }

    private static HashSet<(int From, int To)> Parted(IReadOnlyList<JournalEntry> live, PersonLinks links)
    {
        HashSet<(int From, int To)> parted = [];
        foreach (var entry in live)
        {
            if (entry.Kind is CorrectionKind.Split or CorrectionKind.Moved or CorrectionKind.NotThisPerson)
                parted.UnionWith(entry.PersonIds.Skip(1).Select(to => (links.PersonOf(entry.PersonIds[0]), links.PersonOf(to))));
            else if (entry.Kind == CorrectionKind.DifferentPeople)
                parted.UnionWith(entry.PersonIds.SelectMany(a => entry.PersonIds.Select(b => (links.PersonOf(a), links.PersonOf(b)))));
        }

        parted.RemoveWhere(pair => pair.From == pair.To);
        return parted;
    }

    /// <summary>Faces a person kept when others of theirs were taken to somebody else.</summary>
    private static IEnumerable<(int FaceId, int From, int To)> LeftBehind(
        IReadOnlyList<JournalEntry> live, Dictionary<int, int?[]> found) =>
        from entry in live
        where entry.Kind is CorrectionKind.Moved or CorrectionKind.NotThisPerson
        from pair in entry.Anchors.Zip(found[entry.Seq])
        where pair.First.PersonId is null
        from faceId in pair.Second is { } one ? new[] { one } : []
        from unit in entry.PersonIds.Skip(1)
        select (faceId, entry.PersonIds[0], unit);

    private static List<LostAnchor> Lost(
        IReadOnlyList<JournalEntry> live, Dictionary<int, int?[]> found, IReadOnlyDictionary<string, int> photoOf) =>
        [.. from entry in live
            from pair in entry.Anchors.Zip(found[entry.Seq])
            where pair.First.Box is null ? !photoOf.ContainsKey(pair.First.ContentHash)
                : pair.Second is null && pair.First.PersonId is not null
            select new LostAnchor(entry.Seq, pair.First)];
}
